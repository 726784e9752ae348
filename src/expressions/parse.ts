import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import { parse as parseMath } from "mathjs/number";
import { PhysicsError } from "../errors.js";
import { arithmetic, comparisons, constants, functions, logic } from "./vocabulary.js";

const refuse = (text: string, what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("expression", { what: `In "${text}": ${what}`, expected, remedy });
};

const known = Object.keys(functions).join(", ");

const checkCall = (text: string, { fn, args }: FunctionNode): void => {
  const name = (fn as unknown as SymbolNode).name ?? String(fn);
  const entry = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (entry === undefined)
    refuse(
      text,
      `"${name}(…)" calls something that is not a function here`,
      `one of ${known}`,
      `For a product write ${name}*(…)`,
    );
  else if (args.length !== entry.arity)
    refuse(
      text,
      `${name} has ${args.length} arguments`,
      `${entry.arity}`,
      "Take the others away, or add what is missing",
    );
};

const allowedOperators = new Set([
  ...Object.keys(arithmetic),
  ...Object.keys(comparisons),
  ...Object.keys(logic),
  "pow",
  "unaryMinus",
  "unaryPlus",
  "not",
]);

/** A product without its sign next to a quotient, such as 1/2x, is read differently by different people and programs. */
const checkQuotient = (text: string, { fn, args, implicit }: OperatorNode): void => {
  const isOperator = (node: MathNode, name: string): node is OperatorNode =>
    node.type === "OperatorNode" && (node as OperatorNode).fn === name;
  const below = fn === "divide" && args[1] !== undefined && isOperator(args[1], "multiply") && args[1].implicit;
  const above = implicit && args.some((arg) => isOperator(arg, "divide"));
  if (below || above)
    refuse(
      text,
      "a product without * stands next to a /, which can be read in two ways",
      "one reading",
      "Write 1/2*x^2 for half of x², 1/(2*x^2) for the other",
    );
};

/** Whether every part of the tree is a number, a name, or something in the vocabulary. */
const check = (text: string, node: MathNode): void => {
  if (node.type === "FunctionNode") checkCall(text, node as FunctionNode);
  else if (node.type === "OperatorNode" && allowedOperators.has((node as OperatorNode).fn as string))
    checkQuotient(text, node as OperatorNode);
  else if (node.type === "SymbolNode" && Object.hasOwn(functions, (node as SymbolNode).name))
    refuse(
      text,
      `the function ${(node as SymbolNode).name} has no argument`,
      "its argument in parentheses",
      `Write ${(node as SymbolNode).name}(x)`,
    );
  else if (node.type === "ConstantNode" && Number.isFinite((node as ConstantNode).value)) return;
  else if (node.type !== "SymbolNode" && node.type !== "ParenthesisNode")
    refuse(
      text,
      `"${node.toString()}" is not arithmetic`,
      "numbers, names, + − * / ^, comparisons and functions",
      `Functions are ${known}`,
    );
};

/** Text → tree, with parentheses taken off and nothing outside the vocabulary. @throws PhysicsError "expression" */
export const parse = (text: string): MathNode => {
  let tree: MathNode;
  try {
    tree = parseMath(text);
  } catch (cause) {
    throw new PhysicsError("expression", {
      what: `"${text}" cannot be read: ${(cause as Error).message}`,
      expected: 'a formula such as "h*(x^2 - 1)^2"',
      remedy: text.includes("**") ? "Write ^ for a power, x^2" : "Look at the place that the message names",
    });
  }
  if (text.trim() === "") refuse(text, "nothing is written", "a formula", 'Write one, such as "x^2"');
  tree.traverse((node, path) => {
    if (path !== "fn") check(text, node);
  });
  return tree.transform((node) => {
    let inner = node;
    while (inner.type === "ParenthesisNode") inner = (inner as ParenthesisNode).content;
    return inner;
  });
};

/** The names in a tree that are not functions or constants, in alphabetical order. */
export const freeNames = (tree: MathNode): string[] => {
  const names = new Set<string>();
  tree.traverse((node, path) => {
    if (node.type === "SymbolNode" && path !== "fn") names.add((node as SymbolNode).name);
  });
  return [...names].filter((name) => !Object.hasOwn(constants, name)).sort();
};
