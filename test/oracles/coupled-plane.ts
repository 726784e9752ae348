import { potentials } from "../../src/index.js";

/** Two coordinates coupled by the potential and by the masses. */
export const plane = potentials.expression("a*(x^2 - 2)^2 + b*y^2/2 + c*x*y^3", { a: 0.4, b: 2.3, c: 0.15 });
export const mass = [
  [1.7, 0.4],
  [0.4, 0.8],
];
/** M⁻¹ by hand: det M = 1.2. */
export const inverse = [
  [0.8 / 1.2, -0.4 / 1.2],
  [-0.4 / 1.2, 1.7 / 1.2],
];
