/** Cells so high that exp(−V/kT) is no number worth computing with. Networks leave them out: nothing ever gets there. */

import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import type { Joints } from "./joint-list.js";
import type { Landscape } from "./landscape.js";

/** How many kT above the lowest cell. */
const CEILING = 650;

export const isAloft = ({ reduced, floor }: Landscape, cell: number): boolean => reduced[cell] > floor + CEILING;

/** 1 for cells aloft, which are held at the ground so that they do not float, and 0 for all others. */
export const aloftOf = (landscape: Landscape): Float64Array =>
  landscape.reduced.map((_, cell) => Number(isAloft(landscape, cell)));

/** Gives cells aloft the value that their lowest neighbour has, from below upwards: from there one slides down. */
export const fromBelow = (joints: Joints, landscape: Landscape, values: Float64Array): Float64Array => {
  const { reduced } = landscape;
  const high = Array.from(reduced.keys()).filter((cell) => isAloft(landscape, cell));
  if (high.length === 0) return values;
  const lowest = new Int32Array(reduced.length).fill(-1);
  const offer = (cell: number, other: number) => {
    if (lowest[cell] < 0 || reduced[other] < reduced[lowest[cell]]) lowest[cell] = other;
  };
  for (let k = 0; k < joints.count; k++) {
    if (joints.to[k] < 0) continue;
    offer(joints.from[k], joints.to[k]);
    offer(joints.to[k], joints.from[k]);
  }
  for (const cell of high.sort((a, b) => reduced[a] - reduced[b])) values[cell] = values[lowest[cell]];
  return values;
};

/** Refuses probability in cells aloft. @throws PhysicsError "grid" */
export const checkStart = (grid: Grid, aloft: Float64Array, P: Float64Array): void => {
  const at = P.findIndex((value, cell) => aloft[cell] > 0 && Math.abs(value) > 1e-12);
  if (at < 0) return;
  const point = grid.points.slice(at * grid.dim, (at + 1) * grid.dim);
  throw new PhysicsError("grid", {
    what: `The density at the start is ${P[at] / grid.volumes[at]} at (${point.join(", ")}), more than ${CEILING} kT above the lowest well`,
    expected: "a start from which a path could be told from a fall",
    remedy: "Start lower on the slopes, or at a higher temperature",
  });
};
