import { lagProducts } from "../linalg/fft.js";
import { isWide, plateauOf } from "./blocking.js";
import { moments } from "./moments.js";

/** Up to this lag products are summed one by one, which is faster for short correlations; beyond, by Fourier transform. */
const DIRECT = 64;

/** C(k)/C(0) of a series at lag k, C(k) = Σᵢ (aᵢ − ā)(aᵢ₊ₖ − ā)/(n − k). */
const correlation = (series: ArrayLike<number>, mean: number, variance: number): ((lag: number) => number) => {
  const n = series.length;
  let all: Float64Array | undefined;
  return (lag) => {
    if (lag >= DIRECT) {
      const shifted = () => Float64Array.from(series, (value) => value - mean);
      all ??= ((a) => lagProducts(a, a, n >> 1))(shifted());
      return all[lag] / ((n - lag) * variance);
    }
    let sum = 0;
    for (let i = 0; i < n - lag; i++) sum += (series[i] - mean) * (series[i + lag] - mean);
    return sum / ((n - lag) * variance);
  };
};

/** An integrated autocorrelation time, in samples, with its relative error. */
export interface Correlated {
  readonly tau: number;
  readonly relative: number;
}

/** τ = ½ + Σₖ C(k)/C(0), cut at the first w ≥ 5τ, which balances bias against noise, and its relative error √((4w + 2)/n). */
const windowed = (series: ArrayLike<number>, mean: number, variance: number): Correlated => {
  const at = correlation(series, mean, variance);
  let tau = 0.5;
  let window = 1;
  for (; window < series.length >> 1; window++) {
    tau += at(window);
    if (window >= 5 * tau) break;
  }
  return { tau: Math.max(tau, 0.5), relative: Math.sqrt((4 * window + 2) / series.length) };
};

/** τ from the plateau of the blocking errors, σ² = 2τC(0)/n; 0 where there is none to be read. */
const blocked = (series: ArrayLike<number>, mean: number, variance: number): Correlated => {
  const plateau = plateauOf(series, mean);
  if (!isWide(plateau)) return { tau: 0, relative: 0 };
  const { error, blocks } = plateau.levels[plateau.at];
  return { tau: (error * error * series.length) / (2 * variance), relative: Math.sqrt(2 / (blocks - 1)) };
};

/** The integrated autocorrelation time τ = ½ + Σₖ C(k)/C(0), in samples, and its relative error. The sum is cut at the first w ≥ 5τ; where correlations
 *  oscillate, or a weak slow part follows a fast one, that is too early, and then the plateau of blocking, which needs no window, lies above: it counts
 *  where it does so by more than twice its error. [sokal-1997, flyvbjerg-petersen-1989] */
export const autocorrelationTime = (series: ArrayLike<number>): Correlated => {
  const { mean, variance } = moments(series);
  if (!(variance > 0)) return { tau: 0.5, relative: Math.sqrt(6 / series.length) };
  const short = windowed(series, mean, variance);
  const long = blocked(series, mean, variance);
  return long.tau * (1 - 2 * long.relative) > short.tau ? long : short;
};
