import { finite, positive } from "../checks.js";
import { counted } from "../counted.js";
import { PhysicsError } from "../errors.js";
import { type Estimate, estimate, type ShownEstimate } from "./estimate.js";
import { format } from "./format.js";
import { linearFit, type Point } from "./linear-fit.js";

/** The error made at a step: an exact number, or one with its own standard error. */
export interface StepError {
  readonly step: number;
  readonly error: number | Estimate;
}

/** ln|error| with its standard error at ln step. */
const point = ({ step, error }: StepError): Point => {
  const [value, sigma] = typeof error === "number" ? [error, 0] : [error.mean, error.error];
  const size = Math.abs(finite(`the error at the step ${step}`, value));
  if (size === 0)
    throw new PhysicsError("parameter", {
      what: `The error at the step ${step} is 0, which has no logarithm`,
      expected: "errors on either side of 0",
      remedy: "Leave this step out: it is exact, or compared with itself",
    });
  if (sigma > size)
    throw new PhysicsError("too-short", {
      what: `The error at the step ${step} is ${format(value, sigma)}, smaller than its error bar`,
      expected: "an error that stands out from the noise",
      remedy: "Run longer, or leave this step out",
    });
  return { x: Math.log(positive("a step", step)), y: estimate(Math.log(size), sigma / size) };
};

/** The order p in error ≈ C stepᵖ: the slope of ln|error| over ln step by least squares, weighted where every error has an error bar, with the standard
 *  error of the slope; and ln C. @throws PhysicsError "parameter" with fewer than three steps, or an error that is 0; "too-short" where an
 *  error is smaller than its error bar, since the logarithm of noise would bend the line */
export const order = (steps: readonly StepError[]): ShownEstimate & { readonly intercept: number } => {
  const different = new Set(steps.map(({ step }) => step)).size;
  if (different < 3)
    throw new PhysicsError("parameter", {
      what: `Errors are given for ${counted(different, "different step")}`,
      expected: "three or more",
      remedy: "Halve the step once more",
    });
  const { coefficients } = linearFit(steps.map(point));
  const [intercept, slope] = coefficients;
  return Object.assign(slope, { intercept: intercept.mean });
};
