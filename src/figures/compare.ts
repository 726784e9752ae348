import type { Data } from "plotly.js";
import { type Estimate, isEstimate } from "../estimate/estimate.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import type { FigureOptions } from "./options.js";
import { colour } from "./theme.js";
import { dots, line } from "./traces.js";

/** One route to a quantity over a parameter: estimates or numbers at the same places, or a function of the parameter. */
export type Route = ArrayLike<number> | readonly Estimate[] | ((at: number) => number);

export interface CompareOptions extends FigureOptions {
  /** The quantity and the unit along each axis. */
  readonly x?: readonly [quantity: string, unit: string];
  readonly y?: readonly [quantity: string, unit: string];
  /** Which axes are logarithmic. */
  readonly log?: "x" | "y" | "xy";
}

/** 201 places between the outermost of some, equally spaced, on a logarithmic axis by equal ratios. */
const between = (at: readonly number[], ratios: boolean): number[] => {
  const [low, high] = [Math.min(...at), Math.max(...at)];
  const share = Array.from({ length: 201 }, (_, i) => i / 200);
  return share.map((s) => (ratios ? low * (high / low) ** s : low + s * (high - low)));
};

const traceOf = (name: string, route: Route, at: readonly number[], color: string, ratios: boolean): Data => {
  if (typeof route === "function") {
    const fine = between(at, ratios);
    return line(name, fine, fine.map(route), color);
  }
  return isEstimate(route[0])
    ? dots(name, at, route as readonly Estimate[], color)
    : { ...line(name, at, route as ArrayLike<number>, color), mode: "lines+markers" };
};

/** Routes to one quantity over a parameter: functions are lines, numbers dots on a line, estimates dots with error bars of two standard errors.
 *  Keys are the names in the legend. */
export const compare = (
  at: ArrayLike<number>,
  routes: Readonly<Record<string, Route>>,
  options: CompareOptions = {},
): Figure => {
  const { x = ["parameter", "reduced units"], y = ["value", "reduced units"], log = "" } = options;
  const places = Array.from(at);
  const [logX, logY] = [log.includes("x"), log.includes("y")];
  const data = Object.entries(routes).map(([name, route], i) => traceOf(name, route, places, colour(i), logX));
  return figure(data, axes({ x, y, logX, logY }, options));
};
