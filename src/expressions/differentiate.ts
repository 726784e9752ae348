import type { MathNode, SymbolNode as Symbolic } from "mathjs";
import { derivative, OperatorNode, SymbolNode } from "mathjs/number";
import { PhysicsError } from "../errors.js";
import { type Ruled, termsOf } from "./slopes.js";

const symbol = (name: string): MathNode => new SymbolNode(name) as unknown as MathNode;

const combined = (fn: "add" | "multiply", a: MathNode, b: MathNode): MathNode =>
  new OperatorNode(fn === "add" ? "+" : "*", fn, [a, b]) as unknown as MathNode;

interface Part {
  readonly terms: readonly Ruled[];
  readonly node: MathNode;
}

/** The tree with a name, "#0", "#1" …, in place of every part that has a rule of its own. */
const opened = (tree: MathNode): { readonly open: MathNode; readonly parts: readonly Part[] } => {
  const parts: Part[] = [];
  const open = tree.transform((node) => {
    const terms = termsOf(node);
    if (terms === undefined) return node;
    parts.push({ terms, node });
    return symbol(`#${parts.length - 1}`);
  });
  return { open, parts };
};

const isZero = (tree: MathNode): boolean => tree.type === "ConstantNode" && Number(tree.toString()) === 0;

/** Σ over the parts by the chain rule: ∂f/∂part · slope · ∂inner/∂name, and ∂f/∂name with the parts held fixed. */
const chain = (tree: MathNode, name: string): MathNode => {
  const { open, parts } = opened(tree);
  const plain = (by: string) => derivative(open, symbol(by), { simplify: false });
  const moved = parts.flatMap(({ terms }, i) =>
    terms.flatMap(({ inner, slope }) => {
      const rate = chain(inner, name);
      return isZero(rate) || isZero(slope)
        ? []
        : [combined("multiply", combined("multiply", plain(`#${i}`), slope), rate)];
    }),
  );
  const fixed = plain(name);
  const terms = isZero(fixed) && moved.length > 0 ? moved : [fixed, ...moved];
  const node = (held: MathNode) => parts[Number(/^#(\d+)$/.exec((held as unknown as Symbolic).name ?? "")?.[1])]?.node;
  return terms.reduce((a, b) => combined("add", a, b)).transform((held) => node(held) ?? held);
};

/** ∂f/∂name, exact and unsimplified; the slope of |u| at 0 is 0, and its jump there is left out of the next derivative, as are those of floor and mod.
 *  @throws PhysicsError "expression" where there is no derivative */
export const differentiate = (tree: MathNode, name: string): MathNode => {
  try {
    return chain(tree, name);
  } catch {
    throw new PhysicsError("expression", {
      what: `"${tree.toString()}" has no derivative by ${name} here`,
      expected: "a smooth formula of + − * / ^ and functions",
      remedy: "Replace comparisons and jumps by smooth functions such as tanh",
    });
  }
};
