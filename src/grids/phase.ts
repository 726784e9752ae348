import type { AxisCells } from "./axis.js";
import { box } from "./box.js";
import type { BothEnds, Ends } from "./ends.js";
import type { Grid } from "./grid.js";

/** Cells in phase space, position x and momentum p, such as phase([-2.2, 2.2, 80], [-6, 6, 72]). `ends` are those of x; momenta have natural ones.
 *  @throws PhysicsError "grid", "parameter" */
export const phase = (x: AxisCells, p: AxisCells, { ends = "natural" }: { readonly ends?: BothEnds } = {}): Grid =>
  box([x, p], { symbols: ["x", "p"], ends: { x: ends } as Ends });
