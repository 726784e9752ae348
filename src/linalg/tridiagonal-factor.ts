import { PhysicsError } from "../errors.js";
import type { Tridiagonal } from "./tridiagonal.js";

/** Solves A x = b for any number of b, into `out`, which may be `b`. */
export type TridiagonalSolve = (b: Float64Array, out: Float64Array) => Float64Array;

/** The factor of a tridiagonal matrix by elimination without exchange of rows, which is stable where columns are diagonally dominant, as those of
 *  1 − t𝓛 for a generator 𝓛 and t > 0. @throws PhysicsError "parameter" where a pivot vanishes */
export const factored = ({ lower, diagonal, upper }: Tridiagonal): TridiagonalSolve => {
  const n = diagonal.length;
  const inverse = new Float64Array(n);
  const down = new Float64Array(n);
  const up = new Float64Array(n);
  for (let i = 0, pivot = diagonal[0]; i < n; i++) {
    if (i > 0) pivot = diagonal[i] - down[i - 1] * upper[i - 1];
    if (pivot === 0 || !Number.isFinite(pivot))
      throw new PhysicsError("parameter", {
        what: `Pivot ${i} of the tridiagonal matrix is ${pivot}`,
        expected: "a matrix whose diagonal outweighs what stands beside it",
        remedy: "Take 1 − t𝓛 with t > 0",
      });
    inverse[i] = 1 / pivot;
    if (i === n - 1) break;
    down[i] = lower[i] * inverse[i];
    up[i] = upper[i] * inverse[i];
  }
  return (b, out) => {
    let value = b[0];
    out[0] = value;
    for (let i = 1; i < n; i++) {
      value = b[i] - down[i - 1] * value;
      out[i] = value;
    }
    value = out[n - 1] * inverse[n - 1];
    out[n - 1] = value;
    for (let i = n - 2; i >= 0; i--) {
      value = out[i] * inverse[i] - up[i] * value;
      out[i] = value;
    }
    return out;
  };
};
