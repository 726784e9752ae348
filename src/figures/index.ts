export { type DensityLike, density } from "./density.js";
export { type Figure, figure, figure as plot } from "./figure.js";
export { palette } from "./theme.js";
