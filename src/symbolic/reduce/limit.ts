import { type Displayable, display } from "../../display.js";
import { stream } from "../../random/index.js";
import { derivationBundle } from "../show/index.js";
import { outcomeFor } from "./certificate/check.js";
import { type CheckedStep, checkedStep, derivationOf, type ShownStep } from "./column.js";
import { type Filled, fill } from "./fill.js";
import type { Filling } from "./filling.js";
import { type Formula, formula } from "./formula.js";
import { holesOf } from "./holes.js";
import type { Problem } from "./problem.js";
import { type Reduction, reduceTerms } from "./reduce.js";
import { scalingOf } from "./scaling.js";

/** What is left to be measured, each with its definition; shown as a list of equations. */
export type Holes = readonly Formula[] & Displayable;

/** A derivation of which each line was evaluated on concrete systems; shown as a column of steps with a badge for each. */
export interface Checked extends Displayable {
  readonly steps: readonly CheckedStep[];
  /** How many lines make a claim: all but definitions and hypotheses. */
  readonly lines: number;
  /** How many of these were evaluated, whether they held or not. */
  readonly evaluated: number;
  /** Whether at least one line was evaluated, and none refuted. */
  readonly holds: boolean;
}

/** The equation of slow variables, with the way to it. */
export interface Limit extends Displayable {
  readonly equation: Formula;
  readonly holes: Holes;
  readonly steps: readonly ShownStep[];
  /** The hypotheses that the equation rests on. */
  readonly hypotheses: readonly string[];
  /**
   * Both sides of every line on random harmonic systems, and how far they lie apart; the same seed draws the same systems. Lines that
   * harmonic systems cannot decide say so.
   */
  check(options?: { readonly seed?: string }): Checked;
  /** The equation with numbers, or estimates, in its holes: a generator on a grid, and trajectories. @throws PhysicsError "parameter" */
  fill(filling: Filling): Filled;
}

const shownHoles = (all: readonly Formula[]): Holes =>
  Object.assign([...all], {
    [display]: () => ({
      "text/latex": `$$\\begin{gathered}${all.map(({ tex }) => tex).join("\\\\ ")}\\end{gathered}$$`,
      "text/plain": all.map(({ text }) => text).join("\n"),
    }),
  });

const checkedOf = (reduction: Reduction, lines: readonly ShownStep[], holes: Holes, seed: string): Checked => {
  const source = stream(seed);
  const steps = reduction.steps.map((step, k) => checkedStep(lines[k]!, outcomeFor(step, reduction, source.child(k))));
  const claims = steps.flatMap(({ outcome }) => (outcome ? [outcome.state] : []));
  const evaluated = claims.filter((state) => state !== "undecided");
  return {
    steps,
    lines: claims.length,
    evaluated: evaluated.length,
    holds: evaluated.length > 0 && evaluated.every((state) => state === "holds"),
    [display]: () => derivationBundle(derivationOf(steps, holes)),
  };
};

/**
 * The equation of motion of slow variables X, Ẋ_a = ε g_a, from Liouville's equation to order ε²:
 * ∂W̃/∂t = −ε Σ_a ∂/∂X_a · (g_aᵗʰ W̃) + ε² Σ_ab ∂/∂X_a · D_ab · [∂/∂X_b − ∂ ln Q/∂X_b] W̃, D_ab = ∫_{−t₀}^0 ⟨g_a (e^{−𝓛₀s} g_b − g_bᵗʰ)⟩ᵗʰ ds.
 * `reduce({ slow: ["R"] })` gives Smoluchowski's equation, `reduce({ slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", force: "1/2" } })`
 * Fokker and Planck's.
 *
 * @throws PhysicsError "expression" that points into a formula; "parameter" for unknown names, and where the expansion does not close:
 * a variable is not slow, or a fluctuation does not decay, with the order at which it fails
 */
export const reduce = (problem: Problem): Limit => {
  const reduction = reduceTerms(scalingOf(problem));
  const steps = reduction.steps.map(
    ({ left, right, id, rule, kind, from, hypotheses }): ShownStep => ({
      ...formula(left, right),
      ...{ id, rule, kind, from, hypotheses },
    }),
  );
  const holes = shownHoles(holesOf(reduction).map(({ symbol, definition }) => formula(symbol, definition)));
  const check = ({ seed = "reduce" } = {}) => checkedOf(reduction, steps, holes, seed);
  let first: Checked | undefined;
  return {
    equation: formula(reduction.left, reduction.right),
    holes,
    steps,
    hypotheses: [...new Set(steps.flatMap(({ hypotheses }) => hypotheses))],
    check,
    fill: (filling) => fill(reduction, filling),
    [display]: () => {
      first ??= check();
      return first[display]();
    },
  };
};
