import { PhysicsError } from "../../errors.js";
import type { Tridiagonal } from "./tridiagonal.js";

/** Solves A x = b for any number of b, into `out`, which may be `b`. */
export type TridiagonalSolve = (b: Float64Array, out: Float64Array) => Float64Array;

/** Elimination of b towards the middle, and back to both ends. `down[i]` and `up[i]` are the entries between rows i and i + 1 over the outer one's pivot. */
const solve = (
  down: Float64Array,
  up: Float64Array,
  inverse: Float64Array,
  middle: number,
  b: Float64Array,
  out: Float64Array,
): Float64Array => {
  const last = b.length - 1;
  let low = middle > 0 ? b[0] : 0;
  let high = middle < last ? b[last] : 0;
  const pairs = Math.min(middle, last - middle);
  const centre = b[middle];
  if (middle > 0) out[0] = low;
  if (middle < last) out[last] = high;
  for (let i = 1, j = last - 1; i < pairs; i++, j--) {
    low = b[i] - down[i - 1] * low;
    out[i] = low;
    high = b[j] - up[j] * high;
    out[j] = high;
  }
  for (let i = Math.max(pairs, 1); i < middle; i++) {
    low = b[i] - down[i - 1] * low;
    out[i] = low;
  }
  const fromLeft = middle > 0 ? down[middle - 1] * low : 0;
  const fromRight = middle < last ? up[middle] * high : 0;
  low = (centre - fromLeft - fromRight) * inverse[middle];
  high = low;
  out[middle] = low;
  for (let i = middle - 1, j = middle + 1; i >= 0 && j <= last; i--, j++) {
    low = out[i] * inverse[i] - up[i] * low;
    out[i] = low;
    high = out[j] * inverse[j] - down[j - 1] * high;
    out[j] = high;
  }
  for (let i = 2 * middle - last - 1; i >= 0; i--) {
    low = out[i] * inverse[i] - up[i] * low;
    out[i] = low;
  }
  return out;
};

const vanishing = (i: number, pivot: number): never => {
  throw new PhysicsError("parameter", {
    what: `Pivot ${i} of the tridiagonal matrix is ${pivot}`,
    expected: "a matrix whose diagonal outweighs what stands beside it",
    remedy: "Take 1 − t𝓛 with t > 0",
  });
};

/** The factor of a tridiagonal matrix by elimination without exchange of rows, which is stable where columns are diagonally dominant, as those of
 *  1 − t𝓛 for a generator 𝓛 and t > 0. Rows are eliminated from both ends towards the middle: two chains of divisions run side by side.
 *  @throws PhysicsError "parameter" where a pivot vanishes */
export const factored = ({ lower, diagonal, upper }: Tridiagonal): TridiagonalSolve => {
  const n = diagonal.length;
  const middle = n >> 1;
  const inverse = new Float64Array(n);
  let low = 0;
  let high = 0;
  for (let i = 0, j = n - 1; i < middle; i++, j--) {
    low = 1 / (i > 0 ? diagonal[i] - lower[i - 1] * upper[i - 1] * low : diagonal[i]);
    inverse[i] = low;
    if (j === middle) break;
    high = 1 / (i > 0 ? diagonal[j] - lower[j] * upper[j] * high : diagonal[j]);
    inverse[j] = high;
  }
  const left = middle > 0 ? lower[middle - 1] * upper[middle - 1] * low : 0;
  const right = middle < n - 1 ? lower[middle] * upper[middle] * high : 0;
  inverse[middle] = 1 / (diagonal[middle] - left - right);
  const down = new Float64Array(Math.max(n - 1, 0));
  const up = new Float64Array(down.length);
  for (let i = 0; i < n - 1; i++) {
    const outer = inverse[i < middle ? i : i + 1];
    down[i] = lower[i] * outer;
    up[i] = upper[i] * outer;
  }
  for (let i = 0; i < n; i++) if (!Number.isFinite(inverse[i]) || inverse[i] === 0) vanishing(i, 1 / inverse[i]);
  return (b, out) => solve(down, up, inverse, middle, b, out);
};
