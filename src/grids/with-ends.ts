import { gridOf } from "./box.js";
import { type Ends, endsOf } from "./ends.js";
import type { Grid } from "./grid.js";

/** The same cells with other ends. @throws PhysicsError "grid", "parameter" */
export const withEnds = (grid: Grid, ends: Ends): Grid => {
  const pairs = endsOf(
    ends,
    grid.axes.map(({ symbol }) => symbol),
  );
  return { ...grid, ...gridOf(grid.axes.map((axis, a) => ({ ...axis, ends: pairs[a] }))) };
};
