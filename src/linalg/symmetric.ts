import { PhysicsError } from "../errors.js";

/** The inverse of a small symmetric positive matrix, by its Cholesky factor after scaling the diagonal to 1. @throws PhysicsError "not-converged" where it has none */
export const invertPositive = (matrix: readonly (readonly number[])[]): number[][] => {
  const n = matrix.length;
  const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i]));
  const factor = matrix.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j] * scale[i] * scale[j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      if (i === j && !(rest > 1e-14))
        throw new PhysicsError("not-converged", {
          what: "A matrix that has to be inverted is singular",
          expected: "unknowns that the data can tell apart",
          remedy: "Leave one of them out, or give more data",
        });
      factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
    }
  const columns = matrix.map((_, c) => {
    const y = new Array<number>(n).fill(0);
    for (let i = 0; i < n; i++) {
      let rest = i === c ? 1 : 0;
      for (let k = 0; k < i; k++) rest -= factor[i][k] * y[k];
      y[i] = rest / factor[i][i];
    }
    for (let i = n - 1; i >= 0; i--) {
      let rest = y[i];
      for (let k = i + 1; k < n; k++) rest -= factor[k][i] * y[k];
      y[i] = rest / factor[i][i];
    }
    return y;
  });
  return columns.map((column, c) => column.map((value, i) => value * scale[i] * scale[c]));
};
