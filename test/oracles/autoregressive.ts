import { stream } from "../../src/random/stream.js";

/** aₙ₊₁ = φ aₙ + √(1 − φ²) ξ: variance 1, C(k) = φᵏ, τ = (1 + φ)/(2(1 − φ)). */
export const autoregressive = (phi: number, n: number, seed: string): Float64Array => {
  const rng = stream(seed);
  let a = rng.normal();
  return Float64Array.from({ length: n }, () => {
    a = phi * a + Math.sqrt(1 - phi * phi) * rng.normal();
    return a;
  });
};

/** The exact error of the mean of n such numbers: √(Σᵢⱼ φ^|i − j|)/n. */
export const autoregressiveError = (phi: number, n: number): number =>
  Math.sqrt((n * (1 + phi)) / (1 - phi) - (2 * phi * (1 - phi ** n)) / (1 - phi) ** 2) / n;
