import { cited } from "../../references.js";
import { type ExpressionPotential, expression } from "../expression.js";

/** The surface of Müller and Brown in x and y, V = Σₖ Aₖ exp(aₖ(x − xₖ)² + bₖ(x − xₖ)(y − yₖ) + cₖ(y − yₖ)²), k = 1 … 4, unscaled: three minima along
 *  a bent valley, the deepest −146.70 at (−0.558, 1.442), and saddles of −40.66 and −72.25. [mueller-brown-1979] */
export const muellerBrown = (): ExpressionPotential => {
  cited("mueller-brown-1979");
  return expression(
    [
      "15*exp(0.7*(x + 1)^2 + 0.6*(x + 1)*(y - 1) + 0.7*(y - 1)^2)",
      "200*exp(-(x - 1)^2 - 10*y^2)",
      "100*exp(-x^2 - 10*(y - 0.5)^2)",
      "170*exp(-6.5*(x + 0.5)^2 + 11*(x + 0.5)*(y - 1.5) - 6.5*(y - 1.5)^2)",
    ].join(" - "),
  );
};
