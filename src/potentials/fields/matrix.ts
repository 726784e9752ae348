import { finite } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Names } from "../../expressions/compile.js";
import { freeNames } from "../../expressions/parse.js";
import { checkUsed } from "../used.js";
import { checkHermitian, compiled, type Entries, type Entry, entriesOf } from "./entries.js";
import type { FieldUnits, MatrixField } from "./matrix-field.js";
import { matrixTex } from "./matrix-tex.js";
import { showField } from "./show-field.js";

/** A matrix field of formulas. */
export interface ExpressionField extends MatrixField, Displayable {
  readonly parameters: Readonly<Record<string, number>>;
  /** The trees of the entries, row by row. */
  readonly entries: Entries;
}

export interface MatrixOptions {
  /** The nuclear coordinates in their order; in alphabetical order unless told. */
  readonly variables?: readonly string[];
  /** The part of the first coordinate's axis that figures show, [−5, 5] unless told. */
  readonly interval?: readonly [number, number];
  readonly units?: FieldUnits;
}

const freeIn = ({ re, im }: Entries): string[] =>
  [...new Set([...re, ...im].flatMap(({ tree }) => freeNames(tree)))].sort();

const noVariable = (): never => {
  throw new PhysicsError("parameter", {
    what: "No entry of the matrix has a variable",
    expected: "a nuclear coordinate among its names",
    remedy: "Leave one name without a value, such as x",
  });
};

const variablesOf = (free: readonly string[], given: readonly string[] | undefined): readonly string[] => {
  const unknown = given && free.find((name) => !given.includes(name));
  if (unknown !== undefined)
    throw new PhysicsError("expression", {
      what: `The matrix holds the name "${unknown}", which is neither a variable nor a parameter`,
      expected: `only ${given?.join(", ")} and the parameters`,
      remedy: `Give it a value, { ${unknown}: 1.5 }, or list it among the variables`,
    });
  const variables = given ?? free;
  return variables.length > 0 ? variables : noVariable();
};

const intervalOf = ([from, to]: readonly [number, number]): readonly [number, number] => {
  if (finite("the interval's begin", from) < finite("the interval's end", to)) return [from, to];
  throw new PhysicsError("parameter", {
    what: `The interval goes from ${from} to ${to}`,
    expected: "two numbers, the smaller one first",
    remedy: `Write interval: [${Math.min(from, to)}, ${Math.max(from, to) || 1}]`,
  });
};

const valuesText = (parameters: Readonly<Record<string, number>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");

/** A field from entries that are trees already. @throws as `matrix` */
export const fieldOf = (
  entries: Entries,
  parameters: Readonly<Record<string, number>>,
  { variables: given, interval = [-5, 5], units }: MatrixOptions = {},
): ExpressionField => {
  const free = freeIn(entries);
  checkUsed("the matrix", free, parameters, given);
  const variables = variablesOf(
    free.filter((name) => !Object.hasOwn(parameters, name)),
    given,
  );
  const names: Names = { coordinates: variables, parameters };
  const { value, gradient } = compiled(entries, names);
  checkHermitian(entries.states, value, variables);
  const field: ExpressionField = {
    dim: variables.length,
    states: entries.states,
    real: entries.im.length === 0,
    variables,
    parameters,
    entries,
    interval: intervalOf(interval),
    ...(units && { units }),
    value,
    gradient,
    [display]: () => showField(field, matrixTex(entries, variables), valuesText(parameters)),
  };
  return field;
};

/** V(q) by its entries as formulas, row by row, such as [["k*x", "c"], ["c", "-k*x"]]; a complex entry is { re: "a", im: "b" }. Names with a value in
 *  `parameters` are constants; the others are the nuclear coordinates. Gradients come from symbolic differentiation.
 *  @throws PhysicsError "parameter" that names the entry where V is not Hermitian, or for a value that is not finite; "dimension" for rows of unequal
 *  length; "expression" for what is no formula */
export const matrix = (
  rows: readonly (readonly Entry[])[],
  parameters: Readonly<Record<string, number>> = {},
  options: MatrixOptions = {},
): ExpressionField => fieldOf(entriesOf(rows), parameters, options);
