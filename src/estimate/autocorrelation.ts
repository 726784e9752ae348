import { lagProducts } from "../linalg/fft.js";
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

/** The integrated autocorrelation time τ = ½ + Σₖ C(k)/C(0), in samples, and its relative error √((4w + 2)/n).
 *  The sum is cut at the first w ≥ 5τ, which balances bias against noise. [sokal-1997] */
export const autocorrelationTime = (series: ArrayLike<number>): { readonly tau: number; readonly relative: number } => {
  const { mean, variance } = moments(series);
  const at = correlation(series, mean, variance);
  let tau = 0.5;
  let window = 1;
  if (variance > 0)
    for (; window < series.length >> 1; window++) {
      tau += at(window);
      if (window >= 5 * tau) break;
    }
  return { tau: Math.max(tau, 0.5), relative: Math.sqrt((4 * window + 2) / series.length) };
};
