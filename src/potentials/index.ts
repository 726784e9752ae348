export { type ExpressionPotential, expression } from "./expression.js";
export { type Basin, basin } from "./landscape.js";
export { type Potential, profile, pull } from "./potential.js";
export { type StationaryPoint, stationaryPoints } from "./stationary.js";
export { doubleWell, harmonic } from "./wells.js";
