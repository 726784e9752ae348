import { finite } from "../checks.js";
import { integrate } from "../linalg/quadrature/integrate.js";

/** sech(u)² falls below 1e-17 from here on. */
const FAR = 20;

/** The undamped mode above the cut-off, where Ω = (2r/π) artanh(λ_d/Ω): its frequency, and its part of C(0). */
const mode = (rate: number, cutoff: number): { readonly frequency: number; readonly part: number } => {
  const pull = (2 * rate) / Math.PI;
  // With Ω = λ_d + δ, δ = (Ω + λ_d) e^{−2Ω/pull}; the logarithm of δ keeps its digits where it is tiny. Bisection, as both sides are monotonous.
  const excess = (log: number) => log - Math.log(2 * cutoff + Math.exp(log)) + (2 * (cutoff + Math.exp(log))) / pull;
  let [low, high] = [-(2 * cutoff) / pull - 2 + Math.log(cutoff), Math.log(cutoff + pull) + 2];
  for (let turn = 0; turn < 200; turn++) {
    const middle = 0.5 * (low + high);
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  const delta = Math.exp(0.5 * (low + high));
  return { frequency: cutoff + delta, part: 2 / (1 + (pull * cutoff) / (delta * (2 * cutoff + delta))) };
};

/** C(t) of a free particle in a bath of Debye's kernel, r = K/M: on the imaginary axis Ĉ(s) = 1/(s + (2r/π) arctan(λ_d/s)) gives
 *  C(t) = (2/π) ∫₀^λ_d r cos(ωt)/(r² + (ω − (2r/π) artanh(ω/λ_d))²) dω + 2 cos(Ωt)/(1 + (2r/π) λ_d/(Ω² − λ_d²)), with ω = λ_d tanh u in the integral. */
export const debyeCorrelation = (rate: number, cutoff: number): ((t: number) => number) => {
  const pull = (2 * rate) / Math.PI;
  const above = mode(rate, cutoff);
  return (t) => {
    const density = (u: number) => {
      const omega = cutoff * Math.tanh(u);
      return (rate * cutoff * Math.cos(omega * t)) / ((rate ** 2 + (omega - pull * u) ** 2) * Math.cosh(u) ** 2);
    };
    const turns = Math.ceil((cutoff * Math.abs(finite("t", t))) / 6);
    const ends = Array.from({ length: turns }, (_, k) => Math.atanh((k + 0.5) / (turns + 1)));
    const peak = Math.min(cutoff / pull, FAR / 2);
    const splits = [rate / cutoff, peak, ...ends];
    return (2 / Math.PI) * integrate(density, 0, FAR, 1e-13, splits).value + above.part * Math.cos(above.frequency * t);
  };
};
