import type { Configuration, Integrator } from "../dynamics/integrator.js";
import type { Property } from "../ensembles/property.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import { timeAverage as ofSeries } from "../estimate/time-average.js";
import { type RunOptions, record } from "./record.js";

/** ā = (1/T) ∫₀ᵀ a dt along one trajectory, as the `Estimate` that `ensembles.gibbsAverage` gives of the same property; its error holds the correlations in
 *  time, and `tau` is in the unit of dt. @throws PhysicsError "too-short" that carries the estimate, where the run is shorter than 50 τ; "parameter",
 *  "expression", "dimension", "undefined-quantity", "unstable"; and the reason of an aborted `signal` [sokal-1997] */
export const timeAverage = async <S extends Configuration>(
  integrator: Integrator<S>,
  property: Property,
  options: RunOptions,
): Promise<ShownEstimate> => {
  const [[series]] = await record(integrator, [property], 1, options);
  return ofSeries(series, (options.every ?? 10) * integrator.dt);
};
