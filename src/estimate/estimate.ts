import { type Displayable, display } from "../display.js";
import { format } from "./format.js";

/** A number with its standard error. */
export interface Estimate {
  readonly mean: number;
  /** One standard error of the mean, correlations included. */
  readonly error: number;
  /** How many numbers were averaged. */
  readonly samples: number;
  /** The integrated autocorrelation time, in the unit of the spacing of the samples; half a spacing where they are independent. */
  readonly tau: number;
}

/** An estimate that shows itself as 1.832(11). */
export interface ShownEstimate extends Estimate, Displayable {
  toString(): string;
}

/** What Node asks a value for that it shows inside of another, such as a list. */
export const inspected: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** An estimate from its parts. */
export const estimate = (mean: number, error: number, samples = 1, tau = 0): ShownEstimate => {
  const text = format(mean, error);
  const show = () => text;
  const shown = { toString: show, [inspected]: show, [display]: () => ({ "text/plain": text }) };
  return { mean, error, samples, tau, ...shown };
};

/** Whether a value has the parts of an estimate. */
export const isEstimate = (value: unknown): value is Estimate =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Estimate>).mean === "number" &&
  typeof (value as Partial<Estimate>).error === "number";
