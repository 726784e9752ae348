import { PhysicsError } from "../errors.js";
import type { Grid } from "../grids/grid.js";

/** The grid, if it has two axes. @throws PhysicsError "dimension" that names its axes */
export const onAPlane = (grid: Grid, what: string): Grid => {
  if (grid.dim === 2) return grid;
  throw new PhysicsError("dimension", {
    what: `The grid has the ${grid.dim === 1 ? "axis" : "axes"} ${grid.axes.map(({ symbol }) => symbol).join(", ")}`,
    expected: `two axes for ${what}`,
    remedy: grid.dim === 1 ? "Draw its curve" : 'Integrate one out, such as density.marginal("x")',
  });
};
