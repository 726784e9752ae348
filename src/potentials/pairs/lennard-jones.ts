import { positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { cited } from "../../references.js";
import { type Cut, type PairPotential, pair } from "./pair.js";

/** A cutoff must lie beyond the distance at which a pair potential turns from repulsion. @throws PhysicsError "parameter" */
export const checkCutoff = (cutoff: number | undefined, name: string, least: number): void => {
  if (cutoff === undefined || !(cutoff <= least)) return;
  throw new PhysicsError("parameter", {
    what: `cutoff is ${cutoff}, which is not beyond ${name} = ${least}`,
    expected: `a cutoff above ${least}`,
    remedy: `Try cutoff: ${2.5 * least}`,
  });
};

/** V(r) = 4ε ((σ/r)¹² − (σ/r)⁶), 0 at σ and −ε at 2^(1/6) σ. With shifted: true and a cutoff of 2^(1/6) σ it repels alone.
 *  @throws PhysicsError "parameter" [lennard-jones-1931] */
export const lennardJones = ({
  epsilon,
  sigma,
  cutoff,
  shifted,
}: Cut & { readonly epsilon: number; readonly sigma: number }): PairPotential => {
  cited("lennard-jones-1931");
  const parameters = { epsilon: positive("epsilon", epsilon), sigma: positive("sigma", sigma) };
  checkCutoff(cutoff, "sigma", sigma);
  return pair("4*epsilon*((sigma/r)^12 - (sigma/r)^6)", parameters, {
    ...(cutoff !== undefined && { cutoff }),
    ...(shifted !== undefined && { shifted }),
  });
};
