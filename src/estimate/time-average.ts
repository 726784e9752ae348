import { positive } from "../checks.js";
import { cited } from "../references.js";
import { autocorrelationTime } from "./autocorrelation.js";
import { estimate, type ShownEstimate } from "./estimate.js";
import { soundMoments, tooShort } from "./series.js";

/** A series shorter than this many autocorrelation times does not know its own error. */
const LEAST = 50;

/** ⟨a⟩ of one stationary series: the mean, with the error √(2τC(0)/n), τ the integrated autocorrelation time. `spacing` is the time between two samples.
 *  @throws PhysicsError "too-short" that carries the estimate, when the series is shorter than 50 τ; "non-finite" where a sample is not a number. [sokal-1997] */
export const timeAverage = (series: ArrayLike<number>, spacing = 1): ShownEstimate => {
  cited("sokal-1997");
  positive("spacing", spacing);
  const { mean, variance } = soundMoments(series);
  const { tau } = autocorrelationTime(series);
  const result = estimate(mean, Math.sqrt((2 * tau * variance) / series.length), series.length, tau * spacing);
  if (series.length < LEAST * tau)
    tooShort(
      `The series is ${(series.length / tau).toFixed(1)} autocorrelation times long (τ ≈ ${(tau * spacing).toPrecision(2)})`,
      `${LEAST} at least`,
      `Run ${Math.ceil((LEAST * tau) / series.length)} times longer`,
      result,
    );
  return result;
};
