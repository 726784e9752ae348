/** exp(A) of a small dense matrix, rows one after the other, by scaling, a diagonal Padé fraction and squaring. [higham-2005] */

import { PhysicsError } from "../../errors.js";

/** A B. */
export const product = (a: Float64Array, b: Float64Array, n: number): Float64Array => {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k];
      for (let j = 0; j < n; j++) out[i * n + j] += factor * b[k * n + j];
    }
  return out;
};

const swap = (a: Float64Array, n: number, i: number, j: number): void => {
  for (let k = 0; k < n; k++) [a[i * n + k], a[j * n + k]] = [a[j * n + k], a[i * n + k]];
};

/** A⁻¹ B for two n × n matrices, by elimination with row pivots. @throws PhysicsError "not-converged" where A is singular */
export const quotient = (left: Float64Array, right: Float64Array, n: number): Float64Array => {
  const [a, b] = [left.slice(), right.slice()];
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[best * n + k])) best = i;
    if (!(Math.abs(a[best * n + k]) > 0))
      throw new PhysicsError("not-converged", {
        what: "A small matrix has no inverse",
        expected: "finite numbers, and directions that differ",
        remedy: "Check the density for values that are not finite",
      });
    for (const matrix of [a, b]) swap(matrix, n, k, best);
    for (let i = 0; i < n; i++) {
      const factor = a[i * n + k] / a[k * n + k];
      if (i === k || factor === 0) continue;
      for (let j = k; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
      for (let j = 0; j < n; j++) b[i * n + j] -= factor * b[k * n + j];
    }
  }
  return b.map((value, at) => value / a[Math.floor(at / n) * (n + 1)]);
};

const DEGREE = 8;

/** exp(A) of an n × n matrix; to rounding times the size of A, where its powers stay bounded. */
export const smallExponential = (matrix: Float64Array, n: number): Float64Array => {
  let size = 0;
  for (let i = 0; i < n; i++)
    size = Math.max(
      size,
      matrix.subarray(i * n, (i + 1) * n).reduce((sum, value) => sum + Math.abs(value), 0),
    );
  const halvings = Math.max(0, Math.ceil(Math.log2(size || 1)) + 1);
  const a = matrix.map((value) => value * 2 ** -halvings);
  let power: Float64Array = new Float64Array(n * n);
  for (let i = 0; i < n; i++) power[i * (n + 1)] = 1;
  const [top, bottom] = [power.slice(), power.slice()];
  let weight = 1;
  for (let k = 1; k <= DEGREE; k++) {
    weight *= (DEGREE - k + 1) / (k * (2 * DEGREE - k + 1));
    power = product(power, a, n);
    for (let i = 0; i < n * n; i++) {
      top[i] += weight * power[i];
      bottom[i] += (k % 2 === 0 ? weight : -weight) * power[i];
    }
  }
  let out = quotient(bottom, top, n);
  for (let i = 0; i < halvings; i++) out = product(out, out, n);
  return out;
};
