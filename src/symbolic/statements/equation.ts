import type { Term } from "../terms/term.js";

/** left = right. */
export interface Equation {
  readonly left: Term;
  readonly right: Term;
}
