import { PhysicsError } from "../../errors.js";

/** Refuses what harmonic systems cannot decide. @throws PhysicsError "undefined-quantity" */
export const beyond = (what: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `${what} cannot be evaluated on harmonic systems`,
    expected: "terms made of polynomials, Gaussians, flows, integrals and averages",
    remedy: "Certify the statement by rules, or by simulation",
  });
};
