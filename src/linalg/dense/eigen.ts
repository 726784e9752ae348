/** Eigenvalues and eigenvectors of a small dense matrix, by Hessenberg's form and the QR algorithm. [francis-1961] */

import { PhysicsError } from "../../errors.js";
import type { Complexes } from "./complexes.js";
import { hessenberg } from "./hessenberg.js";

export interface Eigen {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Unit vectors, one an eigenvalue. */
  readonly vectors: readonly Complexes[];
}

/** A rotation of two neighbours: (a, b) → (c a + s b, −s̄ a + c b) with a real c. */
interface Rotation {
  readonly c: number;
  readonly re: number;
  readonly im: number;
}

/** The rotation that makes b vanish. */
const rotation = (aRe: number, aIm: number, bRe: number, bIm: number): Rotation => {
  const a = Math.hypot(aRe, aIm);
  const size = Math.hypot(a, bRe, bIm);
  if (size === 0) return { c: 1, re: 0, im: 0 };
  const [re, im] = a === 0 ? [1, 0] : [aRe / a, aIm / a];
  return { c: a / size, re: (re * bRe + im * bIm) / size, im: (im * bRe - re * bIm) / size };
};

/** Turns the entries `first` and `second`, then those `stride` further on, `count` in all. */
const turn = (
  { re, im }: Complexes,
  { c, re: s, im: t }: Rotation,
  first: number,
  second: number,
  stride: number,
  count: number,
): void => {
  for (let k = 0, i = first, j = second; k < count; k++, i += stride, j += stride) {
    const [a, b, x, y] = [re[i], im[i], re[j], im[j]];
    re[i] = c * a + s * x - t * y;
    im[i] = c * b + s * y + t * x;
    re[j] = c * x - s * a - t * b;
    im[j] = c * y - s * b + t * a;
  }
};

const conjugate = ({ c, re, im }: Rotation): Rotation => ({ c, re, im: -im });

/** √z with a real part ≥ 0. */
const root = (re: number, im: number): readonly [number, number] => {
  const size = Math.hypot(re, im);
  const a = Math.sqrt(0.5 * (size + Math.abs(re)));
  if (a === 0) return [0, 0];
  const b = im / (2 * a);
  return re >= 0 ? [a, b] : [Math.abs(b), im >= 0 ? a : -a];
};

/** The eigenvalue of the last 2 × 2 block up to row `high` that lies nearer to its last entry. */
const wilkinson = ({ re, im }: Complexes, n: number, high: number): readonly [number, number] => {
  const [p, q, r, s] = [(high - 1) * n + high - 1, (high - 1) * n + high, high * n + high - 1, high * n + high];
  const [x, y] = [0.5 * (re[p] - re[s]), 0.5 * (im[p] - im[s])];
  const [u, v] = [re[q] * re[r] - im[q] * im[r], re[q] * im[r] + im[q] * re[r]];
  const [a, b] = root(x * x - y * y + u, 2 * x * y + v);
  const side = x * a + y * b < 0 ? 1 : -1;
  // s + x ± √(x² + uv), the smaller root as −(u + iv) over the larger, so that nothing cancels.
  const [c, d] = [x - side * a, y - side * b];
  const size = c * c + d * d;
  if (size === 0) return [re[s], im[s]];
  return [re[s] - (u * c + v * d) / size, im[s] - (v * c - u * d) / size];
};

/** One step of QR on rows `low` to `high`: T − σ = QR, T ← RQ + σ, Z ← ZQ. */
const step = (t: Complexes, z: Complexes, n: number, low: number, high: number, [x, y]: readonly [number, number]) => {
  const shift = (sign: number) => {
    for (let i = low; i <= high; i++) {
      t.re[i * n + i] += sign * x;
      t.im[i * n + i] += sign * y;
    }
  };
  shift(-1);
  const rotations: Rotation[] = [];
  for (let k = low; k < high; k++) {
    const [p, q] = [k * n + k, (k + 1) * n + k];
    const g = rotation(t.re[p], t.im[p], t.re[q], t.im[q]);
    turn(t, g, p, q, 1, n - k);
    rotations.push(conjugate(g));
  }
  rotations.forEach((g, i) => {
    const k = low + i;
    turn(t, g, k, k + 1, n, Math.min(k + 2, high + 1));
    turn(z, g, k, k + 1, n, n);
  });
  shift(1);
};

