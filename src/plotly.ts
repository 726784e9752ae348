/** Plotly figures made by hand, in the style of the library. The types are Plotly's own. */

export type { Data, Layout } from "plotly.js";
export { type Figure, figure } from "./figures/figure.js";
export { colour, faint, palette } from "./figures/theme.js";
