import { PhysicsError } from "../../errors.js";

/** @throws PhysicsError "undefined-quantity": an integral over δ that has no value, or that is not known here */
export const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("undefined-quantity", { what, expected, remedy });
};
