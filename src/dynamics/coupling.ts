import { PhysicsError } from "../errors.js";
import { cholesky } from "../linalg/dense/dense-cholesky.js";

/** A matrix by rows. */
export type Rows = readonly (readonly number[])[];

/** A square matrix as one array, row by row. @throws PhysicsError "parameter" */
export const flattened = (name: string, rows: Rows, dim: number): Float64Array => {
  const flat = Float64Array.from(rows.flat());
  if (rows.length === dim && rows.every((row) => row.length === dim) && flat.every(Number.isFinite)) return flat;
  throw new PhysicsError("parameter", {
    what: `${name} has rows of ${rows.map((row) => row.length).join(", ")} numbers`,
    expected: `${dim} rows of ${dim} finite numbers, as the potential has ${dim} coordinates`,
    remedy: "Write it by rows, such as [[2, 0.5], [-0.5, 1.2]]",
  });
};

/** ½(A + Aᵀ). */
export const symmetricPart = (a: Float64Array, n: number): Float64Array =>
  a.map((value, at) => 0.5 * (value + a[(at % n) * n + Math.floor(at / n)]));

/** L with A = LLᵀ. @throws PhysicsError "parameter" where A is not positive definite */
export const noiseFactor = (name: string, a: Float64Array, n: number): Float64Array => {
  const factor = cholesky(a, n);
  if (factor) return factor;
  throw new PhysicsError("parameter", {
    what: `The symmetric part of ${name} is not positive definite`,
    expected: "noise in every direction",
    remedy: "Look at its eigenvalues; a matrix that was measured may need more samples",
  });
};

/** out = A x for each of the copies in x. */
export const times = (a: Float64Array, x: Float64Array, out: Float64Array, n: number): void => {
  for (let r = 0; r < x.length; r += n)
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += a[i * n + j] * x[r + j];
      out[r + i] = sum;
    }
};
