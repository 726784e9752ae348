import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { estimate, type ShownEstimate } from "../estimate/estimate.js";
import type { Histogram } from "../estimate/histogram.js";
import { absorb, commonBins, emptyLattice } from "../estimate/lattice-histogram.js";
import { ratio } from "../estimate/ratio.js";
import type { Tally } from "./tally.js";

/** The mean over trajectories at each of some times. */
export interface Course {
  readonly symbol: string;
  readonly t: Float64Array;
  readonly mean: Float64Array;
  readonly error: Float64Array;
}

/** All that a run knows of one observable. As an estimate it is the average over trajectories and time. */
export interface Measurement extends ShownEstimate, Displayable {
  readonly symbol: string;
  readonly histogram: Histogram;
  /** The value in each trajectory at the end of the run. */
  readonly values: Float64Array;
  /** The average over trajectories as time goes on. */
  readonly course: Course;
  /** Hops from the first core to the second, over the time since the first was visited last. Its inverse is the mean first-passage time from core to core. */
  readonly rate: ShownEstimate;
  /** Hops from the second core to the first, over the time since the second was visited last. */
  readonly back: ShownEstimate;
  /** rate + back, which for a high barrier is the slow eigenvalue of the generator. */
  readonly relaxation: ShownEstimate;
  /** How many hops were counted, both ways. */
  readonly hops: number;
}

/** Independent groups of trajectories and times, each with its tally. */
export type Groups = readonly Tally[];

const column = (groups: Groups, of: (tally: Tally) => number): Float64Array => Float64Array.from(groups, of);
const total = (numbers: Float64Array): number => numbers.reduce((sum, value) => sum + value, 0);

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

const rates = (name: string, groups: Groups, hasCores: boolean) => {
  const needed = () => {
    if (!hasCores)
      throw new PhysicsError("undefined-quantity", {
        what: `"${name}" has no hops, because it is not known when one is over`,
        expected: 'a condition that splits the wells of a line, such as "x > 0", or two cores',
        remedy: `Name them: observe: { ${name}: { from: "x < -0.9", to: "x > 0.9" } }`,
      });
  };
  const forth = column(groups, (tally) => tally.forth);
  const back = column(groups, (tally) => tally.back);
  const first = column(groups, (tally) => tally.timeFirst);
  const second = column(groups, (tally) => tally.timeSecond);
  return {
    get rate() {
      needed();
      return ratio(forth, first, total(forth));
    },
    get back() {
      needed();
      return ratio(back, second, total(back));
    },
    get relaxation() {
      needed();
      const [a, b] = [total(first), total(second)];
      const weighted = (x: Float64Array, y: Float64Array) => x.map((value, i) => value / a + y[i] / b);
      const times = first.map((value, i) => (value / a + second[i] / b) / 2);
      return ratio(weighted(forth, back), times, total(forth) + total(back));
    },
    get hops() {
      needed();
      return total(forth) + total(back);
    },
  };
};

/** The result for one observable. τ comes from how much larger the error is than that of independent samples. */
export const measurement = (
  name: string,
  symbol: string,
  groups: Groups,
  hasCores: boolean,
  spacing: number,
  values: Float64Array,
  course: Course,
): Measurement => {
  const samples = column(groups, (tally) => tally.samples);
  const n = total(samples);
  const { mean, error } = ratio(
    column(groups, (tally) => tally.sum),
    samples,
  );
  const variance = total(column(groups, (tally) => tally.squares)) / n - mean * mean;
  const tau = variance > 0 ? Math.max((error * error * n * spacing) / (2 * variance), spacing / 2) : spacing / 2;
  const basic = estimate(mean, error, n, tau);
  let histogram: Histogram | undefined;
  const more = rates(name, groups, hasCores);
  return Object.defineProperties(more, {
    ...Object.getOwnPropertyDescriptors({
      ...basic,
      symbol,
      values,
      course,
      get histogram(): Histogram {
        histogram ??= histogramFrom(symbol, groups, 80);
        return histogram;
      },
      [display]: () => ({ "text/plain": `⟨${symbol}⟩ = ${basic}   (${n} samples, τ = ${tau.toPrecision(2)})` }),
    }),
  }) as unknown as Measurement;
};

/** One tally that holds several. */
export const merged = (tallies: Groups): Tally => {
  const histogram = emptyLattice();
  for (const tally of tallies) absorb(histogram, tally.histogram);
  const sum = (of: (tally: Tally) => number) => total(column(tallies, of));
  return {
    samples: sum((t) => t.samples),
    sum: sum((t) => t.sum),
    squares: sum((t) => t.squares),
    histogram,
    forth: sum((t) => t.forth),
    back: sum((t) => t.back),
    timeFirst: sum((t) => t.timeFirst),
    timeSecond: sum((t) => t.timeSecond),
  };
};
