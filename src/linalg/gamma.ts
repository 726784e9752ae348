/** ln Γ(a) for a > 0: the series of Stirling, after a has been raised above 10 by Γ(a + 1) = a Γ(a). */
export const logGamma = (a: number): number => {
  let shift = 0;
  let x = a;
  for (; x < 10; x++) shift += Math.log(x);
  const z = 1 / (x * x);
  const series = 1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)));
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series / x - shift;
};

/** γ(a, x)/Γ(a) by its power series, for x < a + 1. */
const lower = (a: number, x: number): number => {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
};

/** Γ(a, x)/Γ(a) by its continued fraction from below, for x ≥ a + 1. */
const upper = (a: number, x: number): number => {
  let [before, now] = [1 / 1e-300, 1 / (x + 1 - a)];
  let fraction = now;
  for (let n = 1; n < 10_000; n++) {
    const top = n * (a - n);
    const bottom = x + 2 * n + 1 - a;
    now = 1 / (bottom + top * now);
    before = bottom + top / before;
    fraction *= before * now;
    if (Math.abs(before * now - 1) < 1e-15) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a));
};

/** Q(a, x) = Γ(a, x)/Γ(a) = ∫ₓ^∞ tᵃ⁻¹ e⁻ᵗ dt/Γ(a), falling from 1 at x = 0 to 0. */
export const upperGamma = (a: number, x: number): number => {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lower(a, x) : upper(a, x);
};
