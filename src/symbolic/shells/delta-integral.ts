import { type Displayable, display } from "../../display.js";
import { inspected, type ShownEstimate } from "../../estimate/estimate.js";
import { text } from "../notation/index.js";
import { letterOf } from "../scalars/names.js";
import type { Term } from "../terms/term.js";
import { integralTex, latex } from "./printing.js";
import { read } from "./read.js";
import { type Solution, solved } from "./solution.js";

/** An integral over δ, and what it is worth; it shows itself. */
export interface DeltaIntegral extends Displayable, Pick<Solution, "method" | "closed" | "positive"> {
  readonly text: string;
  readonly tex: string;
  toString(): string;
  /**
   * The number, with the error of the quadrature where there is one, for given values of the other names.
   * @throws PhysicsError "parameter" for a name without a value, "undefined-quantity" where the integral diverges or is not defined
   */
  value(values?: Readonly<Record<string, number>>): ShownEstimate;
}

const shown = (whole: Term, { closed, positive, reduced }: Solution): Pick<DeltaIntegral, "tex" | "text"> => {
  const left = { text: text(whole), tex: integralTex(whole) };
  if (closed && positive)
    return {
      text: `${left.text} = ${text(closed)} for ${text(positive)} > 0, otherwise 0`,
      tex: `${left.tex} = \\begin{cases} ${latex(closed)} & ${latex(positive)} > 0 \\\\ 0 & \\text{otherwise} \\end{cases}`,
    };
  if (closed) return { text: `${left.text} = ${text(closed)}`, tex: `${left.tex} = ${latex(closed)}` };
  return { text: `${left.text} = ${reduced!.text}`, tex: `${left.tex} = ${reduced!.tex}` };
};

/**
 * ∫ g δ(f) dΓ = ∫_{f = 0} g dS/|∇f|, from the notation: `deltaIntegral("∫∫ δ(p^2/2 + x^2/2 − E) dp dx")` is 2π for E > 0. δ of a linear
 * function takes its variable away, δ(R − x_1 − x_2) for one; δ of a quadratic form in n variables is the measure of an ellipsoid,
 * (2π)^{n/2} K^{n/2 − 1}/(Γ(n/2) √det A), with polynomials g by their moments; of ½ yᵀA y + V(x) it is that in y, and a quadrature between
 * turning points in x; of one variable, Σ g/|f′| over all roots.
 * @throws PhysicsError "expression" that points at what is not understood; "undefined-quantity" at double roots, on shells that reach to
 * infinity, and for what is none of these
 */
export const deltaIntegral = (given: string): DeltaIntegral => {
  const problem = read(given);
  const solution = solved(problem);
  const { method, closed, positive, numeric } = solution;
  const formulas = shown(problem.whole, solution);
  const show = () => formulas.text;
  return {
    method,
    closed,
    positive,
    ...formulas,
    toString: show,
    value: (values = {}) => {
      const known = new Map(Object.entries(values).map(([name, each]) => [letterOf(name), each]));
      return numeric((label) => known.get(label));
    },
    ...{ [inspected]: show },
    [display]: () => ({ "text/latex": `$$${formulas.tex}$$`, "text/plain": formulas.text }),
  };
};
