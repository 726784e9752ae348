import { type Displayable, display } from "../../display.js";
import { derivationBundle } from "../show/index.js";
import { derivationOf, type ShownStep } from "./column.js";
import { type Filled, fill } from "./fill.js";
import type { Filling } from "./filling.js";
import { type Formula, formula } from "./formula.js";
import { holesOf } from "./holes.js";
import type { Problem } from "./problem.js";
import { reduceTerms } from "./reduce.js";
import { scalingOf } from "./scaling.js";

/** What is left to be measured, each with its definition; shown as a list of equations. */
export type Holes = readonly Formula[] & Displayable;

/** The equation of slow variables, with the way to it. */
export interface Limit extends Displayable {
  readonly equation: Formula;
  readonly holes: Holes;
  readonly steps: readonly ShownStep[];
  /** The hypotheses that the equation rests on. */
  readonly hypotheses: readonly string[];
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

/**
 * The equation of motion of slow variables X, Ẋ_a = ε g_a, from Liouville's equation to order ε²:
 * ∂W̃/∂t = −ε Σ_a ∂/∂X_a · (g_aᵗʰ W) + ε² Σ_ab ∂/∂X_a · D_ab · [∂/∂X_b − ∂ ln Q/∂X_b] W, D_ab = ∫_{−t₀}^0 ⟨g_a (e^{−𝓛₀s} g_b − g_bᵗʰ)⟩ᵗʰ ds.
 * `reduce({ slow: ["R"] })` gives Smoluchowski's equation, `reduce({ slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", force: "1/2" } })`
 * Fokker and Planck's.
 *
 * @throws PhysicsError "expression" that points into a formula; "parameter" for unknown names, and where the expansion does not close:
 * a variable is not slow, or a fluctuation does not decay, with the order at which it fails
 */
export const reduce = (problem: Problem): Limit => {
  const reduction = reduceTerms(scalingOf(problem));
  const steps = reduction.steps.map(({ left, right, ...rest }): ShownStep => ({ ...formula(left, right), ...rest }));
  const holes = holesOf(reduction).map(({ symbol, definition }) => formula(symbol, definition));
  return {
    equation: formula(reduction.left, reduction.right),
    holes: shownHoles(holes),
    steps,
    hypotheses: [...new Set(steps.flatMap(({ hypotheses }) => hypotheses))],
    fill: (filling) => fill(reduction, filling),
    [display]: () => derivationBundle(derivationOf(steps, holes)),
  };
};
