/** Derivatives of roots and corners. mathjs has d|u| = |u|/u, which breaks down at 0, and d cbrt u = 1/(3 u^(2/3)), which is no number for u < 0. */

import type { ConstantNode, FunctionNode, MathNode, OperatorNode, SymbolNode } from "mathjs";
import { parse } from "mathjs/number";

/** A part of a formula that has a rule of its own: d part = slope · d inner. */
export interface Ruled {
  readonly inner: MathNode;
  readonly slope: MathNode;
}

/** A formula in which the name u stands for a tree. */
const filled = (formula: string, inner: MathNode): MathNode =>
  parse(formula).transform((node) => (node.type === "SymbolNode" && (node as SymbolNode).name === "u" ? inner : node));

/** A call of the one function of a name, without brackets round it. */
const argumentOf = (node: MathNode, name: string): MathNode | undefined => {
  if (node.type === "ParenthesisNode") return argumentOf((node as unknown as { content: MathNode }).content, name);
  if (node.type !== "FunctionNode") return undefined;
  const { fn, args } = node as FunctionNode;
  return (fn as unknown as SymbolNode).name === name ? args[0] : undefined;
};

/** The exponent of a power, where it is a number. */
const exponentOf = (node: MathNode): number | undefined => {
  const { fn, args } = node as OperatorNode;
  if (node.type !== "OperatorNode" || (fn as string) !== "pow" || args[1].type !== "ConstantNode") return undefined;
  return (args[1] as unknown as ConstantNode).value as number;
};

/** The rule for a part, if there is one: d|u| = corner(u) du, d corner = 0, d (∛u)ⁿ = (n/3)(∛u)ⁿ⁻³ du. `corner` is the sign, 0 at 0. */
export const ruleOf = (node: MathNode): Ruled | undefined => {
  const size = argumentOf(node, "abs");
  if (size) return { inner: size, slope: filled("corner(u)", size) };
  const corner = argumentOf(node, "corner");
  if (corner) return { inner: corner, slope: parse("0") };
  const n = exponentOf(node) ?? 1;
  const root = argumentOf(exponentOf(node) === undefined ? node : (node as OperatorNode).args[0], "cbrt");
  return root && { inner: root, slope: filled(`${n} * cbrt(u)^(${n - 3}) / 3`, root) };
};
