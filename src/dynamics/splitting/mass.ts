import { positive } from "../../checks.js";
import { counted } from "../../counted.js";
import { PhysicsError } from "../../errors.js";
import { cholesky, inverseFrom } from "../../linalg/dense/dense-cholesky.js";

/** A mass for each coordinate, or the rows of a symmetric positive definite mass matrix M. */
export type Masses = ArrayLike<number> | readonly ArrayLike<number>[];

/** A full mass matrix, row by row: its inverse, and its Cholesky factor L with M = LLᵀ. */
export interface MassMatrix {
  readonly dim: number;
  readonly inverse: Float64Array;
  readonly factor: Float64Array;
}

/** Checked masses: the diagonal of M, or M in full. */
export type Mass = Float64Array | MassMatrix;

const notDefinite = (what: string): never => {
  throw new PhysicsError("parameter", {
    what,
    expected: "a symmetric positive definite matrix, so that ½ pᵀM⁻¹p > 0 for every p ≠ 0",
    remedy: "Write equal numbers on both sides of the diagonal, such as mass: [[2, 0.5], [0.5, 3]]",
  });
};

const matrixOf = (rows: readonly ArrayLike<number>[], dim: number): MassMatrix => {
  const flat = Float64Array.from(rows.flatMap((row) => Array.from(row)));
  if (flat.length !== dim * dim || !flat.every(Number.isFinite))
    notDefinite(`The mass matrix is not ${dim} × ${dim} numbers`);
  for (let i = 0; i < dim; i++)
    for (let j = 0; j < i; j++)
      if (flat[i * dim + j] !== flat[j * dim + i])
        notDefinite(
          `The mass matrix has ${flat[i * dim + j]} and ${flat[j * dim + i]} on the two sides of its diagonal`,
        );
  const factor = cholesky(flat, dim) ?? notDefinite("The mass matrix has a direction without positive mass");
  return { dim, factor, inverse: inverseFrom(factor, dim) };
};

/** The masses of `dim` coordinates, checked. @throws PhysicsError "dimension", "parameter" */
export const massOf = (mass: Masses, dim: number): Mass => {
  if (mass.length !== dim)
    throw new PhysicsError("dimension", {
      what: `mass has ${counted(mass.length, "number")}`,
      expected: `${dim}, one for each coordinate`,
      remedy: "List a mass for every coordinate, such as mass: [1.5]",
    });
  return typeof mass[0] === "number"
    ? Float64Array.from(mass as ArrayLike<number>, (m, i) => positive(`mass[${i}]`, m))
    : matrixOf(mass as readonly ArrayLike<number>[], dim);
};

/** v = M⁻¹p for every copy, into `out`. */
export const velocities = (mass: Mass, p: Float64Array, out: Float64Array): Float64Array => {
  if (mass instanceof Float64Array) {
    for (let i = 0; i < p.length; i++) out[i] = p[i] / mass[i % mass.length];
    return out;
  }
  const { dim, inverse } = mass;
  for (let r = 0; r < p.length; r += dim)
    for (let i = 0; i < dim; i++) {
      let sum = 0;
      for (let j = 0; j < dim; j++) sum += inverse[i * dim + j] * p[r + j];
      out[r + i] = sum;
    }
  return out;
};
