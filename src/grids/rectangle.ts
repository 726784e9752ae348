import type { AxisCells } from "./axis.js";
import { box, type GridOptions } from "./box.js";
import type { Grid } from "./grid.js";

/** Cells on a rectangle, such as rectangle([-1.8, 1.3, 155], [-0.6, 2.3, 145], { ends: { x: "periodic", y: "reflecting" } }).
 *  @throws PhysicsError "grid", "parameter" */
export const rectangle = (x: AxisCells, y: AxisCells, options: GridOptions = {}): Grid => box([x, y], options);
