/** What every estimate from a series has to ask first. */

import { PhysicsError } from "../errors.js";
import type { ShownEstimate } from "./estimate.js";
import { moments } from "./moments.js";

/** Mean and variance of a series. @throws PhysicsError "non-finite" where it is empty or a sample is not a number */
export const soundMoments = (series: ArrayLike<number>): { readonly mean: number; readonly variance: number } => {
  const found = moments(series);
  if (Number.isFinite(found.mean + found.variance)) return found;
  throw new PhysicsError("non-finite", {
    what: series.length === 0 ? "The series is empty" : "The series holds NaN or ∞",
    expected: "finite numbers",
    remedy: "Find the first bad one, often the sign of a time step that is too long",
  });
};

/** Refuses an estimate that cannot be trusted, and hands it over with the error. @throws PhysicsError "too-short" */
export const tooShort = (what: string, expected: string, remedy: string, doubtful?: ShownEstimate): never => {
  const rest = doubtful ? "; the doubtful value is in `estimate` of this error" : "";
  const doubt = doubtful ? `, so that ${doubtful} may be far off` : "";
  throw new PhysicsError("too-short", { what: `${what}${doubt}`, expected, remedy: `${remedy}${rest}` }, doubtful);
};
