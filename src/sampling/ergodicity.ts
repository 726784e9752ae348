import { whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { namesOf } from "../dynamics/ensemble/observable.js";
import type { Configuration, Integrator } from "../dynamics/integrator.js";
import type { Property } from "../ensembles/property.js";
import { PhysicsError } from "../errors.js";
import { autocorrelationTime } from "../estimate/autocorrelation.js";
import { chiSquaredTail } from "../estimate/chi-squared.js";
import { inSigma } from "../estimate/compare.js";
import { estimate, type ShownEstimate } from "../estimate/estimate.js";
import { moments } from "../estimate/moments.js";
import { soundMoments } from "../estimate/series.js";
import { cited } from "../references.js";
import { table } from "../table.js";
import { type RunOptions, record } from "./record.js";
import { type ReferenceOptions, reference } from "./reference.js";

export interface ErgodicityOptions extends RunOptions, ReferenceOptions {
  /** Independent trajectories, 16 unless told. */
  readonly replicas?: number;
  /** What is compared: each coordinate and its square unless told. */
  readonly observe?: readonly Property[];
}

/** What one property says of a run. */
export interface Evidence {
  readonly property: string;
  readonly verdict: "ergodic" | "not-ergodic" | "too-short" | "biased";
  /** √(((n − 1) W/n + B/n)/W) of Gelman and Rubin: 1 where replicas agree with each other, ∞ where they differ without moving. */
  readonly rHat: number;
  /** Variance of the means of replicas, over what their own correlations say it should be. */
  readonly excess: number;
  /** How often replicas that sample the same scatter at least as much. */
  readonly probability: number;
  /** Autocorrelation times in the run of a replica. */
  readonly length: number;
  readonly timeAverage: ShownEstimate;
  readonly ensembleAverage: ShownEstimate;
  /** Standard errors between the two averages. */
  readonly sigmas: number;
}

/** A verdict with its evidence. */
export interface Ergodicity extends Displayable {
  /** "not-ergodic": replicas do not sample the same within this run, which a longer run may or may not mend. "too-short": they may, but the run cannot tell.
   *  "biased": they sample the same, and it is not exp(−H/kT). "ergodic": no sign of any of these. */
  readonly verdict: Evidence["verdict"];
  readonly evidence: readonly Evidence[];
}

/** Where the time averages of replicas differ for other reasons than chance this often, they are called different. */
const CHANCE = 1e-4;
/** Runs of fewer autocorrelation times cannot tell. */
const LEAST = 50;

const verdictOf = (probability: number, length: number, sigmas: number): Evidence["verdict"] => {
  if (!(probability > CHANCE)) return "not-ergodic";
  if (length < LEAST) return "too-short";
  return Math.abs(sigmas) > 4 ? "biased" : "ergodic";
};

/** R̂ of `n` samples with the variance W within replicas, B/n between them. */
const shrinkage = (W: number, between: number, n: number): number => {
  if (W > 0) return Math.sqrt((((n - 1) / n) * W + between) / W);
  return between > 0 ? Number.POSITIVE_INFINITY : 1;
};

/** The evidence of one property: series of replicas, and the Gibbs average. */
const weigh = (
  property: Property,
  series: readonly Float64Array[],
  spacing: number,
  exact: ShownEstimate,
): Evidence => {
  const [R, n] = [series.length, series[0].length];
  const parts = series.map((values) => {
    const { mean, variance } = soundMoments(values);
    return { mean, variance, tau: variance > 0 ? autocorrelationTime(values).tau : 0.5 };
  });
  const means = moments(parts.map(({ mean }) => mean));
  const between = (means.variance * R) / (R - 1);
  const W = moments(parts.map(({ variance }) => variance)).mean;
  const own = (2 * moments(parts.map(({ tau, variance }) => tau * variance)).mean) / n;
  const excess = own > 0 ? between / own : between > 0 ? Number.POSITIVE_INFINITY : 1;
  const probability = Number.isFinite(excess) ? chiSquaredTail((R - 1) * excess, R - 1) : 0;
  const tau = W > 0 ? (own * n) / (2 * W) : 0.5;
  const error = Math.sqrt(Math.max(between, own) / R);
  const found = estimate(means.mean, error, R * n, tau * spacing);
  const sigmas = inSigma(found, exact);
  return {
    property: String(property),
    verdict: verdictOf(probability, n / tau, sigmas),
    rHat: shrinkage(W, between, n),
    excess,
    probability,
    length: n / tau,
    timeAverage: found,
    ensembleAverage: exact,
    sigmas,
  };
};

/** The worst first. */
const order = ["not-ergodic", "too-short", "biased", "ergodic"] as const;

const sentences = {
  "not-ergodic":
    "Replicas do not sample the same: between them time averages differ by more than within them. Energy may be conserved, or a barrier not crossed.",
  "too-short": "The run is too short to tell.",
  biased: "Replicas agree with each other, and not with exp(−H/kT): the time step may be too long, or the bath absent.",
  ergodic: "Replicas agree with each other and with the Gibbs average.",
} as const;

const shown = (verdict: Evidence["verdict"], evidence: readonly Evidence[]) => {
  const rows = evidence.map(({ property, verdict, rHat, excess, timeAverage, ensembleAverage, sigmas }) => ({
    property,
    verdict,
    R̂: Number(rHat.toPrecision(4)),
    "between/within": Number(excess.toPrecision(3)),
    "time average": timeAverage,
    "Gibbs average": ensembleAverage,
    σ: Number(sigmas.toFixed(1)),
  }));
  const text = `${verdict}. ${sentences[verdict]}`;
  const shown = table(rows)[display]();
  return { "text/html": `<p>${text}</p>${shown["text/html"]}`, "text/plain": `${text}\n${shown["text/plain"]}` };
};

/** Whether time averages stand for ensemble averages in a run: replicas that start independently in the canonical ensemble must agree with each other (the
 *  variance between them against that within them, χ², and R̂), and with the Gibbs average. No finite run proves it; a failure is certain to 1e-4. Momenta are
 *  compared where `observe` names them and `mass` is given.
 *  @throws PhysicsError "parameter", and as `timeAverage` and `gibbsAverage` [gelman-rubin-1992] */
export const ergodicity = async <S extends Configuration>(
  integrator: Integrator<S>,
  options: ErgodicityOptions,
): Promise<Ergodicity> => {
  cited("gelman-rubin-1992");
  const { replicas = 16, every = 10 } = options;
  whole("replicas", replicas, 4);
  const { potential, kT } = integrator;
  if (kT === 0)
    throw new PhysicsError("parameter", {
      what: "kT is 0 in the integrator",
      expected: "the temperature of the exp(−H/kT) that its averages are held against",
      remedy: "Name it where there is no bath: dynamics.velocityVerlet(system, dt, { kT: 1 })",
    });
  const properties = options.observe ?? namesOf(integrator).coordinates.flatMap((name) => [name, `${name}^2`]);
  const exact: ShownEstimate[] = [];
  for (const property of properties) exact.push(await reference(potential, kT, property, options));
  const series = await record(integrator, properties, replicas, options);
  const evidence = properties.map((property, i) => weigh(property, series[i], every * integrator.dt, exact[i]));
  const verdict = order.find((worst) => evidence.some((found) => found.verdict === worst)) ?? "ergodic";
  return { verdict, evidence, [display]: () => shown(verdict, evidence) };
};
