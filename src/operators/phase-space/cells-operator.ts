/** The Klein–Kramers operator by what flows between the cells of phase space. */

import type { Grid } from "../../grids/grid.js";
import type { LinearMap } from "../../linalg/krylov/krylov.js";
import { dissect } from "../../linalg/sparse/dissection.js";
import { multiply, type Sparse, sparse } from "../../linalg/sparse/sparse.js";
import { factorise } from "../../linalg/sparse/sparse-lu.js";
import type { Link, PhaseLinks } from "./phase-links.js";
import { KNOWN, type PhaseOperator } from "./phase-operator.js";

/** The jump rates; column i holds those from cell i, and sums to 0. With `root` half the exponent of the weights is taken out: c for P = √π c. */
export const jumpMatrix = ({ links, log }: PhaseLinks, root: boolean): Sparse => {
  const size = log.length;
  const leaving = new Float64Array(size);
  const [row, column, value]: [number[], number[], number[]] = [[], [], []];
  const put = (from: number, to: number, rate: number) => {
    const tilt = Math.exp(0.5 * (log[to] - log[from]));
    row.push(to);
    column.push(from);
    value.push(root ? rate : rate * tilt);
    leaving[from] += rate * tilt;
  };
  for (const { from, to, flux, exchange } of links) {
    put(from, to, exchange + 0.5 * flux);
    put(to, from, exchange - 0.5 * flux);
  }
  for (let i = 0; i < size; i++) {
    row.push(i);
    column.push(i);
    value.push(-leaving[i]);
  }
  return sparse(size, size, { row, column, value });
};

/** i and j of each cell (i, j). */
const placesOf = ({ axes: [x], size }: Grid): Int32Array =>
  Int32Array.from({ length: 2 * size }, (_, k) => {
    const cell = k >> 1;
    return k % 2 === 0 ? cell % x.cells : Math.floor(cell / x.cells);
  });

export interface CellsOperator extends PhaseOperator {
  /** dP/dt = 𝓛P for the probabilities P of the cells. */
  readonly rates: Sparse;
  /** ln P in equilibrium. */
  readonly log: Float64Array;
  readonly links: readonly Link[];
  /** An order of the cells that keeps factors sparse. */
  readonly order: Int32Array;
  /** The cell with the opposite momentum. */
  mirror(cell: number): number;
}

/** The same matrix with something taken from one diagonal entry: the equations that it solves, b without a part along the rest state, are the same, as a sum
 *  over all of them says that nothing is taken. */
const grounded = (matrix: Sparse, cell: number): Sparse => {
  const value = matrix.value.slice();
  const most = value.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);
  for (let k = matrix.start[cell]; k < matrix.start[cell + 1]; k++) if (matrix.index[k] === cell) value[k] -= most;
  return { ...matrix, value };
};

export const cellsOperator = (grid: Grid, table: PhaseLinks): CellsOperator => {
  const { links, log } = table;
  const size = grid.size;
  const [x, p] = grid.axes;
  const symmetric = jumpMatrix(table, true);
  const { order } = dissect(symmetric, placesOf(grid), 2);
  const rest = log.map((value) => Math.exp(0.5 * value));
  const solver = (matrix: Sparse, re: number, im: number): LinearMap => {
    const { solve } = factorise(matrix, { re, im }, order);
    return (b, out) => out.set(solve(b).re);
  };
  const mirror = (cell: number) => (cell % x.cells) + x.cells * (p.cells - 1 - Math.floor(cell / x.cells));
  const top = rest.reduce((best, value, i) => (value > rest[best] ? i : best), 0);
  return {
    grid,
    size,
    rates: jumpMatrix(table, false),
    log,
    links,
    order,
    mirror,
    rest,
    series: 1000,
    apply: (c, out) => multiply(symmetric, c, out),
    inverse: () => solver(grounded(symmetric, top), 0, 0),
    resolvent: (tau) => {
      const solve = solver(symmetric, 1 / tau, 0);
      return (b, out) => {
        solve(b, out);
        for (let i = 0; i < size; i++) out[i] /= -tau;
      };
    },
    near: ({ re, im }) => solver(symmetric, re, im),
    reverse: (c) => c.map((_, i) => c[mirror(i)]),
    density: (c) => c.map((value, i) => (value * rest[i]) / grid.volumes[i]),
    observable: (c) => c.map((value, i) => (rest[i] ** 2 < KNOWN * rest[top] ** 2 ? 0 : value / rest[i])),
    coordinates: (rho) => rho.map((value, i) => (value * grid.volumes[i]) / rest[i]),
  };
};
