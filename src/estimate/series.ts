/** What every estimate from a series has to ask first. */

import { PhysicsError } from "../errors.js";
import type { ShownEstimate } from "./estimate.js";
import { moments } from "./moments.js";

/** Mean and variance of a series. @throws PhysicsError "non-finite" where it is empty or a sample is not a number */
export const soundMoments = (series: ArrayLike<number>): { readonly mean: number; readonly variance: number } => {
  const found = moments(series);
  if (Number.isFinite(found.mean + found.variance)) return found;
  const bad = Array.from(series).findIndex((sample) => !Number.isFinite(sample));
  if (series.length === 0)
    throw new PhysicsError("non-finite", {
      what: "The series is empty",
      expected: "samples to take the mean of",
      remedy: "Record some first, such as from sampling.timeAverage",
    });
  throw new PhysicsError("non-finite", {
    what: bad < 0 ? "The mean of the series overflows" : `Sample ${bad} of the series is ${series[bad]}`,
    expected: "finite numbers",
    remedy: bad < 0 ? "Measure in a larger unit" : "Look there for a singular point, or try a shorter time step",
  });
};

/** Refuses an estimate that cannot be trusted, and hands it over with the error. @throws PhysicsError "too-short" */
export const tooShort = (what: string, expected: string, remedy: string, doubtful?: ShownEstimate): never => {
  const rest = doubtful ? "; the doubtful value is in `estimate` of this error" : "";
  const doubt = doubtful ? `, so that ${doubtful} may be far off` : "";
  throw new PhysicsError("too-short", { what: `${what}${doubt}`, expected, remedy: `${remedy}${rest}` }, doubtful);
};
