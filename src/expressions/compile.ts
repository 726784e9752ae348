import type { MathNode } from "mathjs";
import { finite } from "../checks.js";
import { type Operand, plainCode } from "./code.js";
import { javascript, operandText } from "./javascript.js";
import { lower } from "./lower.js";

/** Fills `out` with the values of some trees at every point: `q` holds the coordinates of one point after the other, `p` the momenta, `account` further
 *  numbers of each point. */
export type Sweep = (q: Float64Array, p: Float64Array, out: Float64Array, account?: Float64Array) => Float64Array;

/** What the names in a tree stand for. */
export interface Names {
  /** Coordinates, in the order in which they lie in `q`. */
  readonly coordinates: readonly string[];
  /** Momenta, in the order in which they lie in `p`. */
  readonly momenta?: readonly string[];
  /** Further numbers of each point, in the order in which they lie in `account`. */
  readonly account?: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
}

const operandsOf = ({ coordinates, momenta = [], account = [], parameters }: Names): Map<string, Operand> =>
  new Map<string, Operand>([
    ...Object.entries(parameters).map(([name, value]) => [name, finite(`parameter ${name}`, value)] as const),
    ...account.map((name, i) => [name, `account[a + ${i}]`] as const),
    ...momenta.map((name, i) => [name, `p[r + ${i}]`] as const),
    ...coordinates.map((name, i) => [name, `q[r + ${i}]`] as const),
  ]);

/** Loads each coordinate once, whatever the number of its uses. */
const loads = (operands: Map<string, Operand>): string[] => {
  const lines: string[] = [];
  let index = 0;
  for (const [name, operand] of operands)
    if (typeof operand === "string") {
      lines.push(`const v${index} = ${operand};`);
      operands.set(name, `v${index++}`);
    }
  return lines;
};

/** Trees → one loop over points: out[k m + i] is tree i at point k, m the number of trees. @throws PhysicsError "expression", "parameter" */
export const sweep = (trees: readonly MathNode[], names: Names): Sweep => {
  const operands = operandsOf(names);
  const loaded = loads(operands);
  const code = plainCode();
  const results = trees.map((tree) => operandText(lower(code, tree, operands)));
  const lines = javascript(code.instructions);
  const used = new Set(`${lines.join("")}${results.join(";")}`.match(/\bv\d+\b/g));
  const source = [
    `for (let r = 0, k = 0, a = 0; r < q.length; r += ${names.coordinates.length}, k += ${trees.length}, a += ${names.account?.length ?? 0}) {`,
    ...loaded.filter((line) => used.has(line.split(" ")[1])),
    ...lines,
    ...results.map((result, i) => `out[k + ${i}] = ${result};`),
    "}",
    "return out;",
  ].join("\n");
  return new Function("q", "p", "out", "account", source) as Sweep;
};

/** A tree over one coordinate → a function of a number. */
export const scalar = (
  tree: MathNode,
  coordinate: string,
  parameters: Readonly<Record<string, number>>,
): ((x: number) => number) => {
  const operands = operandsOf({ coordinates: [], parameters }).set(coordinate, "x");
  const code = plainCode();
  const result = operandText(lower(code, tree, operands));
  return new Function("x", [...javascript(code.instructions), `return ${result};`].join("\n")) as (x: number) => number;
};
