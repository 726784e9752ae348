import type { ShownEstimate } from "../estimate/estimate.js";
import type { Named } from "../potentials/names.js";
import { type CanonicalOptions, canonical } from "./canonical.js";
import type { Property } from "./property.js";

/** ⟨a⟩ = ∫ a exp(−V/kT) dq / ∫ exp(−V/kT) dq as an `Estimate`, whose error is that of the quadrature. @throws as `canonical` */
export const gibbsAverage = (
  potential: Named,
  kT: number,
  property: Property,
  options: CanonicalOptions = {},
): ShownEstimate => canonical(potential, kT, options).average(property);
