/** A function that is cubic between knots, with continuous second derivative. */
export interface CubicSpline {
  value(x: number): number;
  slope(x: number): number;
  second(x: number): number;
}

/** The second derivatives at the knots: hᵢ₋₁ Mᵢ₋₁ + 2 (hᵢ₋₁ + hᵢ) Mᵢ + hᵢ Mᵢ₊₁ = 6 (sᵢ − sᵢ₋₁) with the slopes s of the chords, by elimination. Ends are
 *  natural, M = 0, or have given slopes. */
const bending = (x: Float64Array, y: Float64Array, ends: readonly [number, number] | undefined): Float64Array => {
  const n = x.length;
  const h = (i: number) => x[i + 1] - x[i];
  const chord = (i: number) => (i < 0 ? ends![0] : i > n - 2 ? ends![1] : (y[i + 1] - y[i]) / h(i));
  const above = new Float64Array(n);
  const M = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const edge = i === 0 || i === n - 1;
    if (edge && ends === undefined) continue;
    const [left, right] = [i > 0 ? h(i - 1) : 0, i < n - 1 ? h(i) : 0];
    const pivot = 2 * (left + right) - (i > 0 ? left * above[i - 1] : 0);
    above[i] = right / pivot;
    M[i] = (6 * (chord(i) - chord(i - 1)) - (i > 0 ? left * M[i - 1] : 0)) / pivot;
  }
  for (let i = n - 2; i >= 0; i--) M[i] -= above[i] * M[i + 1];
  return M;
};

/** The interval that x lies in; the first or last one for what lies outside. */
const locate = (knots: Float64Array, x: number): number => {
  let [low, high] = [0, knots.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (knots[middle] <= x) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The cubic spline through (xᵢ, yᵢ), x rising and at least two of them: natural, or clamped with the slopes `ends`. Beyond the ends the last cubic goes on. */
export const cubicSpline = (x: Float64Array, y: Float64Array, ends?: readonly [number, number]): CubicSpline => {
  const M = bending(x, y, ends);
  const piece = (at: number) => {
    const i = locate(x, at);
    const h = x[i + 1] - x[i];
    return { i, h, a: x[i + 1] - at, b: at - x[i] };
  };
  return {
    value: (at) => {
      const { i, h, a, b } = piece(at);
      return (y[i] * a + y[i + 1] * b) / h - (a * b * (M[i] * (a + h) + M[i + 1] * (b + h))) / (6 * h);
    },
    slope: (at) => {
      const { i, h, a, b } = piece(at);
      const bend = M[i + 1] * (3 * b * b - h * h) - M[i] * (3 * a * a - h * h);
      return (y[i + 1] - y[i]) / h + bend / (6 * h);
    },
    second: (at) => {
      const { i, h, a, b } = piece(at);
      return (M[i] * a + M[i + 1] * b) / h;
    },
  };
};
