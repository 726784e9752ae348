import { type VectorField, vectorFieldOn } from "../field.js";
import type { PhaseSystem } from "./phase-system.js";

/** Jₓ = ρ p/m and Jₚ = Fρ − γ m kT g ∂ₚ(ρ/g), g = exp(−p²/2mkT), with differences of neighbouring cells. Without friction it is that of Liouville. */
export const driven = ({ force, mass, kT, gamma, grid, x, p }: PhaseSystem, rho: Float64Array): VectorField => {
  const bath = Float64Array.from(rho, (_, cell) => {
    const [i, j] = [cell % x.cells, Math.floor(cell / x.cells)];
    const [below, above] = [Math.max(j - 1, 0), Math.min(j + 1, p.cells - 1)];
    const over = (k: number) =>
      Math.exp((p.centres[k] ** 2 - p.centres[j] ** 2) / (2 * mass * kT)) * rho[i + x.cells * k];
    return (gamma * mass * kT * (over(above) - over(below))) / (p.centres[above] - p.centres[below]);
  });
  const along = rho.map((value, cell) => (value * grid.points[2 * cell + 1]) / mass);
  const across = rho.map((value, cell) => value * force(grid.points[2 * cell]) - bath[cell]);
  return vectorFieldOn(grid, [along, across], "J");
};
