import { PhysicsError } from "../../errors.js";
import { text } from "../notation/text.js";
import type { Term } from "../terms/term.js";

/** @throws PhysicsError "expression": a scalar formula holds something else */
export const beyond = (of: Term, act: string): never => {
  throw new PhysicsError("expression", {
    what: `${text(of)} cannot be ${act}`,
    expected: "a scalar made of numbers, names, + − × ÷, powers, exp and ln",
    remedy: "Write this part with them, or give it a value of its own",
  });
};
