import { PhysicsError } from "../errors.js";

/** A number of dimensions of space: 1, 2 or 3. @throws PhysicsError "dimension" */
export const spaceDimension = (dim: number): number => {
  if (dim === 1 || dim === 2 || dim === 3) return dim;
  throw new PhysicsError("dimension", {
    what: `The particles move in ${dim} dimensions`,
    expected: "1, 2 or 3",
    remedy: "Leave dim out for 3",
  });
};
