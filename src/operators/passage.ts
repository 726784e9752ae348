import { PhysicsError } from "../errors.js";
import type { Interval } from "../grids/grid.js";
import type { Chain } from "./chain.js";

/** The mean time Tᵢ from cell i to i + 1. A jump from i goes right or comes back from i − 1 after a while, so that Tᵢ = (1 + leftᵢ₋₁ Tᵢ₋₁)/rightᵢ:
 *  positive terms alone, and no weights that could underflow. */
const stepsRight = ({ right, left }: Chain): Float64Array => {
  let time = 0;
  return right.map((rate, i) => {
    time = (1 + (i > 0 ? left[i - 1] * time : 0)) / rate;
    return time;
  });
};

const mirrored = ({ weight, right, left }: Chain): Chain => ({
  weight: weight.toReversed(),
  right: left.toReversed(),
  left: right.toReversed(),
});

/** The cubic through four neighbouring cells, at a place counted in cells. */
const between = (values: Float64Array, place: number): number => {
  const first = Math.min(Math.max(Math.floor(place) - 1, 0), values.length - 4);
  const t = place - first;
  let sum = 0;
  for (let j = 0; j < 4; j++) {
    let basis = 1;
    for (let k = 0; k < 4; k++) if (k !== j) basis *= (t - k) / (j - k);
    sum += basis * values[first + j];
  }
  return sum;
};

const outside = (grid: Interval, x: number): never => {
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

/** The mean time of the first arrival at b from a: a sum of mean times from cell to cell, read between the cells by cubics. @throws PhysicsError "grid" */
export const meanPassage = (grid: Interval, chain: Chain, a: number, b: number): number => {
  for (const x of [a, b]) if (!(x >= grid.points[0] && x <= grid.points[grid.size - 1])) outside(grid, x);
  const steps = stepsRight(a <= b ? chain : mirrored(chain));
  const times = new Float64Array(grid.size);
  for (let i = 1; i < grid.size; i++) times[i] = times[i - 1] + steps[i - 1];
  const place = (x: number) => (a <= b ? x - grid.from : grid.to - x) / grid.spacing - 0.5;
  const time = between(times, place(b)) - between(times, place(a));
  return Number.isFinite(time) ? time : overflowing(a, b);
};
