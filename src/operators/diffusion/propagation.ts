import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import type { Turns } from "../../turns.js";
import { type Density, densityOn } from "../density.js";
import type { Start } from "../generator.js";
import { atCells } from "../point-function.js";

/** What a propagation starts from, as values on the grid. A function is normalised; values are taken as they are. @throws PhysicsError "grid" */
export const startOn = (grid: Grid, start: Start): Float64Array => {
  if (typeof start === "function") {
    const values = atCells(grid, start);
    const mass = values.reduce((sum, value, i) => sum + value * grid.volumes[i], 0);
    return values.map((value) => value / mass);
  }
  const values = start instanceof Float64Array ? start : start.values;
  if (values.length === grid.size) return values;
  throw new PhysicsError("grid", {
    what: `The density has ${values.length} values`,
    expected: `${grid.size}, one a cell`,
    remedy: "Make it on the grid of the generator",
  });
};

/** Probabilities of the cells at a time t from those at the start. */
export type Flow = (P: Float64Array, t: number) => Turns<Float64Array>;

/** exp(t𝓛)ρ. A flow is exact to 1e-9 of the whole, and as a rule to 1e-12; negative values of that size are set to 0, and where nothing is lost the mass is restored to the
 *  bit, so that probability stays probability. @throws PhysicsError "parameter" for t < 0, "non-finite" */
export function* propagated(grid: Grid, flow: Flow, isClosed: boolean, rho: Float64Array, t: number): Turns<Density> {
  if (!(t >= 0 && Number.isFinite(t)))
    throw new PhysicsError("parameter", {
      what: `The time is ${t}`,
      expected: "a number from 0 on",
      remedy: "Diffusion cannot run backwards: start from an earlier density",
    });
  if (!rho.every(Number.isFinite))
    throw new PhysicsError("non-finite", {
      what: "The density at the start is not finite",
      expected: "finite numbers",
      remedy: "Check the function or the values that were given",
    });
  if (t === 0) return densityOn(grid, rho.slice());
  const end = yield* flow(
    rho.map((value, i) => value * grid.volumes[i]),
    t,
  );
  const raw = end.map((value, i) => value / grid.volumes[i]);
  const isPositive = rho.every((value) => value >= 0);
  const kept = isPositive ? raw.map((value) => Math.max(value, 0)) : raw;
  const mass = (values: Float64Array) => values.reduce((sum, value, i) => sum + value * grid.volumes[i], 0);
  const [before, after] = [mass(rho), mass(kept)];
  return densityOn(grid, isPositive && isClosed && after > 0 ? kept.map((value) => (value * before) / after) : kept);
}
