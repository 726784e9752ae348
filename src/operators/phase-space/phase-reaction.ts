import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import { sparse } from "../../linalg/sparse/sparse.js";
import { factorise } from "../../linalg/sparse/sparse-lu.js";
import { cited } from "../../references.js";
import { type Field, fieldOn, type VectorField } from "../field.js";
import { membership, type Region } from "../region.js";
import { flowing } from "./cells-current.js";
import { type CellsOperator, jumpMatrix } from "./cells-operator.js";
import type { PhaseLinks } from "./phase-links.js";

/** The reaction from A to B in equilibrium: the trajectories that have left A last and will come to B next. */
export interface PhaseReaction extends Displayable {
  /** q⁺: the probability to come to B before A. */
  readonly committor: Field;
  /** q⁻: the probability to have been in A after B. Without detailed balance it is not 1 − q⁺, but is that with the momenta turned round. */
  readonly backward: Field;
  /** How many paths go from A to B in a unit of time; in equilibrium as many go back. */
  readonly flux: number;
  /** k = flux over the probability to have been in A last. */
  readonly rate: number;
  /** 1/rate, the mean time from the arrival in A, after B, to the arrival in B. */
  readonly passage: number;
  /** The net current of the paths from A to B. */
  readonly current: VectorField;
}

/** Which cells' middles lie in a region. @throws PhysicsError "grid" where none does */
export const cellsIn = ({ size, points }: Grid, region: Region): Uint8Array => {
  const inside = membership(region, ["x", "p"]);
  const cells = Uint8Array.from({ length: size }, (_, i) => Number(inside(points.subarray(2 * i, 2 * i + 2))));
  if (cells.includes(1)) return cells;
  throw new PhysicsError("grid", {
    what: "No cell lies in the region",
    expected: "a region that holds the middle of a cell",
    remedy: 'Write it as a condition on x and p, such as "x > 0.8"',
  });
};

/** Links that respect the borders of the held cells. */
export type Bordered = (held: Uint8Array) => PhaseLinks;

/** The backward equations 𝓛†a = `source` outside, and a = `edge` where it is held. */
export const backward = (
  { order, size }: CellsOperator,
  bordered: Bordered,
  held: Uint8Array,
  source: number,
  edge: (cell: number) => number,
): Float64Array => {
  const rates = jumpMatrix(bordered(held), false);
  const [row, column, value]: [number[], number[], number[]] = [[], [], []];
  const put = (i: number, j: number, entry: number) => {
    row.push(i);
    column.push(j);
    value.push(entry);
  };
  for (let i = 0; i < size; i++)
    if (held[i]) put(i, i, 1);
    else for (let k = rates.start[i]; k < rates.start[i + 1]; k++) put(i, rates.index[k], rates.value[k]);
  const right = Float64Array.from(held, (is, i) => (is ? edge(i) : source));
  return factorise(sparse(size, size, { row, column, value }), { re: 0, im: 0 }, order).solve(right).re;
};

/** By how much a probability may lie outside of 0 to 1. */
const BEYOND = 0.01;

/** Refuses a committor that is no probability. @throws PhysicsError "not-converged" */
const checkCommittor = (q: Float64Array): Float64Array => {
  const [least, most] = q.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [0, 1]);
  if (least >= -BEYOND && most <= 1 + BEYOND) return q;
  throw new PhysicsError("not-converged", {
    what: `The committor runs from ${least.toFixed(3)} to ${most.toFixed(3)}: cells of second order do not resolve it`,
    expected: `a probability, from 0 to 1 within ${BEYOND}`,
    remedy:
      'Take more cells or a narrower range of p, or { method: "upwind" }, whose probabilities stay between 0 and 1',
  });
};

/** q⁺ between two sets of cells. @throws PhysicsError "grid" where they overlap, "not-converged" where it leaves 0 to 1 by more than 0.01 */
export const committorBetween = (
  operator: CellsOperator,
  bordered: Bordered,
  a: Uint8Array,
  b: Uint8Array,
): Float64Array => {
  if (a.some((is, i) => is && b[i]))
    throw new PhysicsError("grid", {
      what: "The two regions share a cell",
      expected: "regions apart",
      remedy: "Shrink one of them",
    });
  const held = a.map((is, i) => is | b[i]);
  return checkCommittor(backward(operator, bordered, held, 0, (cell) => b[cell]));
};

/** q⁻: what q⁺ is for the motion backwards in time, whose momenta are turned round. */
const before = (
  operator: CellsOperator,
  bordered: Bordered,
  a: Uint8Array,
  b: Uint8Array,
  forward: Float64Array,
): Float64Array => {
  const { mirror } = operator;
  const turned = (cells: Uint8Array) => cells.map((_, i) => cells[mirror(i)]);
  const [ta, tb] = [turned(a), turned(b)];
  const same = a.every((is, i) => is === ta[i]) && b.every((is, i) => is === tb[i]);
  const other = same ? forward : committorBetween(operator, bordered, ta, tb);
  return other.map((_, i) => 1 - other[mirror(i)]);
};

/** Transitions without detailed balance. @throws PhysicsError "grid", "not-converged" as `committorBetween` */
export const reactionBetween = (
  operator: CellsOperator,
  bordered: Bordered,
  a: Uint8Array,
  b: Uint8Array,
): PhaseReaction => {
  cited("metzner-schuette-vanden-eijnden-2009");
  const { grid } = operator;
  const forward = committorBetween(operator, bordered, a, b);
  const earlier = before(operator, bordered, a, b, forward);
  const { links, log } = bordered(a.map((is, i) => is | b[i]));
  const net = links.map(({ from, to, flux, exchange }) => {
    const weight = Math.exp(0.5 * (log[from] + log[to]));
    const there = weight * (exchange + 0.5 * flux) * earlier[from] * forward[to];
    return there - weight * (exchange - 0.5 * flux) * earlier[to] * forward[from];
  });
  const flux = links.reduce((sum, { from, to }, k) => sum + net[k] * (a[from] - a[to]), 0);
  const rate = flux / log.reduce((sum, value, i) => sum + Math.exp(value) * earlier[i], 0);
  return {
    committor: fieldOn(grid, forward, "q⁺"),
    backward: fieldOn(grid, earlier, "q⁻"),
    flux,
    rate,
    passage: 1 / rate,
    current: flowing(grid, links, net),
    [display]: () => ({
      "text/latex": `$$k_{AB} = ${rate.toPrecision(6)},\\quad \\text{flux} = ${flux.toPrecision(6)},\\quad 1/k_{AB} = ${(1 / rate).toPrecision(6)}$$`,
      "text/plain": `k(A→B) = ${rate.toPrecision(9)}, flux = ${flux.toPrecision(9)}, 1/k = ${(1 / rate).toPrecision(9)}`,
    }),
  };
};
