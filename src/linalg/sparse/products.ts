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

/** A tile of two rows by four columns in registers: C[c0 …] and C[c1 …] less the products of rows a0, a1 of A with four rows of B from b0 on, `stride` apart. */
const tile = (
  C: Float64Array,
  c0: number,
  c1: number,
  A: Float64Array,
  a0: number,
  a1: number,
  B: Float64Array,
  b0: number,
  stride: number,
  depth: number,
): void => {
  const b1 = b0 + stride;
  const b2 = b1 + stride;
  const b3 = b2 + stride;
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
  C[c0] -= s00;
  C[c0 + 1] -= s01;
  C[c0 + 2] -= s02;
  C[c0 + 3] -= s03;
  C[c1] -= s10;
  C[c1 + 1] -= s11;
  C[c1 + 2] -= s12;
  C[c1 + 3] -= s13;
};

/** C[i][j] −= Σₖ A[i][k] B[j][k] for k < depth, rows i < m, columns j < n; with `lower`, at least where j ≤ i. */
export const subtractProducts = (
  c: Rows,
  a: Rows,
  b: Rows,
  m: number,
  n: number,
  depth: number,
  lower: boolean,
): void => {
  const { data: C, stride: across } = c;
  const { data: A, stride: along } = a;
  const { data: B, stride } = b;
  for (let i = 0; i < m; i += 2) {
    const a0 = a.offset + i * along;
    const c0 = c.offset + i * across;
    const end = lower ? Math.min(n, i + 2) : n;
    const isPair = i + 1 < m;
    let j = 0;
    if (isPair)
      for (let b0 = b.offset; j + 4 <= n && j < end; j += 4, b0 += 4 * stride)
        tile(C, c0 + j, c0 + across + j, A, a0, a0 + along, B, b0, stride, depth);
    for (; j < end; j++) {
      C[c0 + j] -= dot(A, a0, B, b.offset + j * stride, depth);
      if (isPair) C[c0 + across + j] -= dot(A, a0 + along, B, b.offset + j * stride, depth);
    }
  }
};
