import { finite } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { cited } from "../../references.js";
import { type ExpressionField, matrix } from "./matrix.js";

export interface AvoidedCrossingOptions {
  /** ∂V₁₁/∂x and ∂V₂₂/∂x, energy over length; they differ. */
  readonly slopes: readonly [number, number];
  /** V₁₂, an energy. The gap at x = 0 is twice its size. */
  readonly coupling: number;
}

/** The crossing of Landau and Zener, V₁₁ = a x, V₂₂ = b x, V₁₂ = c: a smallest gap of 2|c| at x = 0, and a width of 2|c|/|a − b|. Electrons that pass it at
 *  the constant speed v leave their level with the probability exp(−2πc²/(ħ v |a − b|)). @throws PhysicsError "parameter" for equal slopes [zener-1932] */
export const avoidedCrossing = ({ slopes: [a, b], coupling }: AvoidedCrossingOptions): ExpressionField => {
  cited("zener-1932");
  const width =
    (2 * Math.abs(finite("coupling", coupling))) / Math.abs(finite("slopes[0]", a) - finite("slopes[1]", b));
  if (a === b)
    throw new PhysicsError("parameter", {
      what: `Both slopes are ${a}`,
      expected: "two different ones, for levels that cross",
      remedy: "Write slopes: [1, -1]",
    });
  const reach = 5 * width || 1;
  return matrix(
    [
      ["a*x", "c"],
      ["c", "b*x"],
    ],
    { a, b, c: coupling },
    { interval: [-reach, reach] },
  );
};
