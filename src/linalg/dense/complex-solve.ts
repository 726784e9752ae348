import type { Complexes } from "./complexes.js";

/** Exchanges rows i and j of m columns. */
const swap = ({ re, im }: Complexes, i: number, j: number, m: number): void => {
  for (let k = 0; k < m; k++)
    for (const part of [re, im]) {
      const kept = part[i * m + k];
      part[i * m + k] = part[j * m + k];
      part[j * m + k] = kept;
    }
};

/** Row i ← row i − (u + iv) row j. */
const subtract = ({ re, im }: Complexes, i: number, j: number, m: number, u: number, v: number): void => {
  for (let k = 0; k < m; k++) {
    const x = re[j * m + k];
    const y = im[j * m + k];
    re[i * m + k] -= u * x - v * y;
    im[i * m + k] -= u * y + v * x;
  }
};

/** Row i ← row i/(u + iv). */
const divide = ({ re, im }: Complexes, i: number, m: number, u: number, v: number): void => {
  const size = u * u + v * v;
  for (let k = 0; k < m; k++) {
    const x = re[i * m + k];
    const y = im[i * m + k];
    re[i * m + k] = (x * u + y * v) / size;
    im[i * m + k] = (y * u - x * v) / size;
  }
};

/** A X = B for small complex matrices, row by row: A has n rows, B has m columns. By Gauss and Jordan's elimination with row exchanges; A is spoilt, and B becomes X.
 *  Where A is singular X is not finite. */
export const complexSolve = (a: Complexes, b: Complexes, n: number, m: number): Complexes => {
  for (let column = 0; column < n; column++) {
    let pivot = column;
    const size = (row: number) => Math.abs(a.re[row * n + column]) + Math.abs(a.im[row * n + column]);
    for (let row = column + 1; row < n; row++) if (size(row) > size(pivot)) pivot = row;
    if (pivot !== column) {
      swap(a, pivot, column, n);
      swap(b, pivot, column, m);
    }
    const u = a.re[column * n + column];
    const v = a.im[column * n + column];
    divide(a, column, n, u, v);
    divide(b, column, m, u, v);
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const x = a.re[row * n + column];
      const y = a.im[row * n + column];
      subtract(a, row, column, n, x, y);
      subtract(b, row, column, m, x, y);
    }
  }
  return b;
};

/** C = A B for n × n matrices, into `c`. */
export const complexProduct = (a: Complexes, b: Complexes, n: number, c: Complexes): Complexes => {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let x = 0;
      let y = 0;
      for (let k = 0; k < n; k++) {
        const p = i * n + k;
        const q = k * n + j;
        x += a.re[p] * b.re[q] - a.im[p] * b.im[q];
        y += a.re[p] * b.im[q] + a.im[p] * b.re[q];
      }
      c.re[i * n + j] = x;
      c.im[i * n + j] = y;
    }
  return c;
};

/** Zeros for an n × n matrix. */
export const complexZeros = (n: number): Complexes => ({ re: new Float64Array(n * n), im: new Float64Array(n * n) });
