/** Concise notation of a value with its standard error: 1.832 ± 0.011 is written 1.832(11). */

import { concise } from "../../src/estimate/concise.js";

/** The part of an `Estimate` that is printed. */
export interface Uncertain {
  readonly mean: number;
  readonly error: number;
}

const infinite = (x: number): string => String(x).replace("Infinity", "∞");

/**
 * mean(error), the error in units of the last printed digit of the mean: 1.832(11), -0.102(3), 1230(60), 4.20(12)×10⁻⁷.
 * The error has two digits when they are 10 … 29, otherwise one. An error of zero leaves the mean as it is, 2.5(0);
 * what is not finite is written with ±.
 */
export function estimateText({ mean, error }: Uncertain): string {
  if (!Number.isFinite(mean) || !Number.isFinite(error)) return `${infinite(mean)} ± ${infinite(error)}`;
  if (error === 0) return `${mean}(0)`;
  return concise(mean, error);
}
