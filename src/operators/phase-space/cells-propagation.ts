import { densityOn } from "../density.js";
import { startOn } from "../diffusion/propagation.js";
import type { Start } from "../generator.js";
import type { CellsOperator } from "./cells-operator.js";
import type { PhaseDensity } from "./phase-generator.js";
import type { Flux } from "./phase-links.js";
import { moved } from "./phase-propagation.js";

/** Rounding may leave negative values where all jumps have rates ≥ 0; they are set to 0, and the mass is restored. */
const positive = (values: Float64Array, volumes: Float64Array): Float64Array => {
  const mass = (rho: Float64Array) => rho.reduce((sum, value, i) => sum + value * volumes[i], 0);
  const kept = values.map((value) => Math.max(value, 0));
  const scale = mass(values) / mass(kept);
  return kept.map((value) => value * scale);
};

/** exp(t𝓛)ρ by jumps between cells. @throws PhysicsError "grid", "non-finite", "not-converged" */
export const cellsPropagation = (operator: CellsOperator, flux: Flux, start: Start, t: number): PhaseDensity => {
  const { grid } = operator;
  const rho = startOn(grid, start);
  const { values: c, error } = moved(operator, operator.coordinates(rho), t);
  const values = operator.density(c);
  const keep = flux === "upwind" && rho.every((value) => value >= 0);
  return Object.assign(densityOn(grid, keep ? positive(values, grid.volumes) : values), { error });
};
