import { type Displayable, display } from "../display.js";
import type { Interval } from "../grids/grid.js";

/** A probability density on a grid: `values` at the cells' middles, Σ values · volume = 1 where it is normalised. */
export interface Density extends Displayable {
  readonly grid: Interval;
  readonly values: Float64Array;
  /** The total probability, Σ values · volume. */
  readonly mass: number;
  /** Σ a(x) values · volume. */
  average(property: (x: number) => number): number;
  readonly symbol: string;
}

/** Values on a grid as a density. */
export const densityOn = (grid: Interval, values: Float64Array, symbol = "x"): Density => {
  const average = (property: (x: number) => number) =>
    values.reduce((sum, value, i) => sum + property(grid.points[i]) * value * grid.volumes[i], 0);
  const mass = average(() => 1);
  return {
    grid,
    values,
    mass,
    average,
    symbol,
    [display]: () => ({
      "text/plain": `density on ${grid.size} cells from ${grid.from} to ${grid.to}, mass ${mass.toPrecision(12)}, ⟨${symbol}⟩ = ${average((x) => x).toPrecision(6)}`,
    }),
  };
};
