import type { MathNode } from "mathjs";
import type { Names } from "../expressions/compile.js";
import type { Potential } from "./potential.js";

/** The force of a potential as formulas. */
export interface Formula {
  readonly names: Names;
  /** −∂V/∂qᵢ. */
  readonly force: readonly MathNode[];
}

/** Kept beside the potentials, not in them: a copy with another force must not bring along the formulas of this one. */
const formulas = new WeakMap<Potential, Formula>();

/** Notes the formulas of a potential. */
export const hasFormula = <P extends Potential>(potential: P, formula: Formula): P => {
  formulas.set(potential, formula);
  return potential;
};

/** The formulas of a potential, if it is made of any. */
export const formulaOf = (potential: Potential): Formula | undefined => formulas.get(potential);
