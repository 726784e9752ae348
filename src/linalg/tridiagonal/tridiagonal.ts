/** A tridiagonal matrix: `lower[i]` stands at (i + 1, i), `diagonal[i]` at (i, i), `upper[i]` at (i, i + 1). */
export interface Tridiagonal {
  readonly lower: Float64Array;
  readonly diagonal: Float64Array;
  readonly upper: Float64Array;
  /** For the generator of a chain: the rate at which each place loses to the outside, −Σ of its column. Absent where it loses nothing. */
  readonly loss?: Float64Array;
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

/** The complex vector z with (s − A) z = b, for a matrix with rates ≥ 0 off the diagonal whose columns sum to −`loss`, and a complex shift s = (re, im) off
 *  its spectrum. Elimination uses the rates alone: the part eᵢ of each pivot that is not the rate to the right obeys eᵢ₊₁ = s + lossᵢ₊₁ + leftᵢ eᵢ/(eᵢ + rightᵢ),
 *  so that nothing cancels however small s is. */
export const resolvent = (
  { lower, upper, loss }: Tridiagonal,
  [re, im]: readonly [number, number],
  b: Float64Array,
): { readonly re: Float64Array; readonly im: Float64Array } => {
  const n = b.length;
  const x = b.slice();
  const y = new Float64Array(n);
  const pivotRe = new Float64Array(n);
  const pivotIm = new Float64Array(n);
  let [eRe, eIm] = [re + (loss?.[0] ?? 0), im];
  for (let i = 0; i < n; i++) {
    const right = i < n - 1 ? lower[i] : 0;
    const size = (eRe + right) ** 2 + eIm * eIm;
    pivotRe[i] = (eRe + right) / size;
    pivotIm[i] = -eIm / size;
    if (i === n - 1) break;
    const left = upper[i];
    x[i + 1] += right * (x[i] * pivotRe[i] - y[i] * pivotIm[i]);
    y[i + 1] += right * (x[i] * pivotIm[i] + y[i] * pivotRe[i]);
    const shifted = re + (loss?.[i + 1] ?? 0);
    [eRe, eIm] = [
      shifted + left * (eRe * pivotRe[i] - eIm * pivotIm[i]),
      im + left * (eRe * pivotIm[i] + eIm * pivotRe[i]),
    ];
  }
  for (let i = n - 1; i >= 0; i--) {
    const left = i < n - 1 ? upper[i] : 0;
    const u = x[i] + (left > 0 ? left * x[i + 1] : 0);
    const v = y[i] + (left > 0 ? left * y[i + 1] : 0);
    x[i] = u * pivotRe[i] - v * pivotIm[i];
    y[i] = u * pivotIm[i] + v * pivotRe[i];
  }
  return { re: x, im: y };
};
