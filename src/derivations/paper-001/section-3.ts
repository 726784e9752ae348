import type { Statement } from "../../symbolic/statements/statement.js";
import { firstOrder } from "./section-3/first-order.js";
import { fluxes } from "./section-3/fluxes.js";
import { kinetic } from "./section-3/kinetic.js";
import { reduced } from "./section-3/reduced.js";
import { expansion } from "./section-3/scales.js";

/** Section 3 up to its conservation law, (30) to (36), where ρ does not yet depend on Φ and Π beside Γ. */
export const scaledConservationLaw: readonly Statement[] = kinetic;

/** Section 3 from the chain rule to the Fokker–Planck equation, (37) to (56), with ρ a function of Γ, Φ and Π. */
export const scaledMultiscale: readonly Statement[] = [...expansion, ...firstOrder, ...reduced, ...fluxes];

/** Section 3 as printed, from the scaled order parameters to the Fokker–Planck equation: every numbered equation and every display between. */
export const section3: readonly Statement[] = [...scaledConservationLaw, ...scaledMultiscale];
