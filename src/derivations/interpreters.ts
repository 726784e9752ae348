import { residual } from "../symbolic/instances/residual.js";
import { replay } from "../symbolic/rules/index.js";
import type { Interpreters } from "../symbolic/statements/interpreters.js";

/** The two interpreters of terms: evaluation on harmonic systems, and the rules. */
export const interpreters: Interpreters = {
  evaluate: residual,
  replay,
};
