import type { Data } from "plotly.js";
import { PhysicsError } from "../errors.js";
import { type Estimate, isEstimate } from "../estimate/estimate.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import type { FigureOptions } from "./options.js";
import { colour } from "./theme.js";
import { dots, line } from "./traces.js";

/** Estimates or numbers. */
type Values = ArrayLike<number> | readonly Estimate[];

/** Values at places of their own. */
export interface Placed {
  readonly at: ArrayLike<number>;
  readonly values: Values;
}

/** One route to a quantity over a parameter: values at the common places or at places of its own, or a function of the parameter. */
export type Route = Values | Placed | ((at: number) => number);

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

/** Arrays have methods of these names. */
const isPlaced = (route: Values | Placed): route is Placed => typeof (route as Placed).values === "object";

const checkCount = (name: string, at: ArrayLike<number>, { length }: ArrayLike<unknown>): void => {
  if (at.length === length) return;
  throw new PhysicsError("dimension", {
    what: `"${name}" has ${length} values at ${at.length} places`,
    expected: "a value for each place",
    remedy: "Give it places of its own: { at: [1, 5], values }",
  });
};

const traceOf = (name: string, route: Route, at: readonly number[], color: string, ratios: boolean): Data => {
  if (typeof route === "function") {
    const fine = between(at, ratios);
    return line(name, fine, fine.map(route), color);
  }
  const { at: places, values } = isPlaced(route) ? route : { at, values: route };
  checkCount(name, places, values);
  return isEstimate(values[0])
    ? dots(name, places, values as readonly Estimate[], color)
    : { ...line(name, places, values as ArrayLike<number>, color), mode: "lines+markers" };
};

/** Routes to one quantity over a parameter: functions are lines, numbers dots on a line, estimates dots with error bars of two standard errors.
 *  Keys are the names in the legend. @throws PhysicsError "dimension" where a route has not as many values as places */
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
