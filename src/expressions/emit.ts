/** A tree → straight-line JavaScript in which every subexpression is computed once. Names of the user never reach the code:
 *  they become the operands that the caller gives, and numbers are written out as literals. */

import type { ConstantNode, FunctionNode, MathNode, OperatorNode, SymbolNode } from "mathjs";
import { PhysicsError } from "../errors.js";
import { literal } from "./literal.js";
import { arithmetic, comparisons, constants, functions, logic, slopes } from "./vocabulary.js";

/** Growing code: lines `const t0 = …;`, and the operand that holds each expression already computed. */
export interface Code {
  readonly lines: string[];
  readonly memo: Map<string, string>;
}

const amount = (operand: string): number => Number(operand.replace(/^\((.*)\)$/, "$1"));

/** The operand for an expression over operands: a literal where all of them are, otherwise a name, shared by equal expressions. */
const hold = (code: Code, expression: string, fold?: () => number): string => {
  const value = fold?.();
  if (value !== undefined && Number.isFinite(value)) return literal(value);
  const before = code.memo.get(expression);
  if (before !== undefined) return before;
  const name = `t${code.lines.length}`;
  code.lines.push(`const ${name} = ${expression};`);
  code.memo.set(expression, name);
  return name;
};

const compute: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

const binary = (code: Code, js: string, a: string, b: string): string => {
  const [x, y] = [amount(a), amount(b)];
  if (js === "*" && (x === 0 || y === 0)) return "0";
  if ((js === "*" && x === 1) || (js === "+" && x === 0)) return b;
  if ((js === "*" || js === "/") && y === 1) return a;
  if ((js === "+" || js === "-") && y === 0) return a;
  return hold(code, `${a} ${js} ${b}`, () => compute[js](x, y));
};

/** aⁿ for a whole n by squaring, √a for n = ½, otherwise `Math.pow`. */
const power = (code: Code, a: string, b: string): string => {
  const n = amount(b);
  if (n === 0.5) return hold(code, `Math.sqrt(${a})`, () => Math.sqrt(amount(a)));
  if (!Number.isInteger(n) || Math.abs(n) > 64) return hold(code, `Math.pow(${a}, ${b})`, () => amount(a) ** n);
  if (n < 0) return binary(code, "/", "1", power(code, a, literal(-n)));
  let result = "1";
  for (let square = a, rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = binary(code, "*", result, square);
    if (rest > 1) square = binary(code, "*", square, square);
  }
  return result;
};

const operator = (code: Code, fn: string, operands: readonly string[]): string => {
  const [a, b] = operands;
  if (fn === "unaryPlus") return a;
  if (fn === "unaryMinus") return hold(code, `-${a}`, () => -amount(a));
  if (Object.hasOwn(logic, fn))
    return hold(code, `+(${operands.map((part) => `${part} !== 0`).join(` ${logic[fn].js} `)})`);
  if (fn === "not") return hold(code, `+(${a} === 0)`);
  if (fn === "pow") return power(code, a, b);
  if (Object.hasOwn(comparisons, fn)) return hold(code, `+(${a} ${comparisons[fn].js} ${b})`);
  // A sum or product of more than two terms comes as one node.
  return operands.slice(1).reduce((left, right) => binary(code, arithmetic[fn], left, right), a);
};

const call = (code: Code, name: string, operands: readonly string[]): string =>
  name === "pow"
    ? power(code, operands[0], operands[1])
    : hold(code, `${(functions[name] ?? slopes[name]).js}(${operands.join(", ")})`);

/** Adds what a tree needs to the code and returns its operand. `operands` maps names to JavaScript. @throws PhysicsError "expression" for a name without operand */
export const emit = (code: Code, tree: MathNode, operands: ReadonlyMap<string, string>): string => {
  const inside = (node: MathNode) => emit(code, node, operands);
  if (tree.type === "ConstantNode") return literal((tree as ConstantNode).value as number);
  if (tree.type === "ParenthesisNode") return inside((tree as unknown as { content: MathNode }).content);
  if (tree.type === "FunctionNode") {
    const { fn, args } = tree as FunctionNode;
    return call(code, (fn as unknown as SymbolNode).name, args.map(inside));
  }
  if (tree.type === "OperatorNode")
    return operator(code, (tree as OperatorNode).fn as string, (tree as OperatorNode).args.map(inside));
  const { name } = tree as SymbolNode;
  const operand = operands.get(name) ?? (Object.hasOwn(constants, name) ? literal(constants[name]) : undefined);
  if (operand !== undefined) return operand;
  throw new PhysicsError("expression", {
    what: `The name "${name}" is not known`,
    expected: `one of ${[...operands.keys()].join(", ")}`,
    remedy: `Correct the name, or give it a value among the parameters: { ${name}: 1.5 }`,
  });
};
