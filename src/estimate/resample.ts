import { whole } from "../checks.js";
import { PhysicsError } from "../errors.js";
import { stream } from "../random/stream.js";
import { cited } from "../references.js";
import { checkBatches, cut } from "./batches.js";
import { estimate, type ShownEstimate } from "./estimate.js";
import { moments } from "./moments.js";
import { soundMoments } from "./series.js";

/** A number that is made of a whole series, such as its variance. */
export type Statistic = (samples: Float64Array) => number;

const joined = (parts: readonly Float64Array[]): Float64Array => {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
};

const valued = (statistic: Statistic, samples: Float64Array): number => {
  const value = statistic(samples);
  if (Number.isFinite(value)) return value;
  throw new PhysicsError("non-finite", {
    what: `The statistic of ${samples.length} samples is ${value}`,
    expected: "a finite number",
    remedy: "Check it for what it divides by, and for roots and logarithms",
  });
};

/** Batches of a series with whose means, and with whose own statistics, all is well. */
const sound = (series: ArrayLike<number>, batches: number): Float64Array[] => {
  soundMoments(series);
  return cut(series, batches);
};

/** A statistic of one stationary series by the jackknife over B batches: θ₍ᵢ₎ without batch i; the value is B θ − (B − 1) θ̄, freed of the bias of order 1/n,
 *  its error √((B − 1)/B Σ (θ₍ᵢ₎ − θ̄)²). For what is no average, such as a heat capacity.
 *  @throws PhysicsError "too-short" that carries the estimate, where a batch is shorter than 5 τ; "non-finite", "parameter" [efron-1979] */
export const jackknife = (series: ArrayLike<number>, statistic: Statistic, { batches = 32 } = {}): ShownEstimate => {
  cited("efron-1979");
  const parts = sound(series, batches);
  const whole = valued(statistic, joined(parts));
  const without = parts.map((_, i) => valued(statistic, joined(parts.filter((_, j) => j !== i))));
  const { mean, variance } = moments(without);
  const error = Math.sqrt((batches - 1) * variance);
  const found = estimate(batches * whole - (batches - 1) * mean, error, series.length);
  checkBatches(series, batches, found);
  return found;
};

/** A statistic of one stationary series by the bootstrap over batches: as many batches as there are, drawn again and again with replacement; the error is
 *  the scatter of the statistic. For statistics that are not smooth, such as a median, where the jackknife fails.
 *  @throws PhysicsError "too-short" that carries the estimate, where a batch is shorter than 5 τ; "non-finite", "parameter" [efron-1979] */
export const bootstrap = (
  series: ArrayLike<number>,
  statistic: Statistic,
  {
    seed,
    batches = 32,
    resamples = 400,
  }: { readonly seed: string; readonly batches?: number; readonly resamples?: number },
): ShownEstimate => {
  cited("efron-1979");
  whole("resamples", resamples, 50);
  const rng = stream(seed);
  const parts = sound(series, batches);
  const drawn = Array.from({ length: resamples }, () =>
    valued(statistic, joined(parts.map(() => parts[Math.floor(rng.uniform() * batches)]))),
  );
  const error = Math.sqrt((moments(drawn).variance * batches) / (batches - 1));
  const found = estimate(valued(statistic, joined(parts)), error, series.length);
  checkBatches(series, batches, found);
  return found;
};
