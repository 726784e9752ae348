import type { Layout } from "plotly.js";
import { type FigureOptions, settings } from "./options.js";
import { label } from "./theme.js";

/** What stands along the two axes: a quantity and its unit, and whether the scale is logarithmic. */
export interface Axes {
  readonly x: readonly [quantity: string, unit: string];
  readonly y: readonly [quantity: string, unit: string];
  readonly logX?: boolean;
  readonly logY?: boolean;
}

const scale = (log: boolean | undefined) => (log ? ({ type: "log", exponentformat: "power", nticks: 5 } as const) : {});

/** A layout with labelled axes and the title of the options. */
export const axes = ({ x, y, logX, logY }: Axes, options: FigureOptions): Partial<Layout> => ({
  ...settings(options).heading,
  xaxis: { ...label(...x), ...scale(logX) },
  yaxis: { ...label(...y), ...scale(logY) },
});
