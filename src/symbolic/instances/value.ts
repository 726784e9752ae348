import { PhysicsError } from "../../errors.js";
import type { Term } from "../terms/term.js";
import { add, constant, type Element, multiply } from "./element.js";

/** A scalar, vector or tensor of elements, components in order. */
export interface Value {
  readonly rank: number;
  readonly parts: readonly Element[];
}

export const scalar = (part: Element): Value => ({ rank: 0, parts: [part] });

/** f of every component. */
export const mapped = ({ rank, parts }: Value, f: (part: Element) => Element): Value => ({ rank, parts: parts.map(f) });

/** The sum of values over n variables; what is nothing has any rank. */
export const sumOf = (values: readonly Value[], n: number): Value => {
  const live = values.filter(({ parts }) => parts.some(({ pieces }) => pieces.length > 0));
  const [first] = live.length > 0 ? live : values;
  if (!first) return scalar(constant(n, 0));
  return {
    rank: first.rank,
    parts: first.parts.map((_, c) => add(...(live.length > 0 ? live : [first]).map(({ parts }) => parts[c]!))),
  };
};

/** a ⊗ b. */
export const outerOf = (a: Value, b: Value): Value => ({
  rank: a.rank + b.rank,
  parts: a.parts.flatMap((x) => b.parts.map((y) => multiply(x, y))),
});

/** The product of values, at most one of which is no scalar. */
export const productOf = (values: readonly Value[]): Value => values.reduce((a, b) => outerOf(a, b));

/** a · b over the last direction of a and the first of b. */
export const dotOf = (a: Value, b: Value, d: number): Value => {
  const [rows, columns] = [d ** (a.rank - 1), d ** (b.rank - 1)];
  const parts: Element[] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      parts.push(add(...Array.from({ length: d }, (_, k) => multiply(a.parts[i * d + k]!, b.parts[k * columns + j]!))));
  return { rank: a.rank + b.rank - 2, parts };
};

/** The value of a name, which must have the rank that the name is used with. @throws PhysicsError "expression" */
export const ofRank = (of: Term, value: Value): Value => {
  if (value.rank === of.rank) return value;
  throw new PhysicsError("expression", {
    what: `${of.name} is defined with rank ${value.rank} and used with rank ${of.rank}`,
    expected: "one rank, 0 for scalars, 1 for vectors, 2 for tensors",
    remedy: "Look whether · stands where ⊗ belongs",
  });
};
