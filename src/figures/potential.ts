import { basin } from "../potentials/landscape.js";
import { onALine } from "../potentials/on-a-line.js";
import { type Potential, profile, pull } from "../potentials/potential.js";
import { stationaryPoints } from "../potentials/stationary.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";
import { line } from "./traces.js";

/** V(x) over its wells and barriers, with the minima and maxima marked. `rise` is how far above the lowest point the figure reaches. @throws PhysicsError "dimension", "unbounded" */
export const potential = (of: Potential, options: FigureOptions & { readonly rise?: number } = {}): Figure => {
  const V = profile(onALine(of, "a curve"));
  const force = pull(of);
  const wide = basin(V, 1e3);
  const heights = stationaryPoints(force, wide.from, wide.to).map(({ x }) => V(x));
  const rise = options.rise ?? (1.6 * (Math.max(...heights, V(wide.lowest)) - V(wide.lowest)) || 1);
  const { from, to } = basin(V, rise);
  const x = Array.from({ length: 401 }, (_, i) => from + (i / 400) * (to - from));
  const points = stationaryPoints(force, from, to);
  const { length, energy } = settings(options);
  const marks = {
    type: "scatter",
    mode: "markers",
    name: "V′ = 0",
    x: points.map((point) => point.x),
    y: points.map((point) => V(point.x)),
    marker: { color: colour(1), size: 8 },
  } as const;
  return figure(
    [line("V", x, x.map(V), colour(0), { width: 3 }), marks],
    axes({ x: ["x", length], y: ["V(x)", energy] }, options),
  );
};
