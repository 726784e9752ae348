import { PhysicsError } from "../../errors.js";
import type { Term } from "../terms/term.js";

/** Refuses a term. @throws PhysicsError "expression" */
export const beyond = (of: Term): never => {
  throw new PhysicsError("expression", {
    what: `The normal form does not reach ${of.head} here`,
    expected: "sums, products, derivatives, flows and integrals",
    remedy: "Rewrite this part by a rule first",
  });
};
