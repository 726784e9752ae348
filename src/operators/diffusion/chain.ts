/** A chain of cells with jumps between neighbours, in detailed balance, and out of its ends. */

import type { Grid } from "../../grids/grid.js";
import type { Bidiagonal } from "../../linalg/tridiagonal/bidiagonal.js";
import type { Tridiagonal } from "../../linalg/tridiagonal/tridiagonal.js";
import type { Joints } from "./joint-list.js";
import type { Landscape } from "./landscape.js";
import { displacement } from "./network.js";
import type { Rule } from "./schemes.js";

export interface Chain {
  /** Jump rate from cell i to cell i + 1. */
  readonly right: Float64Array;
  /** Jump rate from cell i + 1 to cell i. */
  readonly left: Float64Array;
  /** Rates at which the first and the last cell lose to absorbing ends. */
  readonly loss: readonly [number, number];
  /** Probability of each cell in equilibrium; it sums to 1. */
  readonly weight: Float64Array;
}

/** The chain of the joints of a grid on a line whose ends do not meet. */
export const chainOf = (grid: Grid, joints: Joints, { g }: Rule, { reduced, floor, at }: Landscape): Chain => {
  const raw = reduced.map((u, i) => Math.exp(floor - u) * grid.volumes[i]);
  const total = raw.reduce((sum, value) => sum + value, 0);
  const [right, left] = [new Float64Array(grid.size - 1), new Float64Array(grid.size - 1)];
  const loss: [number, number] = [0, 0];
  const point = new Float64Array(1);
  for (let k = 0; k < joints.count; k++) {
    const [i, j] = [joints.from[k], joints.to[k]];
    if (j >= 0) {
      right[i] = (joints.size[k] * g(reduced[j] - reduced[i])) / grid.volumes[i];
      left[i] = (joints.size[k] * g(reduced[i] - reduced[j])) / grid.volumes[j];
    } else {
      const wall = at(point.fill(grid.points[i] + displacement(grid, joints, k, point)[0]));
      loss[i === 0 ? 0 : 1] += (joints.size[k] * g(wall - reduced[i])) / grid.volumes[i];
    }
  }
  return { right, left, loss, weight: raw.map((value) => value / total) };
};

/** The matrix of dP/dt = 𝓛P for the probabilities P of the cells; every column sums to 0, or to −`loss`. */
export const matrixOf = ({ right, left, loss }: Chain): Tridiagonal => {
  const cells = right.length + 1;
  const losses = new Float64Array(cells);
  losses[0] = loss[0];
  losses[cells - 1] = loss[1];
  const diagonal = losses.map((rate) => 0 - rate);
  for (let i = 0; i < cells - 1; i++) {
    diagonal[i] -= right[i];
    diagonal[i + 1] -= left[i];
  }
  return { lower: right, diagonal, upper: left, loss: losses };
};

/** The chain read from right to left. */
export const mirrored = ({ weight, right, left, loss }: Chain): Chain => ({
  weight: weight.toReversed(),
  right: left.toReversed(),
  left: right.toReversed(),
  loss: [loss[1], loss[0]],
});

/** B with −𝓛 similar to BᵀB: row i is the flux over edge i in the variables P/√weight, √left at cell i + 1 against √right at cell i; a sink at the right end
 *  is one more edge, to a cell that does not count. */
export const fluxOf = ({ right, left, loss }: Chain): Bidiagonal => ({
  left: Float64Array.of(...right.map((rate) => -Math.sqrt(rate)), ...(loss[1] > 0 ? [-Math.sqrt(loss[1])] : [])),
  right: Float64Array.of(...left.map((rate) => Math.sqrt(rate)), ...(loss[1] > 0 ? [0] : [])),
});

/** Bᵀ for a chain with sinks at both ends: row i are the fluxes into cell i from the left and out of it to the right. */
export const cellsOf = ({ right, left, loss }: Chain): Bidiagonal => ({
  left: Float64Array.of(Math.sqrt(loss[0]), ...left.map((rate) => Math.sqrt(rate))),
  right: Float64Array.of(...right.map((rate) => -Math.sqrt(rate)), -Math.sqrt(loss[1])),
});
