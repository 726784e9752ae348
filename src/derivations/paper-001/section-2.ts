import type { Statement } from "../../symbolic/statements/statement.js";
import { conserved } from "./section-2/definitions.js";
import { first } from "./section-2/first-order.js";
import { closure } from "./section-2/fluxes.js";
import { lowest } from "./section-2/lowest-order.js";
import { orders } from "./section-2/reduced.js";
import { scales } from "./section-2/scales.js";

/** Section 2 as printed up to the conservation law (7). */
export const conservationLaw: readonly Statement[] = conserved;
/** Section 2 as printed from the chain rule on to the Smoluchowski equation. */
export const multiscale: readonly Statement[] = [...scales, ...lowest, ...first, ...orders, ...closure];
/** Section 2 as printed: every numbered equation and every display between. */
export const section2: readonly Statement[] = [...conservationLaw, ...multiscale];
