import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import { type Chain, mirrored } from "./chain.js";

/** The mean time Tᵢ from cell i to i + 1. A jump from i goes right or comes back from i − 1 after a while, so that Tᵢ = (1 + leftᵢ₋₁ Tᵢ₋₁)/rightᵢ:
 *  positive terms alone, and no weights that could underflow. */
const stepsRight = ({ right, left }: Chain): Float64Array => {
  let time = 0;
  return right.map((rate, i) => {
    time = (1 + (i > 0 ? left[i - 1] * time : 0)) / rate;
    return time;
  });
};

/** The cubic through four neighbouring cells, at a place. */
const between = (points: Float64Array, values: Float64Array, x: number): number => {
  const above = points.findIndex((point) => point > x);
  const first = Math.min(Math.max((above < 0 ? points.length : above) - 2, 0), points.length - 4);
  let sum = 0;
  for (let j = first; j < first + 4; j++) {
    let basis = 1;
    for (let k = first; k < first + 4; k++) if (k !== j) basis *= (x - points[k]) / (points[j] - points[k]);
    sum += basis * values[j];
  }
  return sum;
};

const outside = (grid: Grid, x: number): never => {
  throw new PhysicsError("grid", {
    what: `The place ${x} lies outside the grid`,
    expected: `a place from ${grid.points[0]} to ${grid.points[grid.size - 1]}`,
    remedy: "Widen the grid",
  });
};

const overflowing = (a: number, b: number): never => {
  throw new PhysicsError("grid", {
    what: `The mean time from ${a} to ${b} is longer than a number can say`,
    expected: "a climb of less than 700 kT between the two places",
    remedy: "Choose a place lower on the slope, or a higher temperature",
  });
};

export const losing = (): never => {
  throw new PhysicsError("undefined-quantity", {
    what: "A path may be lost through an absorbing end before it arrives",
    expected: "an end that reflects, or is natural, behind the start",
    remedy: "Ask for the committor, or for firstPassage without a target: the time until it is lost",
  });
};

/** The mean time of the first arrival at b from a: a sum of mean times from cell to cell, read between the cells by cubics.
 *  @throws PhysicsError "grid", "undefined-quantity" where a path may be lost */
export const meanPassage = (grid: Grid, chain: Chain, a: number, b: number): number => {
  for (const x of [a, b]) if (!(x >= grid.points[0] && x <= grid.points[grid.size - 1])) outside(grid, x);
  const forwards = a <= b;
  const seen = forwards ? chain : mirrored(chain);
  if (seen.loss[0] > 0) losing();
  const steps = stepsRight(seen);
  const times = new Float64Array(grid.size);
  for (let i = 1; i < grid.size; i++) times[i] = times[i - 1] + steps[i - 1];
  const places = forwards ? grid.points : grid.points.toReversed().map((x) => -x);
  const at = (x: number) => between(places, times, forwards ? x : -x);
  const time = at(b) - at(a);
  return Number.isFinite(time) ? time : overflowing(a, b);
};
