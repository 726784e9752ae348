/** Small symmetric matrices, row by row in one array. */

/** The lower triangle L with A = LLᵀ; undefined where A is not positive definite. Only the lower half of A is read. */
export const cholesky = (a: ArrayLike<number>, n: number): Float64Array | undefined => {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
      if (i !== j) l[i * n + j] = sum / l[j * n + j];
      else if (sum > 1e-14 * a[i * n + i]) l[i * n + i] = Math.sqrt(sum);
      else return undefined;
    }
  return l;
};

/** A⁻¹ from the factor L of A = LLᵀ: column by column, L y = e, then Lᵀ x = y. */
export const inverseFrom = (l: Float64Array, n: number): Float64Array => {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const x = inverse.subarray(column * n, (column + 1) * n);
    x[column] = 1;
    for (let i = column; i < n; i++) {
      for (let k = column; k < i; k++) x[i] -= l[i * n + k] * x[k];
      x[i] /= l[i * n + i];
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let k = i + 1; k < n; k++) x[i] -= l[k * n + i] * x[k];
      x[i] /= l[i * n + i];
    }
  }
  return inverse;
};

/** The rows of A⁻¹ for a symmetric positive definite matrix given by its rows, whose diagonal is scaled to 1 first; undefined where A is singular. */
export const inverseOfRows = (rows: readonly (readonly number[])[]): number[][] | undefined => {
  const n = rows.length;
  const scale = rows.map((row, i) => 1 / Math.sqrt(row[i]));
  const factor = cholesky(
    rows.flatMap((row, i) => row.map((value, j) => value * scale[i] * scale[j])),
    n,
  );
  const inverse = factor && inverseFrom(factor, n);
  return inverse && rows.map((_, i) => rows.map((_, j) => inverse[i * n + j] * scale[i] * scale[j]));
};
