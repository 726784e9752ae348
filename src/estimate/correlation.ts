import { positive, whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { lagProducts } from "../linalg/fft.js";
import { cited } from "../references.js";
import { cut } from "./batches.js";
import { estimate, type ShownEstimate } from "./estimate.js";
import { moments } from "./moments.js";
import { soundMoments, tooShort } from "./series.js";

/** C(t) = ⟨δa(0) δb(t)⟩ at equally spaced times, and its running integral. */
export interface Correlation extends Displayable {
  readonly symbol: string;
  readonly t: Float64Array;
  readonly mean: Float64Array;
  /** Standard error of `mean`, from the scatter between stretches of the series. */
  readonly error: Float64Array;
  /** I(t) = ∫₀ᵗ C dt′ by the trapezium rule, with its standard error. */
  readonly integral: { readonly mean: Float64Array; readonly error: Float64Array };
  readonly samples: number;
}

export interface CorrelationOptions {
  /** Correlations at the times 0, spacing, …, lags · spacing. */
  readonly lags: number;
  /** The time between two samples, 1 unless told. */
  readonly spacing?: number;
  /** A second series at the same times; the first itself unless told. */
  readonly with?: ArrayLike<number>;
}

/** Stretches of the series that count as independent. */
const STRETCHES = 32;

const centred = (series: ArrayLike<number>): Float64Array => {
  const { mean } = soundMoments(series);
  return Float64Array.from(series, (value) => value - mean);
};

/** For each stretch C at each lag: its own samples at time 0, with partners that may lie in the stretches after it. */
const stretchesOf = (a: Float64Array, b: Float64Array, points: number): Float64Array[] => {
  const size = Math.floor(a.length / STRETCHES);
  return cut(a, STRETCHES).map((own, i) => {
    const start = a.length - (STRETCHES - i) * size;
    const partners = b.subarray(start, start + size + points);
    return lagProducts(own, partners, points).map((sum, k) => sum / Math.max(Math.min(size, partners.length - k), 1));
  });
};

const across = (rows: readonly Float64Array[]) => {
  const columns = Array.from(rows[0], (_, k) => moments(rows.map((row) => row[k])));
  return {
    mean: Float64Array.from(columns, ({ mean }) => mean),
    error: Float64Array.from(columns, ({ variance }) => Math.sqrt(variance / (rows.length - 1))),
  };
};

const running = (row: Float64Array, spacing: number): Float64Array => {
  let sum = 0;
  return row.map((value, k) => {
    if (k > 0) sum += 0.5 * spacing * (row[k - 1] + value);
    return sum;
  });
};

/** C(t) = ⟨δa(0) δb(t)⟩ of stationary series, δa = a − ā, with error bars from 32 stretches. The series must hold 32 times the longest lag.
 *  @throws PhysicsError "too-short" where it does not, "parameter", "non-finite" */
export const correlation = (series: ArrayLike<number>, options: CorrelationOptions): Correlation => {
  const { lags, spacing = 1, with: other = series } = options;
  whole("lags", lags);
  positive("spacing", spacing);
  if (other.length !== series.length || series.length < STRETCHES * lags)
    tooShort(
      `The series have ${series.length} and ${other.length} samples, for ${lags} lags`,
      `two of equal length, at least ${STRETCHES * lags}`,
      "Run longer, or ask for fewer lags",
    );
  const rows = stretchesOf(centred(series), centred(other), lags + 1);
  const found = across(rows);
  return {
    symbol: other === series ? "δa(0)δa" : "δa(0)δb",
    t: Float64Array.from({ length: lags + 1 }, (_, k) => k * spacing),
    ...found,
    integral: across(rows.map((row) => running(row, spacing))),
    samples: series.length,
    [display]: () => ({
      "text/plain": `C(0) = ${estimate(found.mean[0], found.error[0])} … C(${lags * spacing}) = ${estimate(found.mean[lags], found.error[lags])}`,
    }),
  };
};

/** ∫₀^∞ ⟨δa(0) δb(t)⟩ dt, a transport coefficient, and where its plateau was read. */
export interface GreenKubo extends ShownEstimate {
  /** The time at which the running integral was read. */
  readonly window: number;
  readonly correlation: Correlation;
}

/** The Green–Kubo integral ∫₀^∞ C dt: the running integral at the first time t ≥ 5 I(t)/C(0), where what is left is below the noise for correlations
 *  that decay like an exponential. @throws PhysicsError "too-short" that carries the integral to the last lag, where there is no such time [sokal-1997] */
export const greenKubo = (series: ArrayLike<number>, options: CorrelationOptions): GreenKubo => {
  cited("sokal-1997");
  const found = correlation(series, options);
  const { t, mean, integral, samples } = found;
  const at = t.findIndex((time, k) => k > 0 && time * Math.abs(mean[0]) >= 5 * Math.abs(integral.mean[k]));
  const k = at < 0 ? t.length - 1 : at;
  const value = estimate(integral.mean[k], integral.error[k], samples, Math.abs(integral.mean[k] / mean[0]));
  if (at < 0)
    tooShort(
      `The running integral has no plateau up to t = ${t[k]}`,
      "lags of at least five correlation times",
      "Ask for more lags, of a longer series",
      value,
    );
  return Object.assign(value, { window: t[k], correlation: found });
};
