import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { gridOf } from "../grids/box.js";
import type { Grid } from "../grids/grid.js";
import { atCells, type PointFunction } from "./point-function.js";

/** A probability density on a grid: `values` at the cells' middles, Σ values · volume = 1 where it is normalised. */
export interface Density extends Displayable {
  readonly grid: Grid;
  readonly values: Float64Array;
  /** The total probability, Σ values · volume. */
  readonly mass: number;
  /** Σ a(x) values · volume, for a function of the coordinates. */
  average(property: PointFunction): number;
  /** The density of one coordinate, integrated over the others. @throws PhysicsError "grid" */
  marginal(axis: string): Density;
}

const axisOf = ({ axes }: Grid, symbol: string): number => {
  const at = axes.findIndex((axis) => axis.symbol === symbol);
  if (at >= 0) return at;
  throw new PhysicsError("grid", {
    what: `There is no axis "${symbol}"`,
    expected: axes.map((axis) => axis.symbol).join(" or "),
    remedy: "Name a coordinate of the grid",
  });
};

const marginalOf = (grid: Grid, values: Float64Array, symbol: string): Density => {
  const a = axisOf(grid, symbol);
  const [axis, stride] = [grid.axes[a], grid.strides[a]];
  const sums = new Float64Array(axis.cells);
  for (let cell = 0; cell < grid.size; cell++)
    sums[Math.floor(cell / stride) % axis.cells] += values[cell] * grid.volumes[cell];
  return densityOn(
    gridOf([axis]),
    sums.map((sum, i) => sum / axis.widths[i]),
  );
};

/** Values on a grid as a density. */
export const densityOn = (grid: Grid, values: Float64Array): Density => {
  const mean = (of: Float64Array) => of.reduce((sum, a, i) => sum + a * values[i] * grid.volumes[i], 0);
  const average = (property: PointFunction) => mean(atCells(grid, property));
  const mass = values.reduce((sum, value, i) => sum + value * grid.volumes[i], 0);
  const means = () =>
    grid.axes.map(({ symbol }, a) => `⟨${symbol}⟩ = ${average((...point) => point[a]).toPrecision(6)}`);
  return {
    grid,
    values,
    mass,
    average,
    marginal: (axis) => marginalOf(grid, values, axis),
    [display]: () => ({
      "text/plain": `density on ${grid[display]()["text/plain"]}, mass ${mass.toPrecision(12)}, ${means().join(", ")}`,
    }),
  };
};
