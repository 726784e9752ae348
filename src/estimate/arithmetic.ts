import { type Estimate, estimate, type ShownEstimate } from "./estimate.js";

/** c a, with the error |c| σ. */
export const scale = (a: Estimate, c: number): ShownEstimate =>
  estimate(c * a.mean, Math.abs(c) * a.error, a.samples, a.tau);

/** a + b of two independent estimates, with the error √(σₐ² + σ_b²). */
export const sum = (a: Estimate, b: Estimate): ShownEstimate =>
  estimate(a.mean + b.mean, Math.hypot(a.error, b.error), Math.min(a.samples, b.samples), Math.max(a.tau, b.tau));

/** 1/a, with the error σ/a², to first order in σ/a. */
export const inverse = (a: Estimate): ShownEstimate => estimate(1 / a.mean, a.error / a.mean ** 2, a.samples, a.tau);
