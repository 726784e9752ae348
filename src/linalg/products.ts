/** The innermost loop of dense factors. */

/** A block of rows in a larger array: row i begins at offset + i stride. */
export interface Rows {
  readonly data: Float64Array;
  readonly offset: number;
  readonly stride: number;
}

/** The product of row i of `a` and row j of `b` over their first `depth` numbers. */
const dot = (a: Float64Array, i: number, b: Float64Array, j: number, depth: number): number => {
  let sum = 0;
  for (let k = 0; k < depth; k++) sum += a[i + k] * b[j + k];
  return sum;
};

/** C[i][j] −= Σₖ A[i][k] B[j][k] for k < depth, rows i < m, columns j < n; with `lower`, at least where j ≤ i. Tiles of two by four stay in registers. */
export const subtractProducts = (
  c: Rows,
  a: Rows,
  b: Rows,
  m: number,
  n: number,
  depth: number,
  lower: boolean,
): void => {
  const C = c.data;
  const A = a.data;
  const B = b.data;
  for (let i = 0; i < m; i += 2) {
    const pair = i + 1 < m;
    const a0 = a.offset + i * a.stride;
    const a1 = pair ? a0 + a.stride : a0;
    const c0 = c.offset + i * c.stride;
    const c1 = c0 + c.stride;
    const end = lower ? Math.min(n, i + 2) : n;
    let j = 0;
    for (; j + 4 <= n && j < end; j += 4) {
      const b0 = b.offset + j * b.stride;
      const b1 = b0 + b.stride;
      const b2 = b1 + b.stride;
      const b3 = b2 + b.stride;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      for (let k = 0; k < depth; k++) {
        const p = A[a0 + k];
        const q = A[a1 + k];
        const w = B[b0 + k];
        const x = B[b1 + k];
        const y = B[b2 + k];
        const z = B[b3 + k];
        s00 += p * w;
        s01 += p * x;
        s02 += p * y;
        s03 += p * z;
        s10 += q * w;
        s11 += q * x;
        s12 += q * y;
        s13 += q * z;
      }
      C[c0 + j] -= s00;
      C[c0 + j + 1] -= s01;
      C[c0 + j + 2] -= s02;
      C[c0 + j + 3] -= s03;
      if (!pair) continue;
      C[c1 + j] -= s10;
      C[c1 + j + 1] -= s11;
      C[c1 + j + 2] -= s12;
      C[c1 + j + 3] -= s13;
    }
    for (; j < end; j++) {
      C[c0 + j] -= dot(A, a0, B, b.offset + j * b.stride, depth);
      if (pair) C[c1 + j] -= dot(A, a1, B, b.offset + j * b.stride, depth);
    }
  }
};
