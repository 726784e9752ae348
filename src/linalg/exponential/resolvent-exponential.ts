/** exp(−tA) b from one resolvent S = (1 + τA)⁻¹, for a generator −A whose spectrum lies on (−∞, 0]. [moret-novati-2004] */

import { atOnce, type Turns } from "../../turns.js";

/** τ = 0.041 t: with it the series below is shortest, 29 terms. */
export const RESOLVENT_TIME = 0.041;

/** Coefficients below this are left out; those that follow fall by a factor of 2.4 each. */
const CUT = 1e-12;

/** exp(−x) = exp(−(1/s − 1)/0.041) with s = 1/(1 + 0.041 x) is smooth on 0 ≤ s ≤ 1: its Chebyshev series, cut. */
const coefficients = ((): Float64Array => {
  const nodes = 256;
  const values = Float64Array.from({ length: nodes }, (_, j) => {
    const s = 0.5 + 0.5 * Math.cos((Math.PI * (j + 0.5)) / nodes);
    return Math.exp((1 - 1 / s) / RESOLVENT_TIME);
  });
  const all = Float64Array.from({ length: 60 }, (_, k) => {
    const sum = values.reduce((s, value, j) => s + value * Math.cos((Math.PI * k * (j + 0.5)) / nodes), 0);
    return ((k === 0 ? 1 : 2) * sum) / nodes;
  });
  return all.slice(0, all.findLastIndex((c) => Math.abs(c) > CUT) + 1);
})();

const size = (v: Float64Array): number => v.reduce((sum, value) => sum + Math.abs(value), 0);

export interface Propagated {
  readonly values: Float64Array;
  /** How far off Σ |values| may be: the terms that are left out, and rounding in the largest. */
  readonly error: number;
}

/** exp(−tA) b = Σₖ cₖ Tₖ(2S − 1) b by the three-term recurrence, one resolvent a term, with a pause before each. `resolve` writes S x into y. */
export function* exponentialInTurns(
  resolve: (x: Float64Array, y: Float64Array) => Float64Array,
  b: Float64Array,
): Turns<Propagated> {
  const n = b.length;
  let before: Float64Array = b.slice();
  let now: Float64Array = resolve(b, new Float64Array(n));
  for (let i = 0; i < n; i++) now[i] = 2 * now[i] - b[i];
  const out = b.map((value, i) => coefficients[0] * value + coefficients[1] * now[i]);
  const spare = new Float64Array(n);
  let [largest, last] = [size(b), 0];
  for (let k = 2; k < coefficients.length; k++) {
    const c = coefficients[k];
    yield k / coefficients.length;
    resolve(now, spare);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const next = 4 * spare[i] - 2 * now[i] - before[i];
      before[i] = next;
      out[i] += c * next;
      sum += Math.abs(next);
    }
    [before, now] = [now, before];
    largest = Math.max(largest, sum);
    if (k >= coefficients.length - 3) last = Math.max(last, sum);
  }
  return { values: out, error: 4 * CUT * last + 1e-15 * largest };
}

/** The same at once. */
export const resolventExponential = (...of: Parameters<typeof exponentialInTurns>): Propagated =>
  atOnce(exponentialInTurns(...of));
