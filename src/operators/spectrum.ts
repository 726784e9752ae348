import { type Displayable, display } from "../display.js";
import type { Grid } from "../grids/grid.js";

/** The slow end of the spectrum of a generator in detailed balance. */
export interface Spectrum extends Displayable {
  /** λ₀ = 0 < λ₁ < λ₂ …: exp(−λₖ t) is how mode k decays. In one over the unit of time. */
  readonly rates: Float64Array;
  /** Right eigenfunctions ψₖ on the grid: ψ₀ = 1, Σ ρ ψₖ ψₗ · volume = δₖₗ, and ψₖ > 0 at the right end. Mode k of the density is ρ ψₖ. */
  readonly modes: readonly Float64Array[];
  readonly grid: Grid;
}

/** Rates and modes as a spectrum that shows itself. */
export const spectrumOf = (grid: Grid, rates: Float64Array, modes: readonly Float64Array[]): Spectrum => ({
  grid,
  rates,
  modes,
  [display]: () => ({
    "text/latex": `$$${[...rates].map((rate, k) => `\\lambda_{${k}} = ${rate.toPrecision(9)}`).join(",\\quad ")}$$`,
    "text/plain": [...rates].map((rate, k) => `λ${k} = ${rate.toPrecision(9)}`).join("\n"),
  }),
});
