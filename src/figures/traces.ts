import type { Data } from "plotly.js";
import type { Estimate } from "../estimate/estimate.js";
import { faint } from "./theme.js";

const numbers = (values: ArrayLike<number>): number[] => Array.from(values);

/** A line through points. */
export const line = (
  name: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  color: string,
  { dash = "solid", width = 2 }: { readonly dash?: "solid" | "dash" | "dot"; readonly width?: number } = {},
): Data => ({
  type: "scatter",
  mode: "lines",
  name,
  x: numbers(x),
  y: numbers(y),
  line: { color, width, dash, simplify: false },
});

/** Dots with error bars of two standard errors. */
export const dots = (name: string, x: ArrayLike<number>, y: readonly Estimate[], color: string): Data => ({
  type: "scatter",
  mode: "markers",
  name: `${name} (± 2σ)`,
  x: numbers(x),
  y: y.map(({ mean }) => mean),
  error_y: { type: "data", array: y.map(({ error }) => 2 * error), color, thickness: 1.4, width: 3 },
  marker: { color, size: 7 },
});

/** A line in the band of two standard errors round it. */
export const band = (
  name: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  error: ArrayLike<number>,
  color: string,
): Data[] => {
  const [xs, ys, es] = [numbers(x), numbers(y), numbers(error)];
  const around: Data = {
    type: "scatter",
    mode: "lines",
    x: [...xs, ...xs.toReversed()],
    y: [...ys.map((value, i) => value + 2 * es[i]), ...ys.map((value, i) => value - 2 * es[i]).toReversed()],
    fill: "toself",
    fillcolor: faint(color, 0.25),
    line: { width: 0, color, simplify: false },
    hoverinfo: "skip",
    showlegend: false,
  };
  return [around, line(`${name} (± 2σ)`, xs, ys, color)];
};
