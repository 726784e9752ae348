import type { ShownEstimate } from "../estimate/estimate.js";
import type { Named } from "../potentials/names.js";
import { type CanonicalOptions, canonical } from "./canonical.js";
import type { Property } from "./property.js";
import { type SamplingOptions, sampledAverage } from "./sampled-average.js";

/** ⟨a⟩ = ∫ a exp(−V/kT) dq / ∫ exp(−V/kT) dq as an `Estimate`: of one to three coordinates by quadrature, whose error it has; with a `seed`, in any number of
 *  dimensions by sampling, as a promise. @throws as `canonical` and `sampledAverage` */
export function gibbsAverage(
  potential: Named,
  kT: number,
  property: Property,
  options: SamplingOptions,
): Promise<ShownEstimate>;
export function gibbsAverage(
  potential: Named,
  kT: number,
  property: Property,
  options?: CanonicalOptions,
): ShownEstimate;
export function gibbsAverage(
  potential: Named,
  kT: number,
  property: Property,
  options: CanonicalOptions | SamplingOptions = {},
): ShownEstimate | Promise<ShownEstimate> {
  return "seed" in options
    ? sampledAverage(potential, kT, property, options)
    : canonical(potential, kT, options).average(property);
}
