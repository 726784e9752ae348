import { type Fault, PhysicsError } from "../../src/errors.js";
import * as liouville from "../../src/index.js";
import { prelude } from "./prelude.js";

/** A call as its user would write it, and the fault it should meet. */
export type WrongCall = readonly [call: string, fault: Fault];

/** What the call throws or rejects with. */
export const failureOf = async (call: string): Promise<PhysicsError> => {
  try {
    await new Function("liouville", `${prelude}\nreturn (${call});`)(liouville);
  } catch (error) {
    if (error instanceof PhysicsError) return error;
    throw new Error(`${call} fails without a PhysicsError: ${error}`);
  }
  throw new Error(`${call} does not fail`);
};
