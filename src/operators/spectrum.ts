import { type Displayable, display } from "../display.js";
import type { Grid } from "../grids/grid.js";

/** The slow end of the spectrum of a generator in detailed balance. */
export interface Spectrum extends Displayable {
  /** λ₀ = 0 < λ₁ ≤ λ₂ …: exp(−λₖ t) is how mode k decays; λ₀ > 0 where probability runs out. In one over the unit of time. */
  readonly rates: Float64Array;
  /** Right eigenfunctions ψₖ on the grid: Σ ρ ψₖ ψₗ · volume = δₖₗ, ψ₀ = 1 where nothing is lost. On a line ψₖ > 0 at the right end; on a plane or in space
   *  it grows along the first axis with which it is correlated. Mode k of the density is ρ ψₖ. */
  readonly modes: readonly Float64Array[];
  readonly grid: Grid;
}

/** Rates and modes, which are worked out when they are asked for, as a spectrum that shows itself. */
export const spectrumOf = (grid: Grid, rates: Float64Array, modes: () => readonly Float64Array[]): Spectrum => {
  let known: readonly Float64Array[] | undefined;
  return {
    grid,
    rates,
    get modes() {
      known ??= modes();
      return known;
    },
    [display]: () => ({
      "text/latex": `$$${[...rates].map((rate, k) => `\\lambda_{${k}} = ${rate.toPrecision(9)}`).join(",\\quad ")}$$`,
      "text/plain": [...rates].map((rate, k) => `λ${k} = ${rate.toPrecision(9)}`).join("\n"),
    }),
  };
};
