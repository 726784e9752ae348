import { cited } from "../../references.js";
import { type ExpressionPotential, expression } from "../expression.js";

/** V(x) = 4 (x⁸ + 0.8 e^(−80x²) + 0.2 e^(−80(x − ½)²) + 0.5 e^(−40(x + ½)²)), four wells on [−1, 1] behind barriers of different heights. [prinz-2011] */
export const prinz = (): ExpressionPotential => {
  cited("prinz-2011");
  return expression("4*(x^8 + 0.8*exp(-80*x^2) + 0.2*exp(-80*(x - 0.5)^2) + 0.5*exp(-40*(x + 0.5)^2))");
};
