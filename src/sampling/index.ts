export { type Convergence, type ConvergenceOptions, convergence } from "./convergence.js";
export { type Ergodicity, type ErgodicityOptions, type Evidence, ergodicity } from "./ergodicity.js";
export type { RunOptions } from "./record.js";
export { timeAverage } from "./time-average.js";
export { type Umbrella, type UmbrellaOptions, umbrella, type Window } from "./umbrella.js";
