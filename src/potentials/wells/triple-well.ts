import { cited } from "../../references.js";
import { type ExpressionPotential, expression } from "../expression.js";

/** V(x, y) = 3e^(−x² − (y − 1/3)²) − 3e^(−x² − (y − 5/3)²) − 5e^(−(x − 1)² − y²) − 5e^(−(x + 1)² − y²) + x⁴/5 + (y − 1/3)⁴/5: two deep wells near (±1, 0)
 *  and a shallow one near (0, 5/3), so that two channels lead from one deep well to the other. [metzner-schuette-vanden-eijnden-2006] */
export const tripleWell = (): ExpressionPotential => {
  cited("metzner-schuette-vanden-eijnden-2006");
  return expression(
    [
      "3*exp(-x^2 - (y - 1/3)^2) - 3*exp(-x^2 - (y - 5/3)^2)",
      "5*exp(-(x - 1)^2 - y^2) - 5*exp(-(x + 1)^2 - y^2) + x^4/5 + (y - 1/3)^4/5",
    ].join(" - "),
  );
};
