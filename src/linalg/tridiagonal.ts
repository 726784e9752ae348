/** A tridiagonal matrix: `lower[i]` stands at (i + 1, i), `diagonal[i]` at (i, i), `upper[i]` at (i, i + 1). */
export interface Tridiagonal {
  readonly lower: Float64Array;
  readonly diagonal: Float64Array;
  readonly upper: Float64Array;
}

/** y = A x. */
export const multiply = ({ lower, diagonal, upper }: Tridiagonal, x: Float64Array, y: Float64Array): Float64Array => {
  const last = diagonal.length - 1;
  for (let i = 0; i <= last; i++) {
    let sum = diagonal[i] * x[i];
    if (i > 0) sum += lower[i - 1] * x[i - 1];
    if (i < last) sum += upper[i] * x[i + 1];
    y[i] = sum;
  }
  return y;
};

/** The complex vector z with (s − A) z = b for a complex shift s = (re, im), im ≠ 0 or s to the right of the spectrum, by elimination without pivots. */
export const resolvent = (
  { lower, diagonal, upper }: Tridiagonal,
  [re, im]: readonly [number, number],
  b: Float64Array,
): { readonly re: Float64Array; readonly im: Float64Array } => {
  const n = diagonal.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const pivotRe = new Float64Array(n);
  const pivotIm = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let dRe = re - diagonal[i];
    let dIm = im;
    x[i] = b[i];
    if (i > 0) {
      const down = lower[i - 1];
      const cross = down * upper[i - 1];
      dRe -= cross * pivotRe[i - 1];
      dIm -= cross * pivotIm[i - 1];
      x[i] += down * (x[i - 1] * pivotRe[i - 1] - y[i - 1] * pivotIm[i - 1]);
      y[i] = down * (x[i - 1] * pivotIm[i - 1] + y[i - 1] * pivotRe[i - 1]);
    }
    const size = dRe * dRe + dIm * dIm;
    pivotRe[i] = dRe / size;
    pivotIm[i] = -dIm / size;
  }
  for (let i = n - 1; i >= 0; i--) {
    const up = i < n - 1 ? upper[i] : 0;
    const right = i < n - 1 ? x[i + 1] : 0;
    const rightIm = i < n - 1 ? y[i + 1] : 0;
    const u = x[i] + up * right;
    const v = y[i] + up * rightIm;
    x[i] = u * pivotRe[i] - v * pivotIm[i];
    y[i] = u * pivotIm[i] + v * pivotRe[i];
  }
  return { re: x, im: y };
};
