import { positive } from "../../checks.js";
import { cited } from "../../references.js";
import { checkCutoff } from "./lennard-jones.js";
import { type Cut, type PairPotential, pair } from "./pair.js";

/** V(r) = D ((1 − e^(−a(r − r₀)))² − 1), −D at r₀ and 0 far away; `depth` is D, and 2a²D the stiffness at r₀. @throws PhysicsError "parameter" [morse-1929] */
export const morse = ({
  depth,
  a,
  r0,
  cutoff,
  shifted,
}: Cut & { readonly depth: number; readonly a: number; readonly r0: number }): PairPotential => {
  cited("morse-1929");
  const parameters = { depth: positive("depth", depth), a: positive("a", a), r0: positive("r0", r0) };
  checkCutoff(cutoff, "r0", r0);
  return pair("depth*((1 - exp(-a*(r - r0)))^2 - 1)", parameters, {
    ...(cutoff !== undefined && { cutoff }),
    ...(shifted !== undefined && { shifted }),
  });
};
