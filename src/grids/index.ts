export type { Axis, AxisCells } from "./axis.js";
export { box, type GridOptions } from "./box.js";
export type { BothEnds, End, Ends } from "./ends.js";
export type { Grid, Interval } from "./grid.js";
export { interval } from "./interval.js";
export { phase } from "./phase.js";
export { rectangle } from "./rectangle.js";
