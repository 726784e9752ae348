import { finite } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { freeNames, parse } from "../expressions/parse.js";
import { coordinates } from "./coordinates.js";
import { type ExpressionPotential, expression } from "./expression.js";
import { isExpression } from "./is-expression.js";
import type { Potential } from "./potential.js";
import { showPlain } from "./show/show.js";

/** A potential some of whose coordinates are held fixed. */
export interface RestrictedPotential extends Potential, Displayable {
  readonly variables: readonly string[];
  readonly fixed: Readonly<Record<string, number>>;
}

type Named = Potential & { readonly variables?: readonly string[] };

const checkFixed = (names: readonly string[], fixed: Readonly<Record<string, number>>): void => {
  for (const [name, value] of Object.entries(fixed)) {
    finite(name, value);
    if (!names.includes(name))
      throw new PhysicsError("parameter", {
        what: `There is no coordinate "${name}" to hold fixed`,
        expected: `one of ${names.join(", ")}`,
        remedy: "Correct its name",
      });
  }
  if (names.every((name) => Object.hasOwn(fixed, name)))
    throw new PhysicsError("dimension", {
      what: "All coordinates are held fixed",
      expected: "one or more that are free",
      remedy: `Leave ${names[0]} free`,
    });
};

const restrictFormula = (
  { text, variables, parameters }: ExpressionPotential,
  fixed: Readonly<Record<string, number>>,
): ExpressionPotential => {
  const free = variables.filter((name) => !Object.hasOwn(fixed, name));
  const names = freeNames(parse(text));
  const occurring = Object.entries(fixed).filter(([name]) => names.includes(name));
  return expression(text, { ...parameters, ...Object.fromEntries(occurring) }, { variables: free });
};

const restrictAny = (whole: Named, names: readonly string[], fixed: Readonly<Record<string, number>>) => {
  const variables = names.filter((name) => !Object.hasOwn(fixed, name));
  const free = variables.map((name) => names.indexOf(name));
  const dim = free.length;
  const point = Float64Array.from(names, (name) => fixed[name] ?? 0);
  const pull = new Float64Array(names.length);
  const place = (q: Float64Array, start: number) => {
    for (let i = 0; i < dim; i++) point[free[i]] = q[start + i];
    return point;
  };
  const restricted: RestrictedPotential = {
    dim,
    variables,
    fixed,
    energy: (q) => whole.energy(place(q, 0)),
    force: (q, out) => {
      for (let start = 0; start < q.length; start += dim) {
        whole.force(place(q, start), pull);
        for (let i = 0; i < dim; i++) out[start + i] = pull[free[i]];
      }
      return out;
    },
    [display]: () => {
      const held = Object.entries(fixed).map(([name, value]) => `${name} = ${value}`);
      return showPlain(restricted, `a potential held at ${held.join(", ")}`, variables);
    },
  };
  return restricted;
};

/** V on the plane or line where some coordinates have fixed values, such as { y: 0.5 }. The restriction of a formula is a formula, with the fixed coordinates
 *  among its parameters. @throws PhysicsError "parameter" for a name that is no coordinate, "dimension" if none is left */
export function restrict(potential: ExpressionPotential, fixed: Readonly<Record<string, number>>): ExpressionPotential;
export function restrict(potential: Potential, fixed: Readonly<Record<string, number>>): RestrictedPotential;
export function restrict(
  potential: Named,
  fixed: Readonly<Record<string, number>>,
): ExpressionPotential | RestrictedPotential {
  const names = potential.variables ?? coordinates(potential.dim);
  checkFixed(names, fixed);
  return isExpression(potential) ? restrictFormula(potential, fixed) : restrictAny(potential, names, fixed);
}
