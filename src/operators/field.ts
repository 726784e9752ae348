import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import type { Axis } from "../grids/axis.js";
import type { Grid } from "../grids/grid.js";

/** A function on a grid, by its values at the middles of the cells. */
export interface Field extends Displayable {
  readonly grid: Grid;
  readonly symbol: string;
  readonly values: Float64Array;
  /** The value anywhere on the grid, linear between the middles. @throws PhysicsError "grid" outside */
  at(...point: number[]): number;
}

/** A vector at the middle of each cell, one array for each axis. */
export interface VectorField extends Displayable {
  readonly grid: Grid;
  readonly symbol: string;
  readonly components: readonly Float64Array[];
}

/** The two cells of an axis between whose middles x lies, and the weight of the second. Beyond the last middle the cell there counts alone. */
const bracket = ({ symbol, from, to, cells, centres }: Axis, x: number): readonly [number, number, number] => {
  if (!(x >= from && x <= to))
    throw new PhysicsError("grid", {
      what: `The place ${symbol} = ${x} lies outside the grid`,
      expected: `a place from ${from} to ${to}`,
      remedy: "Widen the grid",
    });
  const above = centres.findIndex((centre) => centre > x);
  if (above === 0) return [0, 0, 0];
  if (above < 0) return [cells - 1, cells - 1, 0];
  return [above - 1, above, (x - centres[above - 1]) / (centres[above] - centres[above - 1])];
};

const interpolated = ({ axes, strides }: Grid, values: Float64Array, point: readonly number[]): number => {
  const sides = axes.map((axis, a) => bracket(axis, point[a]));
  let sum = 0;
  for (let corner = 0; corner < 2 ** axes.length; corner++) {
    let [cell, weight] = [0, 1];
    for (const [a, [low, high, share]] of sides.entries()) {
      const upper = (corner >> a) % 2 === 1;
      cell += (upper ? high : low) * strides[a];
      weight *= upper ? share : 1 - share;
    }
    if (weight > 0) sum += weight * values[cell];
  }
  return sum;
};

/** Values on a grid as a field. */
export const fieldOn = (grid: Grid, values: Float64Array, symbol: string): Field => ({
  grid,
  symbol,
  values,
  at: (...point) => interpolated(grid, values, point),
  [display]: () => {
    const [least, most] = values.reduce(
      ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
      [values[0], values[0]],
    );
    return {
      "text/plain": `${symbol} on ${grid[display]()["text/plain"]}, from ${least.toPrecision(6)} to ${most.toPrecision(6)}`,
    };
  },
});

/** Components on a grid as a field. */
export const vectorFieldOn = (grid: Grid, components: readonly Float64Array[], symbol: string): VectorField => ({
  grid,
  symbol,
  components,
  [display]: () => {
    const largest = components[0].reduce(
      (most, _, i) => Math.max(most, Math.hypot(...components.map((part) => part[i]))),
      0,
    );
    return {
      "text/plain": `${symbol} on ${grid[display]()["text/plain"]}, |${symbol}| up to ${largest.toPrecision(6)}`,
    };
  },
});
