import { PhysicsError } from "../../src/errors.js";

/** The PhysicsError that a call throws. */
export const caught = (call: () => unknown): PhysicsError => {
  try {
    call();
  } catch (error) {
    if (error instanceof PhysicsError) return error;
    throw error;
  }
  throw new Error("There was no PhysicsError");
};
