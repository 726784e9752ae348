import { whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import type { Configuration, Integrator } from "../dynamics/integrator.js";
import type { Property } from "../ensembles/property.js";
import { autocorrelationTime } from "../estimate/autocorrelation.js";
import { type Estimate, estimate, type ShownEstimate } from "../estimate/estimate.js";
import { format } from "../estimate/format.js";
import { linearFit } from "../estimate/linear-fit.js";
import { moments } from "../estimate/moments.js";
import type { StepError } from "../estimate/order.js";
import { soundMoments, tooShort } from "../estimate/series.js";
import { table } from "../table.js";
import { type RunOptions, record } from "./record.js";
import { type ReferenceOptions, reference } from "./reference.js";

export interface ConvergenceOptions extends RunOptions, ReferenceOptions {
  /** Independent trajectories, 64 unless told. */
  readonly replicas?: number;
  /** What time averages should tend to; the Gibbs average of the potential unless told. */
  readonly limit?: Estimate | number;
}

/** How time averages tend to their limit. */
export interface Convergence extends Displayable {
  /** The root of the mean square difference from the limit over replicas, against the length of the run: what `figures.convergence` draws. */
  readonly points: readonly StepError[];
  /** The exponent: −½ where the central limit theorem holds. Its error comes from leaving out one replica after the other. */
  readonly rate: ShownEstimate;
  /** Length times mean square difference at the longest run: 2τσ² for an ergodic one. */
  readonly prefactor: ShownEstimate;
  /** 2τσ² from the correlations within replicas. */
  readonly predicted: number;
  readonly limit: Estimate | number;
}

/** Lengths of runs are halved this many times. */
const HALVINGS = 5;

/** Squared differences from the limit, by replica, of the averages over the first 1/32, 1/16 … of each series. */
const squaresOf = (series: readonly Float64Array[], lengths: readonly number[], limit: number): number[][] =>
  series.map((values) => lengths.map((length) => (moments(values.subarray(0, length)).mean - limit) ** 2));

const slopeOf = (times: readonly number[], squares: readonly (readonly number[])[]): number => {
  const rms = times.map((_, k) => Math.sqrt(squares.reduce((sum, row) => sum + row[k], 0) / squares.length));
  return linearFit(times.map((t, k) => ({ x: Math.log(t), y: Math.log(rms[k]) }))).coefficients[1].mean;
};

/** The slope of ln rms over ln length, and its error by the jackknife over replicas: points of one replica at several lengths are correlated. */
const rateOf = (times: readonly number[], squares: readonly (readonly number[])[]): ShownEstimate => {
  const n = squares.length;
  const without = squares.map((_, i) =>
    slopeOf(
      times,
      squares.filter((_, j) => j !== i),
    ),
  );
  return estimate(slopeOf(times, squares), Math.sqrt((n - 1) * moments(without).variance), n);
};

const averaged = (squares: readonly number[]): { readonly mean: number; readonly error: number } => {
  const { mean, variance } = moments(squares);
  return { mean, error: Math.sqrt(variance / (squares.length - 1)) };
};

/** The largest error of the limit, in rms differences of the longest runs from it: at a quarter it adds 3 % to them. */
const BLUR = 0.25;

/** Refuses a limit less certain than what is measured against it. @throws PhysicsError "too-short" */
const checkLimit = (limit: number | Estimate, rms: number): void => {
  if (typeof limit === "number" || limit.error <= BLUR * rms) return;
  tooShort(
    `The longest runs are only ${rms.toPrecision(2)} away from the limit, which is ${format(limit.mean, limit.error)}`,
    `a limit with an error below ${(BLUR * rms).toPrecision(2)}, so that the differences are those of the runs`,
    "Give a limit that is known better, or run fewer steps",
  );
};

/** How the time average of a property tends to its ensemble average: rms difference over replicas ∝ length^(−½), with the prefactor √(2τσ²), where the
 *  dynamics is ergodic; the rate is fitted over runs of 1/32 of the length up to all of it. It is slower where the dynamics is not ergodic, or where its step
 *  moves the limit. @throws PhysicsError "too-short" where the shortest of these runs has not twice the correlation time, or the
 *  error of the limit blurs the longest; and as `timeAverage` and
 *  `gibbsAverage` */
export const convergence = async <S extends Configuration>(
  integrator: Integrator<S>,
  property: Property,
  options: ConvergenceOptions,
): Promise<Convergence> => {
  const { replicas = 64, every = 10, steps } = options;
  whole("replicas", replicas, 8);
  const limit = options.limit ?? (await reference(integrator.potential, integrator.kT, property, options));
  const [series] = await record(integrator, [property], replicas, options);
  const spacing = every * integrator.dt;
  const lengths = Array.from({ length: HALVINGS + 1 }, (_, k) => Math.floor(series[0].length / 2 ** (HALVINGS - k)));
  const within = series.map((values) => ({
    tau: autocorrelationTime(values).tau,
    variance: soundMoments(values).variance,
  }));
  const predicted = 2 * moments(within.map(({ tau, variance }) => tau * variance)).mean * spacing;
  const tau = moments(within.map((part) => part.tau)).mean;
  const centre = typeof limit === "number" ? limit : limit.mean;
  if (lengths[0] < 2 * tau)
    tooShort(
      `The shortest runs hold ${(lengths[0] / tau).toPrecision(2)} correlation times`,
      `two at least, so that ${steps} steps hold ${2 ** (HALVINGS + 1)}`,
      "Run longer",
      estimate(moments(series.map((values) => moments(values).mean)).mean, Number.POSITIVE_INFINITY, replicas),
    );
  const times = lengths.map((length) => length * spacing);
  const squares = squaresOf(series, lengths, centre);
  const points = times.map((t, k) => {
    const { mean, error } = averaged(squares.map((row) => row[k]));
    return { step: t, error: estimate(Math.sqrt(mean), error / (2 * Math.sqrt(mean)), replicas) };
  });
  const rate = rateOf(times, squares);
  const last = averaged(squares.map((row) => row[HALVINGS]));
  checkLimit(limit, Math.sqrt(last.mean));
  const prefactor = estimate(last.mean * times[HALVINGS], last.error * times[HALVINGS], replicas);
  const rows = points.map(({ step, error }) => ({ length: Number(step.toPrecision(4)), "rms difference": error }));
  const text = `rate ${rate} (−1/2 where time and ensemble averages agree), length × square ${prefactor}, 2τσ² = ${predicted.toPrecision(3)}`;
  return {
    points,
    rate,
    prefactor,
    predicted,
    limit,
    [display]: () => {
      const shown = table(rows)[display]();
      return { "text/html": `${shown["text/html"]}<p>${text}</p>`, "text/plain": `${shown["text/plain"]}\n${text}` };
    },
  };
};
