import type { MathNode } from "mathjs";
import { derivative } from "mathjs/number";
import { PhysicsError } from "../errors.js";

/** ∂f/∂name, exact and unsimplified. @throws PhysicsError "expression" where there is no derivative */
export const differentiate = (tree: MathNode, name: string): MathNode => {
  try {
    return derivative(tree, name, { simplify: false });
  } catch {
    throw new PhysicsError("expression", {
      what: `"${tree.toString()}" has no derivative by ${name} here`,
      expected: "a smooth formula of + − * / ^ and functions",
      remedy: "Replace comparisons and jumps by smooth functions such as tanh",
    });
  }
};
