/** Derivatives of roots, corners, steps and angles. mathjs has d|u| = |u|/u, which breaks down at 0, d cbrt u = 1/(3 u^(2/3)), which is no number for u < 0, and
 *  none of the others. */

import type { ConstantNode, FunctionNode, MathNode, OperatorNode, SymbolNode } from "mathjs";
import { parse } from "mathjs/number";

/** A term of the derivative of a part of a formula that has a rule of its own: d part = Σ slope · d inner. */
export interface Ruled {
  readonly inner: MathNode;
  readonly slope: MathNode;
}

/** A formula in which the names u and v stand for trees. */
const filled = (formula: string, [u, v = u]: readonly MathNode[]): MathNode =>
  parse(formula).transform((node) => {
    if (node.type !== "SymbolNode") return node;
    const { name } = node as SymbolNode;
    return name === "u" ? u : name === "v" ? v : node;
  });

/** What the functions with rules have for slopes by their arguments u and v. `corner` is the sign, 0 at 0; jumps are left out. */
const rules: Readonly<Record<string, readonly string[]>> = {
  abs: ["corner(u)"],
  corner: ["0"],
  floor: ["0"],
  mod: ["1", "-floor(u / v)"],
  atan2: ["v / (u^2 + v^2)", "-u / (u^2 + v^2)"],
};

/** The name and the arguments of a call, without brackets round it. */
const callOf = (node: MathNode): { readonly name: string; readonly args: readonly MathNode[] } | undefined => {
  if (node.type === "ParenthesisNode") return callOf((node as unknown as { content: MathNode }).content);
  if (node.type !== "FunctionNode") return undefined;
  const { fn, args } = node as FunctionNode;
  return { name: (fn as unknown as SymbolNode).name, args };
};

/** The exponent of a power, where it is a number. */
const exponentOf = (node: MathNode): number | undefined => {
  const { fn, args } = node as OperatorNode;
  if (node.type !== "OperatorNode" || (fn as string) !== "pow" || args[1].type !== "ConstantNode") return undefined;
  return (args[1] as unknown as ConstantNode).value as number;
};

/** The terms for a part, if there is a rule: those above, and d (∛u)ⁿ = (n/3)(∛u)ⁿ⁻³ du. */
export const termsOf = (node: MathNode): readonly Ruled[] | undefined => {
  const call = callOf(node);
  if (call && Object.hasOwn(rules, call.name))
    return rules[call.name].map((slope, i) => ({ inner: call.args[i], slope: filled(slope, call.args) }));
  const n = exponentOf(node);
  const root = n === undefined ? call : callOf((node as OperatorNode).args[0]);
  if (root?.name !== "cbrt") return undefined;
  return [{ inner: root.args[0], slope: filled(`${n ?? 1} * cbrt(u)^(${(n ?? 1) - 3}) / 3`, root.args) }];
};
