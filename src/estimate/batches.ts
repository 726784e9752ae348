import { whole } from "../checks.js";
import { autocorrelationTime } from "./autocorrelation.js";
import { estimate, type ShownEstimate } from "./estimate.js";
import { moments } from "./moments.js";
import { soundMoments, tooShort } from "./series.js";

/** A series cut into `batches` stretches of equal length; what is left over at its start is left out. @throws PhysicsError "parameter", "too-short" */
export const cut = (series: ArrayLike<number>, batches: number): Float64Array[] => {
  whole("batches", batches, 4);
  const size = Math.floor(series.length / batches);
  if (size === 0)
    tooShort(`There are ${series.length} samples for ${batches} batches`, `${batches} at least`, "Run longer");
  const all = Float64Array.from(series).subarray(series.length - size * batches);
  return Array.from({ length: batches }, (_, i) => all.subarray(i * size, (i + 1) * size));
};

/** Batches of fewer autocorrelation times than this are not independent enough: the error comes out 10 % too small. */
const LEAST = 5;

/** Refuses batches that are too short to be independent. @throws PhysicsError "too-short" that carries the estimate */
export const checkBatches = (series: ArrayLike<number>, batches: number, found: ShownEstimate): void => {
  const { tau } = autocorrelationTime(series);
  const length = series.length / batches / tau;
  if (length < LEAST)
    tooShort(
      `Each of the ${batches} batches is ${length.toFixed(1)} autocorrelation times long`,
      `${LEAST} at least`,
      `Run ${Math.ceil(LEAST / length)} times longer, or take fewer batches`,
      found,
    );
};

/** ⟨a⟩ of one stationary series from the scatter of the means bᵢ of B equal batches: the error is √(Σ (bᵢ − b̄)²/(B(B − 1))). `spacing` is the time
 *  between two samples. @throws PhysicsError "too-short" that carries the estimate, where a batch is shorter than 5 τ; "parameter", "non-finite" */
export const batchMeans = (series: ArrayLike<number>, { batches = 32, spacing = 1 } = {}): ShownEstimate => {
  const { mean, variance } = soundMoments(series);
  const means = cut(series, batches).map((batch) => moments(batch).mean);
  const error = Math.sqrt(moments(means).variance / (batches - 1));
  const tau = variance > 0 ? (error * error * series.length) / (2 * variance) : 0.5;
  const found = estimate(mean, error, series.length, Math.max(tau, 0.5) * spacing);
  checkBatches(series, batches, found);
  return found;
};
