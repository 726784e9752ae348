/** Small dense matrices, as arrays of rows: slow and plain, to hold fast code against. */

export type Matrix = number[][];

export const identity = (n: number): Matrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)));
export const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
export const transpose = (a: Matrix): Matrix => a[0].map((_, j) => a.map((row) => row[j]));
export const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, j) => value + b[i][j]));
export const scaled = (a: Matrix, c: number): Matrix => a.map((row) => row.map((value) => c * value));

/** exp(A) by scaling, forty terms of the series, and squaring. */
export const expm = (a: Matrix): Matrix => {
  const size = Math.max(...a.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  const halvings = Math.max(0, Math.ceil(Math.log2(size)) + 1);
  const small = scaled(a, 2 ** -halvings);
  let term = identity(a.length);
  let sum = term;
  for (let k = 1; k <= 40; k++) {
    term = scaled(times(term, small), 1 / k);
    sum = plus(sum, term);
  }
  for (let i = 0; i < halvings; i++) sum = times(sum, sum);
  return sum;
};

/** Eigenvalues of a symmetric matrix, growing, by Jacobi's rotations. */
export const symmetricEigenvalues = (matrix: Matrix): number[] => {
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (a[p][q] === 0) continue;
        // The smaller of the two angles, or the sweeps need not converge; atan(±∞) is right where the diagonal entries are equal.
        const theta = 0.5 * Math.atan((2 * a[p][q]) / (a[q][q] - a[p][p]));
        const [c, s] = [Math.cos(theta), Math.sin(theta)];
        for (let k = 0; k < n; k++) [a[k][p], a[k][q]] = [c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]];
        for (let k = 0; k < n; k++) [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
      }
  return a.map((row, i) => row[i]).sort((x, y) => x - y);
};

/** Σ = M Σ Mᵀ + N by doubling: the stationary covariance of x ← Mx + noise of covariance N. */
export const stationaryCovariance = (m: Matrix, noise: Matrix): Matrix => {
  let [power, sum] = [m, noise];
  for (let i = 0; i < 60; i++) {
    sum = plus(sum, times(times(power, sum), transpose(power)));
    power = times(power, power);
  }
  return sum;
};
