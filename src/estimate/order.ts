import { PhysicsError } from "../errors.js";
import { type Estimate, estimate, type ShownEstimate } from "./estimate.js";

/** The error made at a step: an exact number, or one with its own standard error. */
export interface StepError {
  readonly step: number;
  readonly error: number | Estimate;
}

/** ln|error| and its standard error. */
const point = ({ step, error }: StepError): { x: number; y: number; sigma: number } => {
  const [size, sigma] = typeof error === "number" ? [Math.abs(error), 0] : [Math.abs(error.mean), error.error];
  return { x: Math.log(step), y: Math.log(size), sigma: sigma / size };
};

/** The order p in error ≈ C stepᵖ: the slope of ln|error| over ln step by least squares, weighted where every error has an error bar, with the standard
 *  error of the slope; and ln C. @throws PhysicsError "parameter" with fewer than three steps */
export const order = (steps: readonly StepError[]): ShownEstimate & { readonly intercept: number } => {
  if (steps.length < 3)
    throw new PhysicsError("parameter", {
      what: `There are ${steps.length} steps`,
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
