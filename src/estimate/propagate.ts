import { PhysicsError } from "../errors.js";
import { type Estimate, estimate, type ShownEstimate } from "./estimate.js";

/** f at all values but one, which is moved by h. */
const moved = (f: (...values: number[]) => number, values: readonly number[], i: number, h: number): number =>
  f(...values.map((value, j) => (j === i ? value + h : value)));

/** f(a, b, …) of estimates to first order in their errors: σ² = Σᵢⱼ (∂f/∂aᵢ)(∂f/∂aⱼ) covᵢⱼ, by central differences; covᵢⱼ is σᵢ² on the diagonal and 0 off
 *  it, unless `covariance` is given. Numbers count as exact. @throws PhysicsError "non-finite" where f or a slope is not a number */
export const propagate = (
  f: (...values: number[]) => number,
  estimates: readonly (Estimate | number)[],
  covariance?: readonly (readonly number[])[],
): ShownEstimate => {
  const all = estimates.map((value) => (typeof value === "number" ? estimate(value, 0, 1, 0) : value));
  const values = all.map(({ mean }) => mean);
  const slopes = all.map(({ mean, error }, i) => {
    const h = Math.max(1e-3 * error, 6e-6 * Math.abs(mean));
    return error === 0 ? 0 : (moved(f, values, i, h) - moved(f, values, i, -h)) / (2 * h);
  });
  const term = (i: number, j: number) =>
    slopes[i] * slopes[j] * (covariance?.[i][j] ?? (i === j ? all[i].error ** 2 : 0));
  const variance = slopes.reduce((sum, _, i) => sum + slopes.reduce((part, _, j) => part + term(i, j), 0), 0);
  const mean = f(...values);
  if (!Number.isFinite(mean + variance))
    throw new PhysicsError("non-finite", {
      what: `The function of ${all.map((value) => estimate(value.mean, value.error)).join(", ")} is ${mean}, and its variance ${variance}`,
      expected: "a function that is finite and smooth where the values lie",
      remedy: "Look for a division by 0 or a root of a negative value there",
    });
  const uncertain = estimates.filter((value) => typeof value !== "number");
  const samples = Math.min(...uncertain.map((value) => value.samples));
  return estimate(mean, Math.sqrt(variance), Number.isFinite(samples) ? samples : 1, 0);
};
