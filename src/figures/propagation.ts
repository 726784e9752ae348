import type { Data } from "plotly.js";
import type { Histogram } from "../estimate/histogram.js";
import type { Density } from "../operators/density.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { sequence } from "./theme.js";
import { line } from "./traces.js";

const dotsOf = (histogram: Histogram, color: string): Data => ({
  type: "scatter",
  mode: "markers",
  showlegend: false,
  x: Array.from(histogram.centres),
  y: Array.from(histogram.density),
  error_y: { type: "data", array: Array.from(histogram.error, (e) => 2 * e), color, thickness: 1, width: 0 },
  marker: { color, size: 5 },
});

/** A density as it moves: one curve for each time, early ones orange, late ones dark blue. With histograms of trajectories at the same times
 *  as dots, error bars of two standard errors. Keys are the names in the legend. */
export const propagation = (
  densities: Readonly<Record<string, Density>>,
  histograms: Readonly<Record<string, Histogram>> = {},
  options: FigureOptions = {},
): Figure => {
  const { length, perLength } = settings(options);
  const names = Object.keys(densities);
  const data = names.flatMap((name, i) => {
    const color = sequence(i, names.length);
    const curve = line(name, densities[name].grid.points, densities[name].values, color, { width: 2.5 });
    return histograms[name] ? [curve, dotsOf(histograms[name], color)] : [curve];
  });
  return figure(data, axes({ x: ["x", length], y: ["probability density ρ(x, t)", perLength] }, options));
};
