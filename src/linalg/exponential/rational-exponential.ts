/** exp(tA) b for a large dissipative A, Re xᵀAx ≤ 0, in the space that resolvents of one shift span. [van-den-eshof-hochbruck-2006] */

import { add, extend, type LinearMap, norm } from "../krylov/krylov.js";
import { quotient, smallExponential } from "./small-exponential.js";

/** A vector that has moved, and how far it may be off in the 2-norm. */
export interface Moved {
  readonly values: Float64Array;
  readonly error: number;
}

/** Largest space, and how often the error is looked at. */
const [ROOM, LOOK] = [72, 8];

/** exp(hA_m) e₁ for A_m = (1 − H⁻¹)/τ, which is as dissipative as A. */
const weights = (h: readonly Float64Array[], step: number, tau: number): Float64Array => {
  const n = h.length;
  const hessenberg = new Float64Array(n * n);
  h.forEach((column, j) => {
    for (let i = 0; i < Math.min(column.length, n); i++) hessenberg[i * n + j] = column[i];
  });
  const one = new Float64Array(n * n);
  for (let i = 0; i < n; i++) one[i * (n + 1)] = 1;
  const inverse = quotient(hessenberg, one, n);
  const small = smallExponential(
    inverse.map((value, k) => ((one[k] - value) * step) / tau),
    n,
  );
  return Float64Array.from({ length: n }, (_, i) => small[i * n]);
};

/** exp(tA) b from `solve`, b → (1 − τA)⁻¹ b, or nothing where 72 dimensions do not reach the absolute `tolerance`: what turns often in the time t is not for
 *  this space. The error is how much the last few dimensions have moved the result. */
export const rationalExponential = (
  solve: LinearMap,
  tau: number,
  t: number,
  b: Float64Array,
  tolerance: number,
): Moved | undefined => {
  const size = norm(b);
  const basis = [b.map((value) => value / size)];
  const h: Float64Array[] = [];
  let before = new Float64Array(0);
  for (let m = 1; m <= ROOM; m++) {
    const { parts, rest } = extend(basis, solve);
    h.push(Float64Array.of(...parts, rest));
    if (m % LOOK !== 0 && rest > 0) continue;
    const now = weights(h, t, tau);
    const moved = size * norm(now.map((value, i) => value - (before[i] ?? 0)));
    if (rest > 0 && !(moved <= tolerance)) {
      before = now as Float64Array<ArrayBuffer>;
      continue;
    }
    const values = new Float64Array(b.length);
    now.forEach((weight, i) => {
      add(values, size * weight, basis[i]);
    });
    return { values, error: rest > 0 ? moved : 0 };
  }
  return undefined;
};
