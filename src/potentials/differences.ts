/** A derivative by differences, and how far it can be trusted. */
export interface Difference {
  readonly value: number;
  readonly error: number;
}

/** ∂f/∂qᵢ by central differences at h and h/2 and one step of Richardson's extrapolation; the error is the change from h/2. */
export const difference = (f: (q: Float64Array) => number, q: Float64Array, i: number): Difference => {
  const h = 1e-3 * (1 + Math.abs(q[i]));
  const at = (x: number) => f(q.map((value, k) => (k === i ? x : value)));
  const central = (step: number) => (at(q[i] + step) - at(q[i] - step)) / (2 * step);
  const [coarse, fine] = [central(h), central(h / 2)];
  const rounding = (1e-15 * Math.abs(f(q))) / h;
  return { value: fine + (fine - coarse) / 3, error: Math.abs(fine - coarse) + rounding };
};
