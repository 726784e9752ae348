/** All eigenvalues of a small symmetric matrix, rising, and its eigenvectors. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Eigenvector i at [i n, (i + 1) n), of length 1. */
  readonly vectors: Float64Array;
}

/** Turns rows and columns p and q of A, and the rows of the vectors, so that A_pq becomes 0. */
const turn = (a: Float64Array, v: Float64Array, n: number, p: number, q: number): void => {
  const off = a[p * n + q];
  if (off === 0) return;
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const mix = (m: Float64Array, i: number, j: number) => {
    const [x, y] = [m[i], m[j]];
    m[i] = c * x - s * y;
    m[j] = s * x + c * y;
  };
  for (let k = 0; k < n; k++) mix(a, k * n + p, k * n + q);
  for (let k = 0; k < n; k++) mix(a, p * n + k, q * n + k);
  for (let k = 0; k < n; k++) mix(v, p * n + k, q * n + k);
};

/** A v = λ v for a symmetric matrix, row by row in one array, by Jacobi's rotations: for up to some hundred rows. `matrix` is left as it is. */
export const symmetricEigen = (matrix: Float64Array, n: number): SymmetricEigen => {
  const a = matrix.slice(0, n * n);
  const v = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const size = Math.hypot(...a);
  const rest = () => Math.sqrt(a.reduce((sum, x, i) => (i % (n + 1) === 0 ? sum : sum + x * x), 0));
  for (let round = 0; round < 60 && rest() > 1e-16 * size; round++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) turn(a, v, n, p, q);
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[i * n + i] - a[j * n + j]);
  const vectors = new Float64Array(n * n);
  for (const [to, from] of order.entries()) vectors.set(v.subarray(from * n, (from + 1) * n), to * n);
  return { values: Float64Array.from(order, (i) => a[i * n + i]), vectors };
};
