import { positive } from "../checks.js";
import { PhysicsError } from "../errors.js";
import { cited } from "../references.js";
import { autocorrelationTime } from "./autocorrelation.js";
import { estimate, type ShownEstimate } from "./estimate.js";
import { moments } from "./moments.js";

/** A series shorter than this many autocorrelation times does not know its own error. */
const LEAST = 50;

/** ⟨a⟩ of one stationary series: the mean, with the error √(2τC(0)/n), τ the integrated autocorrelation time. `spacing` is the time between two samples.
 *  @throws PhysicsError "too-short" that carries the estimate, when the series is shorter than 50 τ; "non-finite" where a sample is not a number. [sokal-1997] */
export const timeAverage = (series: ArrayLike<number>, spacing = 1): ShownEstimate => {
  cited("sokal-1997");
  positive("spacing", spacing);
  const { mean, variance } = moments(series);
  if (!Number.isFinite(mean + variance))
    throw new PhysicsError("non-finite", {
      what: series.length === 0 ? "The series is empty" : "The series holds NaN or ∞",
      expected: "finite numbers",
      remedy: "Find the first bad one, often the sign of a time step that is too long",
    });
  const { tau } = autocorrelationTime(series);
  const result = estimate(mean, Math.sqrt((2 * tau * variance) / series.length), series.length, tau * spacing);
  if (series.length < LEAST * tau)
    throw new PhysicsError(
      "too-short",
      {
        what: `The series is ${(series.length / tau).toFixed(1)} autocorrelation times long (τ ≈ ${(tau * spacing).toPrecision(2)}), so that ${result} may be far off`,
        expected: `${LEAST} at least`,
        remedy: `Run ${Math.ceil((LEAST * tau) / series.length)} times longer; the doubtful value is in \`estimate\` of this error`,
      },
      result,
    );
  return result;
};
