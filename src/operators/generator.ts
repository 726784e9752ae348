import type { Displayable } from "../display.js";
import type { Grid } from "../grids/grid.js";
import type { Density } from "./density.js";
import type { PointFunction } from "./point-function.js";
import type { Spectrum } from "./spectrum.js";

/** Where a density comes from: one on the same grid, its values, or a function of the coordinates that is then normalised. */
export type Start = Density | Float64Array | PointFunction;

/** The operator of ∂ρ/∂t = 𝓛ρ on a grid. */
export interface Generator extends Displayable {
  readonly grid: Grid;
  /** ∂ρ/∂t = 𝓛ρ in LaTeX. */
  readonly equation: string;
  /** 𝓛ρ at the cells, into `out`; Σ out · volume = 0. */
  apply(rho: Float64Array, out: Float64Array): Float64Array;
  /** The density with 𝓛ρ = 0 and mass 1. */
  equilibrium(): Density;
  /** The `count` smallest decay rates, λ₀ = 0 among them, with their modes. */
  spectrum(count: number): Spectrum;
  /** exp(t𝓛)ρ. */
  propagate(rho: Start, t: number): Density;
  /** The mean time from a to the first arrival at b. */
  firstPassage(a: number, b: number): number;
}
