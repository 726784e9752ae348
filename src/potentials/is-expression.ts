import type { ExpressionPotential } from "./expression.js";
import type { Potential } from "./potential.js";

/** Whether a potential is a formula. */
export const isExpression = (potential: Potential): potential is ExpressionPotential =>
  "text" in potential && "parameters" in potential && "hessian" in potential;
