import { autocorrelationTime } from "../estimate/autocorrelation.js";
import { chiSquaredTail } from "../estimate/chi-squared.js";
import { estimate, type ShownEstimate } from "../estimate/estimate.js";
import { moments } from "../estimate/moments.js";
import { soundMoments, tooShort } from "../estimate/series.js";

/** A chain shorter than this many autocorrelation times does not know its own error. */
const LEAST = 50;
/** How often chains that sample the same may scatter by more than they do before it counts as a sign that they do not. */
const CHANCE = 1e-5;

/** ⟨a⟩ of several chains of equal length that should sample the same: the error √(2τσ²/n), τ and σ² averaged over chains. The means of the chains must
 *  scatter as that says (χ²); where chains are stuck in different places they scatter more.
 *  @throws PhysicsError "too-short" that carries the estimate, with the larger of the two errors; "non-finite" */
export const overChains = (chains: readonly Float64Array[]): ShownEstimate => {
  const parts = chains.map((chain) => {
    const { mean, variance } = soundMoments(chain);
    return { mean, variance, tau: variance > 0 ? autocorrelationTime(chain).tau : 0.5 };
  });
  const length = chains[0].length;
  const between = moments(parts.map(({ mean }) => mean));
  const variance = moments(parts.map((part) => part.variance)).mean;
  const weighted = moments(parts.map((part) => part.tau * part.variance)).mean;
  const tau = variance > 0 ? weighted / variance : 0.5;
  const own = (2 * weighted) / length;
  const dof = chains.length - 1;
  const scatter = (between.variance * chains.length) / own;
  const apart = between.variance > 0 && !(chiSquaredTail(scatter, dof) > CHANCE);
  const error = Math.sqrt(Math.max(own, apart ? (between.variance * chains.length) / dof : 0) / chains.length);
  const found = estimate(between.mean, error, length * chains.length, tau);
  if (apart)
    tooShort(
      `The means of ${chains.length} chains scatter ${Math.sqrt(scatter / dof).toPrecision(2)} times as much as their own errors say`,
      "chains that have all been everywhere",
      "Take ten times as many samples, or lower the barriers between wells by a bias",
      found,
    );
  if (length < LEAST * tau)
    tooShort(
      `Each chain is ${(length / tau).toFixed(1)} autocorrelation times long`,
      `${LEAST} at least`,
      `Take ${Math.ceil((LEAST * tau) / length)} times as many samples`,
      found,
    );
  return found;
};
