import { symmetricEigen } from "../linalg/dense/symmetric-eigen.js";

/** Eigenvalues below this share of the largest count as 0. */
const ZERO = 1e-12;

/** A Gram matrix WᵀCW of columns, row by row. */
const gram = (columns: readonly Float64Array[], weights: Float64Array): Float64Array => {
  const n = columns.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let s = 0; s < weights.length; s++) sum += weights[s] * columns[i][s] * columns[j][s];
      matrix[i * n + j] = sum;
      matrix[j * n + i] = sum;
    }
  return matrix;
};

/** Σₖ vₖ f(λₖ) vₖᵀ of a symmetric matrix with eigenvalues λ. */
const spectral = (matrix: Float64Array, n: number, f: (value: number, largest: number) => number): Float64Array => {
  const { values, vectors } = symmetricEigen(matrix, n);
  const largest = values[n - 1];
  const out = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const weight = f(values[k], largest);
    if (weight === 0) continue;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) out[i * n + j] += weight * vectors[k * n + i] * vectors[k * n + j];
  }
  return out;
};

const times = (a: Float64Array, b: Float64Array, n: number): Float64Array => {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const left = a[i * n + k];
      if (left !== 0) for (let j = 0; j < n; j++) out[i * n + j] += left * b[k * n + j];
    }
  return out;
};

/** The asymptotic covariance of ln Z of states, Θ = S (1 − S N S)⁺ S with S = (WᵀCW)^½: `columns` are the weights of the samples in each state, each summing
 *  to 1 under C, `counts` N the samples drawn from it, 0 for states that were only looked at. Variances of differences, Θᵢᵢ − 2Θᵢⱼ + Θⱼⱼ, mean something.
 *  [shirts-chodera-2008] */
export const mbarCovariance = (
  columns: readonly Float64Array[],
  weights: Float64Array,
  counts: ArrayLike<number>,
): ((i: number, j: number) => number) => {
  const n = columns.length;
  const root = spectral(gram(columns, weights), n, (value, largest) => (value > ZERO * largest ? Math.sqrt(value) : 0));
  const scaled = root.map((value, index) => value * counts[Math.floor(index / n)]);
  const inner = times(root, scaled, n).map((value, index) => (index % (n + 1) === 0 ? 1 : 0) - value);
  const inverse = spectral(inner, n, (value) => (Math.abs(value) > 1e-9 ? 1 / value : 0));
  const theta = times(times(root, inverse, n), root, n);
  return (i, j) => Math.max(theta[i * n + i] - 2 * theta[i * n + j] + theta[j * n + j], 0);
};
