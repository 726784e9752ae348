import { estimate, type ShownEstimate } from "./estimate.js";

/** Σ aᵢ/Σ bᵢ over independent groups i, with the error √(Σ (aᵢ − R bᵢ)² g/(g − 1))/Σ bᵢ, g the number of groups. NaN where Σ bᵢ = 0. */
export const ratio = (a: ArrayLike<number>, b: ArrayLike<number>, samples = a.length, tau = 0): ShownEstimate => {
  let above = 0;
  let beneath = 0;
  for (let i = 0; i < a.length; i++) {
    above += a[i];
    beneath += b[i];
  }
  const mean = above / beneath;
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i] - mean * b[i]) ** 2;
  const error = Math.sqrt((squares * a.length) / (a.length - 1)) / beneath;
  return estimate(mean, error, samples, tau);
};
