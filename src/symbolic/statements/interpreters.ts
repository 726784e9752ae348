import type { Stream } from "../../random/index.js";
import type { Declarations } from "../terms/declarations.js";
import type { Equation } from "./equation.js";
import type { Step } from "./statement.js";

/** What an equation is judged under. */
export interface Assumptions {
  readonly declarations: Declarations;
  /** Unfolded wherever their left sides stand. */
  readonly definitions: readonly Equation[];
  /** Equations that are taken to hold, left side := right side. */
  readonly premises: readonly Equation[];
  readonly flow: "newton" | "gibbs";
}

/** A place where the sides of an equation differ, in words that a physicist can check. */
export type CounterExample = string;

/** How far the sides of an equation lie apart on concrete systems. */
export interface Evaluation {
  readonly residual: number;
  readonly instances: number;
  readonly counterexample: CounterExample | undefined;
}

/** What an equation is replayed from. */
export interface Grounds {
  readonly declarations: Declarations;
  /** Definitions and premises by their number. */
  readonly equations: ReadonlyMap<string, Equation>;
  /** Which of them are definitions. */
  readonly definitions: ReadonlySet<string>;
  /** What is said in words, by its number. */
  readonly words: ReadonlyMap<string, string>;
}

/** How a replay ended: how many steps and the statements they used, or what was missing. */
export type Replay = { readonly steps: number; readonly uses: readonly string[] } | { readonly missing: string };

/** The two interpreters, which share nothing but the terms. */
export interface Interpreters {
  /** @throws PhysicsError where the equation lies beyond what can be evaluated */
  evaluate(
    equation: Equation,
    under: Assumptions & { readonly stream: Stream; readonly instances: number },
  ): Evaluation;
  replay(equation: Equation, steps: readonly Step[], from: Grounds): Replay;
}
