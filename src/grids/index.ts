export type { Grid, Interval } from "./grid.js";
export { interval } from "./interval.js";
