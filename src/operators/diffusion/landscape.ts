/** V/kT on a grid. */

import { counted } from "../../counted.js";
import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import type { Potential } from "../../potentials/potential.js";

export interface Landscape {
  /** V/kT at the middles of the cells. */
  readonly reduced: Float64Array;
  /** The lowest of them. */
  readonly floor: number;
  /** V/kT anywhere. @throws PhysicsError "non-finite" */
  at(point: Float64Array): number;
}

const place = (point: Float64Array): string => [...point].join(", ");

const noNumber = (point: Float64Array, value: number): never => {
  throw new PhysicsError("parameter", {
    what: `V(${place(point)}) is ${value}`,
    expected: "a finite number",
    remedy: "Leave this place out of the grid, or cut V there",
  });
};

/** A potential over kT at the cells of a grid. @throws PhysicsError "dimension", "parameter" where V is not finite */
export const landscapeOn = (
  grid: Grid,
  potential: Potential & { readonly variables?: readonly string[] },
  kT: number,
): Landscape => {
  const { dim, size, points } = grid;
  if (potential.dim !== dim)
    throw new PhysicsError("dimension", {
      what: `The potential has ${counted(potential.dim, "coordinate")}${potential.variables ? ` (${potential.variables.join(", ")})` : ""}`,
      expected: `${dim}, as the grid has ${dim === 1 ? "one axis" : `${dim} axes`}`,
      remedy: "Give a value to every name that is a parameter, or take a grid with an axis for each coordinate",
    });
  const at = (point: Float64Array): number => {
    const value = potential.energy(point);
    return Number.isFinite(value) ? value / kT : noNumber(point, value);
  };
  const point = new Float64Array(dim);
  const reduced = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let a = 0; a < dim; a++) point[a] = points[i * dim + a];
    reduced[i] = at(point);
  }
  const floor = reduced.reduce((least, u) => Math.min(least, u), Number.POSITIVE_INFINITY);
  return { reduced, floor, at };
};