/** The part of a matrix of norm about 1 below which an entry is no part of it, however small its neighbours are. */
const NOTHING = 1e-32;

/** Whether the entry below the diagonal in row k is rounding beside its neighbours, or nothing beside the matrix. */
const small = ({ re, im }: Complexes, n: number, k: number): boolean => {
  const [p, q, r] = [k * n + k - 1, (k - 1) * n + k - 1, k * n + k];
  const near = Math.hypot(re[q], im[q]) + Math.hypot(re[r], im[r]);
  return Math.hypot(re[p], im[p]) <= Math.max(1e-16 * near, NOTHING);
};

/** T upper triangular with Z T Z* = the matrix that T was before, of a norm of about 1; both are changed in place. */
const triangularise = (t: Complexes, z: Complexes, n: number): void => {
  let tries = 0;
  for (let high = n - 1; high > 0; ) {
    let low = high;
    while (low > 0 && !small(t, n, low)) low--;
    if (low > 0) t.re[low * n + low - 1] = t.im[low * n + low - 1] = 0;
    if (low === high) {
      high--;
      tries = 0;
      continue;
    }
    if (++tries > 100)
      throw new PhysicsError("not-converged", {
        what: "A small eigenvalue problem did not settle in 100 steps",
        expected: "finite numbers of similar size",
        remedy: "Ask for one mode more or fewer",
      });
    const stuck = Math.abs(t.re[high * n + high - 1]) + Math.abs(t.im[high * n + high - 1]);
    step(t, z, n, low, high, tries % 12 === 0 ? [t.re[high * n + high] + stuck, 0] : wilkinson(t, n, high));
  }
};

/** Eigenvector number k of the triangular T, turned back by Z, of length 1. */
const vector = (t: Complexes, z: Complexes, n: number, k: number, scale: number): Complexes => {
  const [x, y] = [new Float64Array(n), new Float64Array(n)];
  x[k] = 1;
  for (let i = k - 1; i >= 0; i--) {
    let [a, b] = [0, 0];
    for (let j = i + 1; j <= k; j++) {
      a -= t.re[i * n + j] * x[j] - t.im[i * n + j] * y[j];
      b -= t.re[i * n + j] * y[j] + t.im[i * n + j] * x[j];
    }
    let [c, d] = [t.re[i * n + i] - t.re[k * n + k], t.im[i * n + i] - t.im[k * n + k]];
    if (Math.hypot(c, d) < 1e-16 * scale) [c, d] = [1e-16 * scale, 0];
    const size = c * c + d * d;
    x[i] = (a * c + b * d) / size;
    y[i] = (b * c - a * d) / size;
  }
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= k; j++) {
      out.re[i] += z.re[i * n + j] * x[j] - z.im[i * n + j] * y[j];
      out.im[i] += z.re[i * n + j] * y[j] + z.im[i * n + j] * x[j];
    }
  const norm = Math.hypot(...out.re, ...out.im);
  return { re: out.re.map((value) => value / norm), im: out.im.map((value) => value / norm) };
};

/** An imaginary part below this part of the matrix is rounding: its conjugate lies as near, so that the two are one real eigenvalue. */
const REAL = 1e-14;

/** The power of two next below the norm: to divide by it costs no digit. */
const unitOf = (matrix: Float64Array): number => 2 ** Math.floor(Math.log2(Math.hypot(...matrix) || 1));

/** All eigenvalues and right eigenvectors of a real n × n matrix, rows one after the other: those of a matrix that lies within rounding of its norm. Where
 *  eigenvectors fall together, so do the vectors here. @throws PhysicsError "not-converged" */
export const eigen = (matrix: Float64Array, n: number): Eigen => {
  const unit = unitOf(matrix);
  const scaled = matrix.map((value) => value / unit);
  const { h, q } = hessenberg(scaled, n);
  const t = { re: h, im: new Float64Array(n * n) };
  const z = { re: q, im: new Float64Array(n * n) };
  triangularise(t, z, n);
  const scale = Math.hypot(...t.re, ...t.im) || 1;
  const isReal = (k: number) => Math.abs(t.im[k * n + k]) <= REAL * scale;
  return {
    re: Float64Array.from({ length: n }, (_, k) => unit * t.re[k * n + k]),
    im: Float64Array.from({ length: n }, (_, k) => (isReal(k) ? 0 : unit * t.im[k * n + k])),
    vectors: Array.from({ length: n }, (_, k) => vector(t, z, n, k, scale)),
  };
};
