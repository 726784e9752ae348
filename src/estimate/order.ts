import { finite, positive } from "../checks.js";
import { PhysicsError } from "../errors.js";
import { type Estimate, estimate, type ShownEstimate } from "./estimate.js";

/** The error made at a step: an exact number, or one with its own standard error. */
export interface StepError {
  readonly step: number;
  readonly error: number | Estimate;
}

/** ln|error| and its standard error. */
const point = ({ step, error }: StepError): { x: number; y: number; sigma: number } => {
  const [value, sigma] = typeof error === "number" ? [error, 0] : [error.mean, error.error];
  const size = Math.abs(finite(`the error at the step ${step}`, value));
  if (size === 0)
    throw new PhysicsError("parameter", {
      what: `The error at the step ${step} is 0, which has no logarithm`,
      expected: "errors on either side of 0",
      remedy: "Leave this step out: it is exact, or compared with itself",
    });
  return { x: Math.log(positive("a step", step)), y: Math.log(size), sigma: sigma / size };
};

/** The order p in error ≈ C stepᵖ: the slope of ln|error| over ln step by least squares, weighted where every error has an error bar, with the standard
 *  error of the slope; and ln C. @throws PhysicsError "parameter" with fewer than three steps, or an error that is 0 */
export const order = (steps: readonly StepError[]): ShownEstimate & { readonly intercept: number } => {
  const different = new Set(steps.map(({ step }) => step)).size;
  if (different < 3)
    throw new PhysicsError("parameter", {
      what: `There are ${different} different steps`,
      expected: "three or more",
      remedy: "Halve the step once more",
    });
  const points = steps.map(point);
  const known = points.every(({ sigma }) => sigma > 0);
  const weights = points.map(({ sigma }) => (known ? 1 / sigma ** 2 : 1));
  const total = (of: (p: (typeof points)[number]) => number) =>
    points.reduce((sum, p, i) => sum + weights[i] * of(p), 0);
  const n = total(() => 1);
  const [x0, y0] = [total(({ x }) => x) / n, total(({ y }) => y) / n];
  const spread = total(({ x }) => (x - x0) ** 2);
  const slope = total(({ x, y }) => (x - x0) * (y - y0)) / spread;
  const rest = total(({ x, y }) => (y - y0 - slope * (x - x0)) ** 2);
  const error = known ? Math.sqrt(1 / spread) : Math.sqrt(rest / (points.length - 2) / spread);
  return Object.assign(estimate(slope, error, steps.length), { intercept: y0 - slope * x0 });
};
