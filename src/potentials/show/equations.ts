import type { MathNode } from "mathjs";
import { OperatorNode } from "mathjs/number";
import { differentiate } from "../../expressions/differentiate.js";
import { symbolTex } from "../../expressions/symbols.js";
import { tex } from "../../expressions/tex.js";
import { tidyTex } from "../../expressions/tidy.js";

/** −(tree). */
export const negative = (tree: MathNode): MathNode =>
  new OperatorNode("-", "unaryMinus", [tree]) as unknown as MathNode;

/** V, then F = −∂V/∂q in every coordinate, and on a line V″, as LaTeX, each "left &= right". */
export const equationsOf = (
  tree: MathNode,
  gradient: readonly MathNode[],
  variables: readonly string[],
): readonly string[] => {
  const at = `(${variables.map(symbolTex).join(", ")})`;
  const force = gradient.map((part, i) => {
    const left = variables.length === 1 ? `F${at}` : `F_{${symbolTex(variables[i])}}${at}`;
    return `${left} &= -\\frac{\\partial V}{\\partial ${symbolTex(variables[i])}} = ${tidyTex(negative(part), variables)}`;
  });
  const second =
    variables.length === 1 ? [`V''${at} &= ${tidyTex(differentiate(gradient[0], variables[0]), variables)}`] : [];
  return [`V${at} &= ${tex(tree, variables)}`, ...force, ...second];
};
