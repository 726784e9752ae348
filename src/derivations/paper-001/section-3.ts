import type { Statement } from "../../symbolic/statements/statement.js";
import { firstOrder } from "./section-3/first-order.js";
import { fluxes } from "./section-3/fluxes.js";
import { kinetic } from "./section-3/kinetic.js";
import { reduced } from "./section-3/reduced.js";
import { expansion } from "./section-3/scales.js";

/** Section 3 as printed, from the scaled order parameters to the Fokker–Planck equation: every numbered equation and every display between. */
export const section3: readonly Statement[] = [...kinetic, ...expansion, ...firstOrder, ...reduced, ...fluxes];
