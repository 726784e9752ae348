import { type Estimate, isEstimate } from "../estimate/estimate.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import type { FigureOptions } from "./options.js";
import { colour } from "./theme.js";
import { dots, line } from "./traces.js";

export interface CompareOptions extends FigureOptions {
  /** The quantity and the unit along each axis. */
  readonly x?: readonly [quantity: string, unit: string];
  readonly y?: readonly [quantity: string, unit: string];
  readonly log?: boolean;
}

/** Routes to one quantity over a parameter: numbers become a line, estimates dots with error bars of two standard errors. Keys are the names in the legend. */
export const compare = (
  at: ArrayLike<number>,
  routes: Readonly<Record<string, ArrayLike<number> | readonly Estimate[]>>,
  options: CompareOptions = {},
): Figure => {
  const { x = ["parameter", "reduced units"], y = ["value", "reduced units"], log = false } = options;
  const data = Object.entries(routes).map(([name, values], i) =>
    isEstimate(values[0])
      ? dots(name, at, values as readonly Estimate[], colour(i))
      : line(name, at, values as ArrayLike<number>, colour(i)),
  );
  return figure(data, axes({ x, y, logY: log }, options));
};
