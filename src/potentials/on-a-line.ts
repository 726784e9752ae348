import { counted } from "../counted.js";
import { PhysicsError } from "../errors.js";
import type { Potential } from "./potential.js";

/** The potential, if it has one coordinate. @throws PhysicsError "dimension" that names the coordinates */
export const onALine = (potential: Potential & { readonly variables?: readonly string[] }, what: string): Potential => {
  if (potential.dim === 1) return potential;
  const names = potential.variables ? ` (${potential.variables.join(", ")})` : "";
  throw new PhysicsError("dimension", {
    what: `The potential has ${counted(potential.dim, "coordinate")}${names}`,
    expected: `one coordinate for ${what}`,
    remedy: "Give a value to every name that is a parameter, or use sampling by dynamics.ensemble",
  });
};
