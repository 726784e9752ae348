import type { Estimate } from "./estimate.js";

const parts = (value: Estimate | number): { mean: number; error: number } =>
  typeof value === "number" ? { mean: value, error: 0 } : value;

/** (a − b)/√(σₐ² + σ_b²): how many standard errors a lies above b. A bare number has no error; two that are equal are 0 apart, others ±∞. */
export const inSigma = (a: Estimate | number, b: Estimate | number): number => {
  const [left, right] = [parts(a), parts(b)];
  const difference = left.mean - right.mean;
  return difference === 0 ? 0 : difference / Math.hypot(left.error, right.error);
};

/** Whether two values agree within `sigmas` standard errors, four unless told. */
export const agree = (a: Estimate | number, b: Estimate | number, sigmas = 4): boolean =>
  Math.abs(inSigma(a, b)) <= sigmas;
