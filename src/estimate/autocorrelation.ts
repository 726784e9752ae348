import { moments } from "./moments.js";

/** C(k)/C(0) of a series at lag k, C(k) = Σᵢ (aᵢ − ā)(aᵢ₊ₖ − ā)/(n − k). */
const correlation = (series: ArrayLike<number>, lag: number, mean: number, variance: number): number => {
  let sum = 0;
  const pairs = series.length - lag;
  for (let i = 0; i < pairs; i++) sum += (series[i] - mean) * (series[i + lag] - mean);
  return sum / (pairs * variance);
};

/** The integrated autocorrelation time τ = ½ + Σₖ C(k)/C(0), in samples, and its relative error √((4w + 2)/n).
 *  The sum is cut at the first w ≥ 5τ, which balances bias against noise. [sokal-1997] */
export const autocorrelationTime = (series: ArrayLike<number>): { readonly tau: number; readonly relative: number } => {
  const { mean, variance } = moments(series);
  let tau = 0.5;
  let window = 1;
  if (variance > 0)
    for (; window < series.length / 2; window++) {
      tau += correlation(series, window, mean, variance);
      if (window >= 5 * tau) break;
    }
  return { tau: Math.max(tau, 0.5), relative: Math.sqrt((4 * window + 2) / series.length) };
};
