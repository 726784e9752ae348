import { PhysicsError } from "../errors.js";
import { type Estimate, estimate, type ShownEstimate } from "./estimate.js";

/** c a, with the error |c| σ. */
export const scale = (a: Estimate, c: number): ShownEstimate =>
  estimate(c * a.mean, Math.abs(c) * a.error, a.samples, a.tau);

/** a + b of two independent estimates, with the error √(σₐ² + σ_b²). */
export const sum = (a: Estimate, b: Estimate): ShownEstimate =>
  estimate(a.mean + b.mean, Math.hypot(a.error, b.error), Math.min(a.samples, b.samples), Math.max(a.tau, b.tau));

/** 1/a, with the error σ/a², to first order in σ/a. @throws PhysicsError "parameter" for the inverse of 0 */
export const inverse = (a: Estimate): ShownEstimate => {
  if (a.mean === 0)
    throw new PhysicsError("parameter", {
      what: "The estimate is 0, which has no inverse",
      expected: "a value that its error keeps away from 0",
      remedy: "Run longer, until the estimate is no longer 0",
    });
  return estimate(1 / a.mean, a.error / a.mean ** 2, a.samples, a.tau);
};
