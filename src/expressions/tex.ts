/** Trees as the LaTeX one would write by hand: numbers before parameters before variables before brackets, no dots, no needless brackets. */

import type { ConstantNode, FunctionNode, MathNode, OperatorNode, SymbolNode } from "mathjs";
import { symbolTex } from "./symbols.js";
import { comparisons, functions, logic, slopes } from "./vocabulary.js";

/** LaTeX with the strength of its outermost operation: 0 comparison, 1 sum, 2 product, 3 power, 4 atom; and its place in a product. */
interface Piece {
  readonly text: string;
  readonly strength: number;
  readonly rank: number;
}

const bracket = (text: string): string => `\\left(${text}\\right)`;
const atLeast = (strength: number, piece: Piece): string =>
  piece.strength >= strength ? piece.text : bracket(piece.text);

/** The denominator, up to 12, of a number that is a simple fraction but no short decimal. */
const denominatorOf = (value: number): number | undefined =>
  String(Math.abs(value)).length < 8
    ? undefined
    : [3, 6, 7, 9, 11, 12].find((d) => Math.abs(value * d - Math.round(value * d)) < 1e-13 * Math.abs(value * d));

const numberTex = (value: number): Piece => {
  const denominator = denominatorOf(value);
  if (denominator)
    return {
      text: `\\tfrac{${Math.round(value * denominator)}}{${denominator}}`,
      strength: value < 0 ? 1 : 4,
      rank: 0,
    };
  const [mantissa, exponent] = String(value).split("e");
  const text = exponent === undefined ? mantissa : `${mantissa}\\times 10^{${Number(exponent)}}`;
  return { text, strength: value < 0 ? 1 : exponent === undefined ? 4 : 2, rank: 0 };
};

/** Factors of a product, with nested products and signs taken apart. */
const factors = (node: MathNode): { sign: number; parts: MathNode[] } => {
  const { fn, args } = node as OperatorNode;
  if (node.type === "ParenthesisNode") return factors((node as unknown as { content: MathNode }).content);
  if (node.type === "OperatorNode" && fn === "multiply") {
    const inner = (args as MathNode[]).map(factors);
    return { sign: inner.reduce((sign, part) => sign * part.sign, 1), parts: inner.flatMap((part) => part.parts) };
  }
  if (node.type === "OperatorNode" && fn === "unaryMinus") {
    const inner = factors((args as MathNode[])[0]);
    return { sign: -inner.sign, parts: inner.parts };
  }
  const value = (node as ConstantNode).value as unknown as number;
  if (node.type === "ConstantNode" && value < 0)
    return { sign: -1, parts: [new (node.constructor as new (v: number) => MathNode)(-value)] };
  return { sign: 1, parts: [node] };
};

const isOne = (node: MathNode): boolean => node.type === "ConstantNode" && Number((node as ConstantNode).value) === 1;

/** What stands between two factors: a dot between digits, a thin space round words and functions, otherwise nothing to see. */
const between = (left: string, right: string): string => {
  if (/^\d/.test(right)) return " \\cdot ";
  return (/\}$/.test(left) && left.startsWith("\\mathrm")) || /^\\(?!left)[a-z]/.test(right) ? "\\, " : " ";
};

const productTex = (node: MathNode, variables: readonly string[]): Piece => {
  const { sign, parts } = factors(node);
  const kept = parts.filter((part) => !isOne(part));
  const pieces = kept.map((part) => piece(part, variables)).sort((a, b) => a.rank - b.rank);
  if (pieces.length === 0) return numberTex(sign);
  const texts = pieces.map((part) => (pieces.length === 1 && sign > 0 ? part.text : atLeast(2, part)));
  const text = texts.reduce((left, right) => `${left}${between(left, right)}${right}`);
  if (sign < 0) return { text: `-${text}`, strength: 1, rank: 9 };
  return pieces.length === 1 ? { ...pieces[0], text } : { text, strength: 2, rank: 5 };
};

const sumTex = (node: OperatorNode, variables: readonly string[]): Piece => {
  const terms = (node.args as MathNode[]).map((part) => piece(part, variables));
  const text = terms
    .map((term, i) => {
      const minus = i > 0 && (node.fn as string) === "subtract";
      const body = minus && term.strength < 2 ? bracket(term.text) : term.strength < 1 ? bracket(term.text) : term.text;
      if (i === 0) return body;
      if (minus) return ` - ${body}`;
      return body.startsWith("-") ? ` - ${body.slice(1)}` : ` + ${body}`;
    })
    .join("");
  return { text, strength: 1, rank: 8 };
};

const operatorTex = (node: OperatorNode, variables: readonly string[]): Piece => {
  const fn = node.fn as string;
  const args = node.args as MathNode[];
  if (fn === "add" || fn === "subtract") return sumTex(node, variables);
  if (fn === "multiply" || fn === "unaryMinus") return productTex(node, variables);
  if (fn === "unaryPlus") return piece(args[0], variables);
  const [a, b] = args.map((part) => piece(part, variables));
  if (fn === "divide") return { text: `\\frac{${a.text}}{${b.text}}`, strength: 3, rank: 4 };
  if (fn === "pow" && /^\\(sin|cos|tan|sinh|cosh|tanh)\\left/.test(a.text))
    return { text: a.text.replace(/^\\[a-z]+/, (head) => `${head}^{${b.text}}`), strength: 3, rank: a.rank };
  if (fn === "pow") return { text: `${atLeast(4, a)}^{${b.text}}`, strength: 3, rank: a.rank };
  if (fn === "not") return { text: `\\lnot ${atLeast(4, a)}`, strength: 0, rank: 9 };
  return { text: `${a.text} ${(comparisons[fn] ?? logic[fn]).tex} ${b.text}`, strength: 0, rank: 9 };
};

const callTex = ({ fn, args }: FunctionNode, variables: readonly string[]): Piece => {
  const { name } = fn as unknown as SymbolNode;
  const inner = args.map((part) => piece(part, variables).text);
  if (name === "sqrt") return { text: `\\sqrt{${inner[0]}}`, strength: 4, rank: 6 };
  if (name === "floor") return { text: `\\left\\lfloor ${inner[0]}\\right\\rfloor`, strength: 4, rank: 6 };
  if (name === "abs") return { text: `\\left|${inner[0]}\\right|`, strength: 4, rank: 6 };
  return { text: `${(functions[name] ?? slopes[name]).tex}${bracket(inner.join(", "))}`, strength: 3, rank: 7 };
};

const piece = (node: MathNode, variables: readonly string[]): Piece => {
  if (node.type === "ConstantNode") return numberTex(Number((node as ConstantNode).value));
  if (node.type === "ParenthesisNode") return piece((node as unknown as { content: MathNode }).content, variables);
  if (node.type === "FunctionNode") return callTex(node as FunctionNode, variables);
  if (node.type === "OperatorNode") return operatorTex(node as OperatorNode, variables);
  const { name } = node as SymbolNode;
  return { text: symbolTex(name), strength: 4, rank: variables.includes(name) ? 3 : 1 };
};

/** A tree as LaTeX; `variables` are written after the other names. */
export const tex = (tree: MathNode, variables: readonly string[] = []): string => piece(tree, variables).text;
