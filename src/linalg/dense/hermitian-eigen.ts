import type { Complexes } from "./complexes.js";
import { symmetricEigen } from "./symmetric-eigen.js";

/** All eigenvalues of a small Hermitian matrix, rising, and its eigenvectors. */
export interface HermitianEigen {
  readonly values: Float64Array;
  /** Eigenvector j at [j n, (j + 1) n), of length 1; the imaginary parts have no room where the matrix is real. */
  readonly vectors: Complexes;
}

/** A rotation of the coordinates p and q by c and the complex number s, with c² + |s|² = 1. */
interface Turn {
  readonly p: number;
  readonly q: number;
  readonly c: number;
  readonly s: readonly [number, number];
}

/** (x, y) ← (c x − s̄ y, s x + c y) for the numbers at i and j. */
const mix = ({ re, im }: Complexes, i: number, j: number, c: number, [u, v]: Turn["s"]): void => {
  const [a, b, x, y] = [re[i], im[i], re[j], im[j]];
  re[i] = c * a - (u * x + v * y);
  im[i] = c * b - (u * y - v * x);
  re[j] = u * a - v * b + c * x;
  im[j] = u * b + v * a + c * y;
};

/** The rotation that makes A_pq zero; undefined where it is. */
const turnFor = ({ re, im }: Complexes, n: number, p: number, q: number): Turn | undefined => {
  const size = Math.hypot(re[p * n + q], im[p * n + q]);
  if (size === 0) return undefined;
  const theta = (re[q * n + q] - re[p * n + p]) / (2 * size);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = (t * c) / size;
  return { p, q, c, s: [s * re[p * n + q], s * im[p * n + q]] };
};

/** A ← R* A R, and the vectors, row by row, take part. */
const turn = (a: Complexes, v: Complexes, n: number, { p, q, c, s }: Turn): void => {
  const conjugate = [s[0], -s[1]] as const;
  for (let k = 0; k < n; k++) mix(a, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) mix(a, p * n + k, q * n + k, c, conjugate);
  for (let k = 0; k < n; k++) mix(v, p * n + k, q * n + k, c, s);
};

const offDiagonal = ({ re, im }: Complexes, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n * n; i++) if (i % (n + 1) !== 0) sum += re[i] * re[i] + im[i] * im[i];
  return Math.sqrt(sum);
};

const real = (matrix: Float64Array, n: number): HermitianEigen => {
  const { values, vectors } = symmetricEigen(matrix, n);
  return { values, vectors: { re: vectors, im: new Float64Array(0) } };
};

/** A v = λ v for a Hermitian matrix, row by row, by Jacobi's rotations: for up to some hundred rows. A matrix without imaginary parts is taken as real
 *  and symmetric. `matrix` is left as it is. */
export const hermitianEigen = ({ re, im }: Complexes, n: number): HermitianEigen => {
  if (im.length === 0) return real(re, n);
  const a = { re: re.slice(0, n * n), im: im.slice(0, n * n) };
  const identity = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const v = { re: identity, im: new Float64Array(n * n) };
  const size = Math.hypot(...a.re, ...a.im);
  for (let round = 0; round < 60 && offDiagonal(a, n) > 1e-16 * size; round++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const found = turnFor(a, n, p, q);
        if (found) turn(a, v, n, found);
      }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a.re[i * (n + 1)] - a.re[j * (n + 1)]);
  const sorted = (part: Float64Array) =>
    Float64Array.from(order.flatMap((from) => Array.from(part.subarray(from * n, (from + 1) * n))));
  return {
    values: Float64Array.from(order, (i) => a.re[i * (n + 1)]),
    vectors: { re: sorted(v.re), im: sorted(v.im) },
  };
};
