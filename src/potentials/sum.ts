import { counted } from "../counted.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { type ExpressionPotential, expression } from "./expression.js";
import { isExpression } from "./is-expression.js";
import type { Potential } from "./potential.js";
import { rename } from "./rename.js";
import { showPlain } from "./show/show.js";

/** A sum of potentials of which not all are formulas. */
export interface SumPotential extends Potential, Displayable {
  readonly parts: readonly Potential[];
  readonly variables?: readonly string[];
}

/** New names for the parameters of a part that mean something else in the sum so far. */
const clashes = (
  part: ExpressionPotential,
  taken: Readonly<Record<string, number>>,
  variables: readonly string[],
): Map<string, string> => {
  const all = new Set([...variables, ...Object.keys(taken), ...Object.keys(part.parameters)]);
  const fresh = new Map<string, string>();
  for (const [name, value] of Object.entries(part.parameters)) {
    const other = variables.includes(name) || (Object.hasOwn(taken, name) && taken[name] !== value);
    if (!other) continue;
    let number = 2;
    while (all.has(`${name}_${number}`)) number++;
    fresh.set(name, `${name}_${number}`);
    all.add(`${name}_${number}`);
  }
  return fresh;
};

/** The variables of all parts: in the order of a part that has them all, otherwise in alphabetical order. */
const variablesOf = (parts: readonly ExpressionPotential[]): readonly string[] => {
  const all = [...new Set(parts.flatMap(({ variables }) => variables))];
  return parts.find(({ variables }) => variables.length === all.length)?.variables ?? all.sort();
};

const sumOfFormulas = (parts: readonly ExpressionPotential[]): ExpressionPotential => {
  const variables = variablesOf(parts);
  const parameters: Record<string, number> = {};
  const texts = parts.map((part) => {
    const names = clashes(part, parameters, variables);
    for (const [name, value] of Object.entries(part.parameters)) parameters[names.get(name) ?? name] = value;
    return rename(part.text, names).trim();
  });
  const text = texts.reduce((left, right) =>
    right.startsWith("-") ? `${left} - ${right.slice(1).trim()}` : `${left} + ${right}`,
  );
  return expression(text, parameters, { variables });
};

const sumOfAny = (parts: readonly (Potential & { readonly variables?: readonly string[] })[]): SumPotential => {
  const [{ dim }] = parts;
  const other = parts.find((part) => part.dim !== dim);
  if (other !== undefined)
    throw new PhysicsError("dimension", {
      what: `One potential has ${counted(dim, "coordinate")}, another ${other.dim}`,
      expected: "the same coordinates in all parts, unless all are formulas",
      remedy: "Write the part of lower dimension as potentials.custom with all coordinates",
    });
  const named = parts.find(({ variables }) => variables !== undefined)?.variables;
  let part = new Float64Array(dim);
  const sum: SumPotential = {
    dim,
    parts,
    ...(named && { variables: named }),
    energy: (q) => parts.reduce((total, { energy }) => total + energy(q), 0),
    force: (q, out) => {
      if (part.length !== q.length) part = new Float64Array(q.length);
      parts[0].force(q, out);
      for (const { force } of parts.slice(1)) {
        force(q, part);
        for (let i = 0; i < q.length; i++) out[i] += part[i];
      }
      return out;
    },
    [display]: () => showPlain(sum, `sum of ${parts.length} potentials`, named),
  };
  return sum;
};

const none = (): never => {
  throw new PhysicsError("parameter", {
    what: "Nothing is summed",
    expected: "one potential or more",
    remedy: "Write potentials.sum(a, b)",
  });
};

/** V = V₁ + V₂ + …. Formulas add by the names of their variables, harmonic in x plus quartic in y being a potential of x and y, and the sum is a formula again;
 *  a parameter that has another value in another part gets the number 2, 3 … at its end. Other potentials add coordinate by coordinate.
 *  @throws PhysicsError "parameter" of nothing, "dimension" */
export function sum(...parts: readonly ExpressionPotential[]): ExpressionPotential;
export function sum(...parts: readonly Potential[]): SumPotential;
export function sum(...parts: readonly Potential[]): ExpressionPotential | SumPotential {
  if (parts.length === 0) return none();
  return parts.every(isExpression) ? sumOfFormulas(parts) : sumOfAny(parts);
}
