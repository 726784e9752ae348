import type { ShownEstimate } from "../estimate/estimate.js";
import type { Potential } from "../potentials/potential.js";
import { canonical, type Property } from "./canonical.js";

/** ⟨a⟩ = ∫ a exp(−V/kT) dx / ∫ exp(−V/kT) dx as an `Estimate`, whose error is that of the quadrature. @throws as `canonical` */
export const gibbsAverage = (
  potential: Potential & { readonly variables?: readonly string[] },
  kT: number,
  property: Property,
): ShownEstimate => canonical(potential, kT).average(property);
