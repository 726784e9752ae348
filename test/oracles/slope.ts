/** A fourth-order difference quotient of f along coordinate k. */
export const slope = (f: (q: Float64Array) => number, q: Float64Array, k: number, h = 1e-3): number => {
  const at = (step: number) => f(q.map((value, i) => (i === k ? value + step : value)));
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
};
