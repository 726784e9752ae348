import type { Correction } from "./corrections.js";
import type { Equation } from "./equation.js";
import type { Outcome } from "./outcome.js";
import type { Placed } from "./reach.js";
import type { Certificate, Verdict } from "./statement.js";

/** What was found out about a statement. */
export interface Finding extends Placed {
  readonly printed: Equation | undefined;
  /** What later statements take for it: the printed equation, or the first of its corrections. */
  readonly believed: Equation | undefined;
  readonly verdict: Verdict;
  readonly outcome: Outcome | undefined;
  readonly corrections: readonly Correction[];
  readonly certificates: readonly Certificate[];
  /** Why a certificate is missing, or what refutes the print. */
  readonly reasons: readonly string[];
}
