/** A tree → straight-line code in which every subexpression is computed once. Names of the user never reach the code: they become the operands
 *  that the caller gives. */

import type { ConstantNode, FunctionNode, MathNode, OperatorNode, SymbolNode } from "mathjs";
import { PhysicsError } from "../errors.js";
import { arithmetic, type Code, hold, negative, type Operand, power } from "./code.js";
import { comparisons, constants, logic, arithmetic as signs } from "./vocabulary.js";

const operator = (code: Code, fn: string, operands: readonly Operand[]): Operand => {
  const [a, b] = operands;
  if (fn === "unaryPlus") return a;
  if (fn === "unaryMinus") return negative(code, a);
  if (Object.hasOwn(logic, fn) || fn === "not") return hold(code, fn, ...operands);
  if (fn === "pow") return power(code, a, b);
  if (Object.hasOwn(comparisons, fn)) return hold(code, comparisons[fn].js, a, b);
  // A sum or product of more than two terms comes as one node.
  return operands.slice(1).reduce((left, right) => arithmetic(code, signs[fn], left, right), a);
};

/** Adds what a tree needs to the code and returns its operand. `operands` says what names stand for. @throws PhysicsError "expression" for a name without operand */
export const lower = (code: Code, tree: MathNode, operands: ReadonlyMap<string, Operand>): Operand => {
  const inside = (node: MathNode) => lower(code, node, operands);
  if (tree.type === "ConstantNode") return (tree as ConstantNode).value as number;
  if (tree.type === "ParenthesisNode") return inside((tree as unknown as { content: MathNode }).content);
  if (tree.type === "FunctionNode") {
    const { fn, args } = tree as FunctionNode;
    const { name } = fn as unknown as SymbolNode;
    const values = args.map(inside);
    return name === "pow" ? power(code, values[0], values[1]) : code.call(code, name, ...values);
  }
  if (tree.type === "OperatorNode")
    return operator(code, (tree as OperatorNode).fn as string, (tree as OperatorNode).args.map(inside));
  const { name } = tree as SymbolNode;
  const operand = operands.get(name) ?? (Object.hasOwn(constants, name) ? constants[name] : undefined);
  if (operand !== undefined) return operand;
  throw new PhysicsError("expression", {
    what: `The name "${name}" is not known`,
    expected: `one of ${[...operands.keys()].join(", ")}`,
    remedy: `Correct the name, or give it a value among the parameters: { ${name}: 1.5 }`,
  });
};
