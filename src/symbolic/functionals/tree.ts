/** Formulas with fields as trees in the coordinates of places, once the fields are given. */

import type { MathNode, SymbolNode as Named } from "mathjs";
import { ConstantNode, FunctionNode, OperatorNode, SymbolNode } from "mathjs/number";
import { PhysicsError } from "../../errors.js";
import { differentiate } from "../../expressions/differentiate.js";
import { freeNames } from "../../expressions/parse.js";
import { text } from "../notation/index.js";
import { labelOf } from "../notation/names.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { argumentsOf, isCall } from "./field.js";
import type { Concrete } from "./given.js";

/** The components of a term: one of a scalar, as many as directions of a vector. */
export type Components = readonly MathNode[];

const constant = (value: number): MathNode => new ConstantNode(value) as unknown as MathNode;
const name = (label: string): MathNode => new SymbolNode(label) as unknown as MathNode;
const call = (fn: string, of: MathNode): MathNode =>
  new FunctionNode(new SymbolNode(fn), [of] as never) as unknown as MathNode;
const signs = { add: "+", multiply: "*", pow: "^" } as const;
const join = (fn: keyof typeof signs, a: MathNode, b: MathNode): MathNode =>
  new OperatorNode(signs[fn], fn, [a, b] as never) as unknown as MathNode;
const sum = (parts: Components): MathNode => parts.reduce((a, b) => join("add", a, b), constant(0));

/** x of a place on a line, r1, r2, … of a vector. */
export const coordinatesOf = (place: Term, { box }: Concrete): readonly string[] =>
  place.rank === 0 ? [labelOf(place)] : box.map((_, i) => `${labelOf(place)}${i + 1}`);

const missing = (of: Term): never => {
  throw new PhysicsError("parameter", {
    what: `${text(of)} is not given`,
    expected: "a formula for every field and function, and a number for every constant",
    remedy: `Give it one, { ${of.name.replace(/'/gu, "")}: ${isCall(of) ? '"sin(x)"' : "1.5"} }`,
  });
};

const substituted = (tree: MathNode, entries: ReadonlyMap<string, MathNode>): MathNode =>
  tree.transform((node) => entries.get((node as Named).name ?? "") ?? node);

/** f(a, b), f′(a): the formula with its variables replaced by the arguments. */
const ofCall = (of: Term, declarations: Declarations, given: Concrete): MathNode => {
  const primes = /'*$/u.exec(of.name)![0].length;
  const stem = of.name.slice(0, of.name.length - primes);
  const formula = given.formulas.get(stem) ?? missing(of);
  const declared = declarations.get(stem)?.of ?? [];
  const own = freeNames(formula);
  const names = declared.length === 1 && own.length === 1 ? own : declared;
  let tree = formula;
  for (let k = 0; k < primes; k++) tree = differentiate(tree, names[0]!);
  const entries = new Map(
    argumentsOf(of).flatMap((arg, i) => {
      const coordinates = isCall(arg) || arg.rank === 0 ? [""] : given.box.map((_, k) => String(k + 1));
      const values = treeOf(arg, declarations, given);
      return coordinates.map((suffix, k) => [`${names[i]}${suffix}`, values[k]!] as const);
    }),
  );
  return substituted(tree, entries);
};

const derived = (of: Term, declarations: Declarations, given: Concrete): Components => {
  const [operator, inner] = of.parts as [Term, Term];
  const place = operator.parts[0]!;
  const values = treeOf(inner, declarations, given);
  const coordinates = coordinatesOf(place, given);
  if (operator.head === "divergence") return [sum(coordinates.map((x, k) => differentiate(values[k]!, x)))];
  return coordinates.map((x) => differentiate(values[0]!, x));
};

/** A term without integrals as trees in the coordinates of its places. @throws PhysicsError "parameter" for what is not given */
export const treeOf = (of: Term, declarations: Declarations, given: Concrete): Components => {
  const part = (each: Term): Components => treeOf(each, declarations, given);
  const scalar = (each: Term): MathNode => part(each)[0]!;
  const [a, b] = of.parts as [Term, Term];
  if (isCall(of)) return [ofCall(of, declarations, given)];
  switch (of.head) {
    case "number":
      return [constant(Number(of.value))];
    case "symbol": {
      const value = of.name === "π" ? Math.PI : given.numbers.get(labelOf(of));
      if (value !== undefined) return [constant(value)];
      return declarations.get(labelOf(of))?.role === "place" || of.rank > 0
        ? coordinatesOf(of, given).map(name)
        : missing(of);
    }
    case "plus":
      return of.parts.map(part).reduce((left, right) => left.map((tree, i) => join("add", tree, right[i]!)));
    case "times":
      return of.parts.map(part).reduce((left, right) => {
        const [one, many] = left.length > right.length ? [right, left] : [left, right];
        return many.map((tree) => join("multiply", one[0]!, tree));
      });
    case "dot":
      return [sum(part(a).map((tree, i) => join("multiply", tree, part(b)[i]!)))];
    case "power":
      return [join("pow", scalar(a), scalar(b))];
    case "exp":
      return [call("exp", scalar(a))];
    case "ln":
      return [call("log", scalar(a))];
    case "apply":
      return derived(of, declarations, given);
    default:
      throw new PhysicsError("undefined-quantity", {
        what: `${text(of)} has no value at a point`,
        expected: "fields, their derivatives and functions of them",
        remedy: of.head === "delta" ? "Multiply by a function and integrate" : "Write it with these",
      });
  }
};
