import type { Term } from "../terms/term.js";
import type { System } from "./system.js";
import type { Value } from "./value.js";

/** What a term is evaluated in. */
export interface Setting {
  readonly system: System;
  readonly flow: "newton" | "gibbs";
  /** Left side by its key → right side. */
  readonly definitions: ReadonlyMap<string, Term>;
  /** Families with a bound subscript: name → (subscript, right side). */
  readonly families: ReadonlyMap<string, { readonly index: string; readonly right: Term }>;
  /** Rates of change that are given for functions which have a definition, ∂W̃/∂t by its key → right side. */
  readonly rates: ReadonlyMap<string, Term>;
  /** The value of an undefined function, drawn once. */
  unknown(of: Term, label: string, setting: Setting): Value;
  readonly bound: ReadonlyMap<string, number>;
  /** Values that stand in for terms, by key. */
  readonly given: ReadonlyMap<string, Value>;
  /** The names whose definitions are being unfolded. */
  readonly open: ReadonlySet<string>;
  /** The value of t₀ at which everything is evaluated. */
  readonly moment: number;
  /** Whether a derivative by t₀ is to act on what is evaluated: only then do flows and integrals keep their slopes in t₀. */
  readonly isSloped?: boolean;
}
