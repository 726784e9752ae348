export type { CheckedStep, ShownStep } from "./column.js";
export type { Filled } from "./fill.js";
export type { Coefficient, Filling } from "./filling.js";
export type { Formula } from "./formula.js";
export { type Checked, type Holes, type Limit, reduce } from "./limit.js";
export type { Problem } from "./problem.js";
