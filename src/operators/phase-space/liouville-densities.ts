import { finite } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { type Density, densityOn } from "../density.js";
import type { LiouvilleSystem } from "./liouville-system.js";

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("non-finite", { what, expected, remedy });
};

/** @throws PhysicsError "parameter" where t is not finite */
export const checkMoment = (t: number): number => finite("the time", t);

/** The values of a start. @throws PhysicsError "non-finite", and "parameter" where they must be ≥ 0 and are not */
export const checkFinite = (rho: Float64Array, positive: boolean): Float64Array => {
  if (!rho.every(Number.isFinite))
    refuse(
      "The density at the start is not finite",
      "finite numbers",
      "Check the function or the values that were given",
    );
  const low = positive ? rho.findIndex((value) => value < 0) : -1;
  if (low < 0) return rho;
  throw new PhysicsError("parameter", {
    what: `The density at the start is ${rho[low]} in cell ${low}`,
    expected: "numbers from 0 on, which this method keeps so",
    remedy: 'Move positive and negative parts one by one, or take { method: "spectral" }',
  });
};

/** f(H) with mass 1. @throws PhysicsError "non-finite" where f or its integral is not a number, "grid" where the edges cut f(H) */
export const stationaryOf = ({ grid, x, p, H }: LiouvilleSystem, f: (H: number) => number): Density => {
  const values = H.map(f);
  const mass = values.reduce((sum, value, i) => sum + value * grid.volumes[i], 0);
  if (!(Number.isFinite(mass) && mass !== 0))
    refuse(`∫ f(H) is ${mass}`, "a finite number other than 0", "Check f: H => Math.exp(-H/kT) is one that will do");
  const top = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const isEdge = (i: number, j: number) =>
    j === 0 || j === p.cells - 1 || (x.ends[0] === "natural" && (i === 0 || i === x.cells - 1));
  const edge = values.findIndex(
    (value, cell) => isEdge(cell % x.cells, Math.floor(cell / x.cells)) && Math.abs(value) > 1e-4 * top,
  );
  if (edge >= 0)
    throw new PhysicsError("grid", {
      what: `At the edge, where H is ${H[edge].toPrecision(4)}, f(H) is more than 1e-4 of its maximum`,
      expected: "a density that the grid holds",
      remedy: "Widen the grid, or let f fall off faster",
    });
  return densityOn(
    grid,
    values.map((value) => value / mass),
  );
};
