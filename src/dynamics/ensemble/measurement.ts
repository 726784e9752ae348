import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { bars } from "../../estimate/bars.js";
import { estimate, inspected, type ShownEstimate } from "../../estimate/estimate.js";
import type { Histogram } from "../../estimate/histogram.js";
import { commonBins } from "../../estimate/lattice-histogram.js";
import { neighbourCorrelation } from "../../estimate/neighbours.js";
import { ratio } from "../../estimate/ratio.js";
import { hopProperties } from "./hops.js";
import { column, type Groups, total } from "./tally.js";

/** The mean over trajectories at each of some times. */
export interface Course {
  readonly symbol: string;
  readonly t: Float64Array;
  readonly mean: Float64Array;
  /** The standard error of `mean` from the scatter between trajectories; ∞ with a single one, which has none. */
  readonly error: Float64Array;
}

/** All that a run knows of one observable. As an estimate it is the average over trajectories and time; where the run was too short for it, reading
 *  `mean` throws, while all else can be read: @throws PhysicsError "too-short" that carries the estimate */
export interface Measurement extends ShownEstimate, Displayable {
  readonly symbol: string;
  readonly histogram: Histogram;
  /** The value in each trajectory at the end of the run. */
  readonly values: Float64Array;
  /** The average over trajectories as time goes on. */
  readonly course: Course;
  /** Hops from the first core to the second, over the time since the first was visited last. Its inverse is the mean first-passage time from core to core.
   *  Reading a rate throws where it has no meaning: @throws PhysicsError "undefined-quantity" without cores, "too-short" without a hop */
  readonly rate: ShownEstimate;
  /** Hops from the second core to the first, over the time since the second was visited last. */
  readonly back: ShownEstimate;
  /** rate + back, which for a high barrier is the slow eigenvalue of the generator. */
  readonly relaxation: ShownEstimate;
  /** How many hops were counted, both ways. */
  readonly hops: number;
}

const histogramFrom = (symbol: string, groups: Groups, bins: number): Histogram => {
  const { width, first, counts } = commonBins(
    groups.map(({ histogram }) => histogram),
    bins,
  );
  const samples = column(groups, (tally) => tally.samples);
  const parts = Array.from({ length: counts[0].length }, (_, bin) =>
    ratio(
      Float64Array.from(counts, (count) => count[bin]),
      samples,
    ),
  );
  return {
    symbol,
    centres: Float64Array.from(parts, (_, i) => (first + i + 0.5) * width),
    width,
    density: Float64Array.from(parts, ({ mean }) => mean / width),
    error: Float64Array.from(parts, ({ error }) => error / width),
    samples: total(samples),
  };
};

/** Batches of one trajectory that follow each other must not be alike, or the error is too small: then the fault "too-short", with the estimate. */
const tooShort = (found: ShownEstimate, groups: Groups, batches: number): PhysicsError | undefined => {
  const means = column(groups, ({ sum, samples }) => sum / samples);
  const { r, pairs } = neighbourCorrelation(means, batches);
  if (r < 0.5 || r < 4 / Math.sqrt(pairs)) return undefined;
  return new PhysicsError(
    "too-short",
    {
      what: `Neighbouring batches of the run are correlated (r = ${r.toFixed(2)}), so that ${found} may be far off`,
      expected: `${batches} batches of each trajectory that know nothing of each other`,
      remedy: "Run ten times longer, or 64 trajectories; the doubtful value is in `estimate` of this error",
    },
    found,
  );
};

/** What a measurement is made of. */
export interface Ingredients {
  readonly name: string;
  readonly symbol: string;
  readonly hasCores: boolean;
  readonly groups: Groups;
  /** How many groups that follow each other belong to the same trajectories. */
  readonly batches: number;
  /** Time between two samples. */
  readonly spacing: number;
  readonly values: Float64Array;
  readonly course: Course;
}

/** Text that Markdown leaves alone. */
const markdown = (text: string): string => text.replace(/[\\`*_<>[\]^$]/g, "\\$&");

/** The result for one observable. τ comes from how much larger the error is than that of independent samples. */
export const measurement = ({
  name,
  symbol,
  hasCores,
  groups,
  batches,
  spacing,
  values,
  course,
}: Ingredients): Measurement => {
  const samples = column(groups, (tally) => tally.samples);
  const n = total(samples);
  const { mean, error } = ratio(
    column(groups, (tally) => tally.sum),
    samples,
  );
  const variance = total(column(groups, (tally) => tally.squares)) / n - mean * mean;
  const tau = variance > 0 ? Math.max((error * error * n * spacing) / (2 * variance), spacing / 2) : spacing / 2;
  const basic = estimate(mean, error, n, tau);
  const fault = tooShort(basic, groups, batches);
  const shown = fault ? `${basic}, from too short a run` : String(basic);
  let histogram: Histogram | undefined;
  const plain = {
    ...basic,
    get mean(): number {
      if (fault) throw fault;
      return mean;
    },
    toString: () => shown,
    [inspected]: () => `⟨${symbol}⟩ = ${shown}`,
    symbol,
    values,
    course,
    get histogram(): Histogram {
      histogram ??= histogramFrom(symbol, groups, 80);
      return histogram;
    },
    [display]: () => {
      const text = `⟨${symbol}⟩ = ${shown}   (${n} samples, τ = ${tau.toPrecision(2)})`;
      const image = Buffer.from(bars(plain.histogram)).toString("base64");
      return {
        "text/markdown": `${markdown(text)}\n\n<img alt="histogram" src="data:image/svg+xml;base64,${image}">`,
        "text/plain": text,
      };
    },
  };
  return Object.defineProperties(plain, hopProperties(name, groups, hasCores)) as unknown as Measurement;
};
