/** Joints for a tensor D. Between the cells' widths it is decomposed into ρₑ e eᵀ with ρₑ ≥ 0, so that every jump goes with a positive rate, in detailed
 *  balance, however large the off-diagonal part of D is. [fehrenbach-mirebeau-2014] */

import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import type { DiffusionField } from "./diffusion.js";
import { type Joints, jointList } from "./joint-list.js";
import { decompose, type Term } from "./selling.js";

/** What is left of D along a wall, where nothing flows across: D minus its part across, D_tt − D_tn D_nt/D_nn. */
const alongWall = (D: Float64Array, dim: number, n: number): Float64Array =>
  D.map((value, k) => {
    const [i, j] = [Math.floor(k / dim), k % dim];
    return value - (D[i * dim + n] * D[n * dim + j]) / D[n * dim + n];
  });

/** The decomposition of the rows and columns of D that are named; the others get no step. */
const decomposeOn = (D: Float64Array, dim: number, axes: readonly number[]): Term[] => {
  if (axes.length === 0) return [];
  const part = Float64Array.from(axes.flatMap((i) => axes.map((j) => D[i * dim + j])));
  return decompose(part, axes.length).map(({ rho, e }) => {
    const wide = new Array<number>(dim).fill(0);
    for (const [k, axis] of axes.entries()) wide[axis] = e[k];
    return { rho, e: wide };
  });
};

/** Where a step from a cell leads: a cell, an absorbing end at a part of the way, or nowhere. */
const arrival = (
  { axes, strides }: Grid,
  place: readonly number[],
  e: readonly number[],
): readonly [number, number] => {
  let [cell, share] = [0, 1];
  let lost = false;
  for (const [a, { cells, ends }] of axes.entries()) {
    let i = place[a] + e[a];
    if (ends[0] === "periodic") i = ((i % cells) + cells) % cells;
    else if (i < 0 || i >= cells) {
      const side = i < 0 ? 0 : 1;
      const depth = side === 0 ? place[a] + 0.5 : cells - place[a] - 0.5;
      if (ends[side] !== "absorbing") lost = true;
      else share = Math.min(share, depth / Math.abs(e[a]));
      i = 0;
    }
    cell += i * strides[a];
  }
  if (share < 1) return [-1, share];
  return lost ? [-2, 1] : [cell, 1];
};

const checkReach = (e: readonly number[], { axes }: Grid): void => {
  const at = e.findIndex((step, a) => Math.abs(step) > Math.min(axes[a].cells / 3, 100));
  if (at >= 0)
    throw new PhysicsError("grid", {
      what: `With this D a step reaches over ${Math.abs(e[at])} cells of ${axes[at].symbol}`,
      expected: `at most ${Math.floor(Math.min(axes[at].cells / 3, 100))}`,
      remedy: "Make the cells smaller where diffusion is slow, or take more of them",
    });
};

/** The half steps that one cell contributes: Σ over its parts of volume/2 ρₑ for e and for −e. A cell at a closed wall has an outer half in which D is the
 *  one along the wall. */
const contributions = (D: Float64Array, dim: number, walls: readonly number[]): Map<string, Term> => {
  const sums = new Map<string, Term>();
  const add = (part: Float64Array, axes: readonly number[], share: number, outer: readonly number[]) => {
    for (const { rho, e } of decomposeOn(part, dim, axes)) {
      // Steps across a wall start in the inner half alone, with its whole weight.
      const inner = walls.filter((wall) => !outer.includes(wall) && e[wall] !== 0).length;
      const before = sums.get(e.join())?.rho ?? 0;
      sums.set(e.join(), { rho: before + rho * share * 2 ** inner, e });
    }
  };
  for (let mask = 0; mask < 2 ** walls.length; mask++) {
    const outer = walls.filter((_, k) => mask & (1 << k));
    const part = outer.reduce((matrix, wall) => alongWall(matrix, dim, wall), D);
    const free = Array.from({ length: dim }, (_, a) => a).filter((a) => !outer.includes(a));
    add(part, free, 0.5 ** walls.length, outer);
  }
  return sums;
};

/** The joints of a grid for a tensor D. */
export const tensorJoints = (grid: Grid, field: DiffusionField): Joints => {
  const { dim, size, points, volumes, axes, strides } = grid;
  const D = new Float64Array(dim * dim);
  const cache = new Map<string, Map<string, Term>>();
  const list = jointList(dim);
  for (let cell = 0; cell < size; cell++) {
    const place = axes.map(({ cells }, a) => Math.floor(cell / strides[a]) % cells);
    const closed = (a: number, side: 0 | 1) => axes[a].ends[side] === "natural" || axes[a].ends[side] === "reflecting";
    const walls = axes.flatMap(({ cells }, a) =>
      (place[a] === 0 && closed(a, 0)) || (place[a] === cells - 1 && closed(a, 1)) ? [a] : [],
    );
    field.at(points.subarray(cell * dim, (cell + 1) * dim), D);
    const scaled = D.map((value, k) => {
      const [i, j] = [Math.floor(k / dim), k % dim];
      return value / (axes[i].widths[place[i]] * axes[j].widths[place[j]]);
    });
    const name = `${walls.join()}:${scaled.join()}`;
    const terms = cache.get(name) ?? contributions(scaled, dim, walls);
    if (cache.size < 64) cache.set(name, terms);
    for (const { rho, e } of terms.values()) {
      checkReach(e, grid);
      for (const sign of [1, -1]) {
        const step = e.map((value) => sign * value);
        const [to, share] = arrival(grid, place, step);
        if (to === -1) list.add(cell, -1, (volumes[cell] * rho) / share, step, share);
        else if (to >= 0) list.add(cell, to, 0.5 * volumes[cell] * rho, step, 1);
      }
    }
  }
  return list.done();
};
