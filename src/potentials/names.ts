import type { Names } from "../expressions/compile.js";
import type { Potential } from "./potential.js";

/** A potential that may know the names of its coordinates. */
export type Named = Potential & { readonly variables?: readonly string[] };

/** The names of a potential's coordinates and momenta: x and p on a line, otherwise x, y … and p_x, p_y …. */
export const namesOf = (potential: Named): Names => {
  const coordinates =
    potential.variables ?? (potential.dim === 1 ? ["x"] : Array.from({ length: potential.dim }, (_, i) => `x${i + 1}`));
  const momenta = potential.dim === 1 ? ["p"] : coordinates.map((name) => `p_${name}`);
  return { coordinates, momenta, parameters: {} };
};
