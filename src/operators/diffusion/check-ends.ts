import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import type { Landscape } from "./landscape.js";

/** e^−9.2: natural ends are open country, where the density is at most this part of its maximum. */
const CUT = 1e-4;

const cutting = (grid: Grid, point: Float64Array): never => {
  const where = grid.dim === 1 ? String(point[0]) : `(${point.join(", ")})`;
  throw new PhysicsError("grid", {
    what: `At ${where}, where the grid ends, the density is more than ${CUT} of its maximum`,
    expected: "a grid that holds the whole well",
    remedy: 'Widen it, or, if there is a wall, say so: { ends: "reflecting" }',
  });
};

const mismatched = (symbol: string, below: number, above: number): never => {
  throw new PhysicsError("grid", {
    what: `The axis ${symbol} is periodic, and V is ${below} kT at its beginning and ${above} kT at its end`,
    expected: "the same V at both",
    remedy: `Let the axis be one period long, or say { ends: { ${symbol}: "reflecting" } }`,
  });
};

/** Each cell at an end of axis a, with the place where the grid ends. */
const rim = (grid: Grid, a: number, side: 0 | 1, visit: (cell: number, end: Float64Array) => void): void => {
  const { dim, size, points, strides, axes } = grid;
  const { cells, from, to } = axes[a];
  for (let cell = 0; cell < size; cell++) {
    if (Math.floor(cell / strides[a]) % cells !== side * (cells - 1)) continue;
    const end = points.slice(cell * dim, (cell + 1) * dim);
    end[a] = side === 0 ? from : to;
    visit(cell, end);
  }
};

/** Refuses natural ends that cut a well, and periodic ones where V does not close. @throws PhysicsError "grid" */
export const checkEnds = (grid: Grid, { reduced, floor, at }: Landscape): void => {
  for (const [a, { symbol, ends, from }] of grid.axes.entries())
    for (const side of [0, 1] as const) {
      if (ends[side] === "natural")
        rim(grid, a, side, (cell, end) => {
          if (Math.exp(floor - reduced[cell]) > CUT) cutting(grid, end);
        });
      if (ends[side] === "periodic" && side === 1)
        rim(grid, a, side, (_, end) => {
          const above = at(end);
          end[a] = from;
          const below = at(end);
          if (!(Math.abs(above - below) <= 1e-6 * (1 + Math.abs(above)))) mismatched(symbol, below, above);
        });
    }
};
