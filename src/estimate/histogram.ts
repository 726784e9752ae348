import { PhysicsError } from "../errors.js";

/** A probability density estimated from samples, bin by bin. */
export interface Histogram {
  readonly symbol: string;
  /** Middle of each bin; all bins are `width` wide. */
  readonly centres: Float64Array;
  readonly width: number;
  /** Share of the samples in the bin, divided by `width`: the area is 1. */
  readonly density: Float64Array;
  /** Standard error of `density`. */
  readonly error: Float64Array;
  readonly samples: number;
}

/** Bin edges that hold every sample: a power of two wide, about `bins` of them between the outer samples. */
const lattice = (samples: ArrayLike<number>, bins: number): { width: number; first: number; count: number } => {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < samples.length; i++) {
    low = Math.min(low, samples[i]);
    high = Math.max(high, samples[i]);
  }
  const width = 2 ** Math.ceil(Math.log2((high - low || 1) / bins));
  const first = Math.floor(low / width);
  return { width, first, count: Math.floor(high / width) - first + 1 };
};

/** The histogram of independent samples, errors √(p(1 − p)/n)/width. @throws PhysicsError "non-finite" */
export const histogramOf = (samples: ArrayLike<number>, { bins = 60, symbol = "x" } = {}): Histogram => {
  const { width, first, count } = lattice(samples, bins);
  if (!Number.isFinite(width * count) || samples.length === 0)
    throw new PhysicsError("non-finite", {
      what: "The samples are empty, or hold NaN or ∞",
      expected: "finite numbers",
      remedy: "Leave such samples out, or look for the step at which they arose",
    });
  const counts = new Float64Array(count);
  for (let i = 0; i < samples.length; i++) counts[Math.floor(samples[i] / width) - first]++;
  const n = samples.length;
  return {
    symbol,
    centres: counts.map((_, i) => (first + i + 0.5) * width),
    width,
    density: counts.map((c) => c / (n * width)),
    error: counts.map((c) => Math.sqrt((c / n) * (1 - c / n) * (1 / n)) / width),
    samples: n,
  };
};
