import type { MathNode } from "mathjs";
import { PhysicsError } from "../../errors.js";
import { parse } from "../../expressions/parse.js";
import { letterOf } from "../scalars/names.js";

/** [from, to] of a place on a line, one such pair for each direction of a place in space. */
export type Range = readonly [number, number] | readonly (readonly [number, number])[];

/**
 * What fields and functions are: formulas such as "sin(x)" in the names of their places, components r1, r2, r3 of a vector r; and numbers
 * for constants. `over` is where the integrals go.
 */
export type Given = Readonly<Record<string, string | number | Range>> & { readonly over: Range };

/** The same, sorted. */
export interface Concrete {
  readonly box: readonly (readonly [number, number])[];
  readonly formulas: ReadonlyMap<string, MathNode>;
  readonly numbers: ReadonlyMap<string, number>;
}

const isPair = (of: Range): of is readonly [number, number] => typeof of[0] === "number";

/** Sorts what is given. @throws PhysicsError "parameter" for an empty range, "expression" for what is no formula */
export const concreteOf = ({ over, ...rest }: Given): Concrete => {
  const box = isPair(over) ? [over] : over;
  const odd = box.find(([from, to]) => !(from < to && Number.isFinite(to - from)));
  if (odd || box.length === 0 || box.length > 3)
    throw new PhysicsError("parameter", {
      what: `The integrals go over ${JSON.stringify(over)}`,
      expected: "one to three ranges that grow, [0, 6] or [[0, 6], [0, 6]]",
      remedy: "Give ends that are finite",
    });
  const entries = Object.entries(rest).map(([name, value]) => [letterOf(name), value] as const);
  return {
    box,
    formulas: new Map(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, parse(value)]] : []))),
    numbers: new Map(entries.flatMap(([name, value]) => (typeof value === "number" ? [[name, value]] : []))),
  };
};
