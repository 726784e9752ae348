import type { MathNode } from "mathjs";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { type Sweep, sweep } from "../expressions/compile.js";
import { differentiate } from "../expressions/differentiate.js";
import { freeNames, parse } from "../expressions/parse.js";
import { hasFormula } from "./formula.js";
import type { Potential } from "./potential.js";
import { equationsOf, negative } from "./show/equations.js";
import { showPotential } from "./show/show.js";
import { checkUsed } from "./used.js";

/** A potential with its formula: derivatives are exact, and it shows itself with its force and curve. */
export interface ExpressionPotential extends Potential, Displayable {
  readonly text: string;
  readonly variables: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  /** ∂²V/∂qᵢ∂qⱼ at the first point of `q`, row by row, into `out`. */
  hessian(q: Float64Array, out: Float64Array): Float64Array;
  /** V, then F (on a line also V″) as LaTeX, each "left &= right". */
  readonly equations: readonly string[];
}

/** ∂²V/∂qᵢ∂qⱼ row by row, each pair differentiated once. */
const secondDerivatives = (gradient: readonly MathNode[], variables: readonly string[]): MathNode[] => {
  const upper = gradient.map((part, i) => variables.slice(i).map((name) => differentiate(part, name)));
  return variables.flatMap((_, i) => variables.map((_, j) => upper[Math.min(i, j)][Math.abs(i - j)]));
};

const constant = (text: string): PhysicsError =>
  new PhysicsError("parameter", {
    what: `"${text}" has no variable: with 0 for the number of variables it is a constant, which exerts no force`,
    expected: "a coordinate among its names",
    remedy: "Leave one name without a value, such as x",
  });

const variablesOf = (
  text: string,
  names: readonly string[],
  given: readonly string[] | undefined,
): readonly string[] => {
  const unknown = given && names.find((name) => !given.includes(name));
  if (unknown !== undefined)
    throw new PhysicsError("expression", {
      what: `"${text}" holds the name "${unknown}", which is neither a variable nor a parameter`,
      expected: `only ${given?.join(", ")} and the parameters`,
      remedy: `Give it a value, { ${unknown}: 1.5 }, or list it among the variables`,
    });
  if ((given ?? names).length === 0) throw constant(text);
  return given ?? names;
};

/** V from a formula such as "h*(x^2 - 1)^2 + tilt*x". Names with a value in `parameters` are constants; the others are the variables, in
 *  alphabetical order unless `variables` lists them. The force −∂V/∂q and the Hessian come from symbolic differentiation, which
 *  leaves out the jumps of floor and mod: let V go through them without one, as (mod(x, 2) - 1)^2 does.
 *  @throws PhysicsError "expression" for what is no formula or a parameter that does not occur in it, "parameter" for a value that is not finite */
export const expression = (
  text: string,
  parameters: Readonly<Record<string, number>> = {},
  options: { readonly variables?: readonly string[] } = {},
): ExpressionPotential => {
  const tree = parse(text);
  const free = freeNames(tree);
  checkUsed(text, free, parameters, options.variables);
  const coordinates = free.filter((name) => !Object.hasOwn(parameters, name));
  const variables = variablesOf(text, coordinates, options.variables);
  const names = { coordinates: variables, parameters };
  const gradient = variables.map((name) => differentiate(tree, name));
  const value = sweep([tree], names);
  const pulls = gradient.map(negative);
  const force = sweep(pulls, names);
  let second: Sweep | undefined;
  const none = new Float64Array(0);
  const one = new Float64Array(1);
  const dim = variables.length;
  const potential = {
    dim,
    text,
    variables,
    parameters,
    energy: (q: Float64Array) => value(q.length === dim ? q : q.subarray(0, dim), none, one)[0],
    force: (q: Float64Array, out: Float64Array) => force(q, none, out),
    hessian: (q: Float64Array, out: Float64Array) => {
      second ??= sweep(secondDerivatives(gradient, variables), names);
      return second(q.length === dim ? q : q.subarray(0, dim), none, out);
    },
    get equations() {
      return equationsOf(tree, gradient, variables);
    },
    [display]: () => showPotential(potential, potential),
  };
  return hasFormula(potential, { names, force: pulls });
};
