/** Closed forms of the harmonic oscillator in a bath, dx = p/m dt, dp = (−kx − γp) dt + √(2γmkT) dW, overdamped or not. */

export interface Oscillator {
  readonly k: number;
  readonly m: number;
  readonly gamma: number;
  readonly kT: number;
}

/** Mean position and momentum at time t for distinct decay rates, from the roots of s² + γs + k/m. */
export const oscillatorMean = (
  { k, m, gamma }: Oscillator,
  x0: number,
  p0: number,
  t: number,
): { x: number; p: number } => {
  const w = Math.sqrt(Math.abs(gamma * gamma * 0.25 - k / m));
  const over = gamma * gamma * 0.25 > k / m;
  const c = over ? Math.cosh(w * t) : Math.cos(w * t);
  const s = (over ? Math.sinh(w * t) : Math.sin(w * t)) / w;
  const damp = Math.exp(-0.5 * gamma * t);
  return {
    x: damp * (x0 * (c + 0.5 * gamma * s) + (p0 / m) * s),
    p: damp * (p0 * (c - 0.5 * gamma * s) - k * x0 * s),
  };
};

/** Overdamped: mean x₀e^(−at) and variance (kT/k)(1 − e^(−2at)), a = Dk/kT. */
export const relaxation = (
  k: number,
  kT: number,
  D: number,
  x0: number,
  t: number,
): { mean: number; variance: number } => {
  const a = (D * k) / kT;
  return { mean: x0 * Math.exp(-a * t), variance: (kT / k) * (1 - Math.exp(-2 * a * t)) };
};
