import type { Equation } from "../../statements/equation.js";

/** What is evaluated of a line on concrete systems, where that is not the line itself. */
export interface Evidence {
  /** What must hold if the line does: of a solution, the equation that it solves. */
  readonly equations?: (line: Equation) => readonly Equation[];
  /** What the functions that nothing defines are made to fulfil: Liouville's equation for ρ. */
  readonly given?: readonly Equation[];
  /** Lines of the derivation that are taken as definitions, by their ids. */
  readonly with?: readonly string[];
  /** The motion by 𝓛₀: that of the atoms, or one under which the Gibbs hypothesis holds. */
  readonly flow?: "gibbs";
}

/** One line of a derivation: an equation, the rule in words, what it follows from and rests on. */
export interface Step extends Equation {
  readonly id: string;
  readonly rule: string;
  readonly kind: "definition" | "identity" | "hypothesis" | "limit";
  readonly from: readonly string[];
  readonly hypotheses: readonly string[];
  readonly evidence?: Evidence;
}
