import { basin } from "../potentials/landscape/landscape.js";
import { stationaryPoints } from "../potentials/landscape/stationary.js";
import { onALine } from "../potentials/on-a-line.js";
import { type Potential, profile, pull } from "../potentials/potential.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { settings } from "./options.js";
import { type SurfaceOptions, surface } from "./surface.js";
import { colour } from "./theme.js";
import { line } from "./traces.js";

/** The range that holds all wells and barriers, or what lies less than `rise` above the lowest point. */
const rangeOf = (of: Potential, rise: number | undefined): readonly [number, number] => {
  const V = profile(of);
  const wide = basin(V, 1e3);
  const heights = stationaryPoints(pull(of), wide.from, wide.to).map(({ x }) => V(x));
  const { from, to } = basin(V, rise ?? (1.6 * (Math.max(...heights, V(wide.lowest)) - V(wide.lowest)) || 1));
  return [from, to];
};

const curve = (of: Potential, name: string, { rise, between, ...options }: SurfaceOptions): Figure => {
  const V = profile(of);
  const [from, to] = between?.[name] ?? rangeOf(of, rise);
  const x = Array.from({ length: 401 }, (_, i) => from + (i / 400) * (to - from));
  const points = stationaryPoints(pull(of), from, to);
  const { length, energy } = settings(options);
  const marks = {
    type: "scatter",
    mode: "markers",
    name: "V′ = 0",
    x: points.map((point) => point.x),
    y: points.map((point) => V(point.x)),
    marker: { color: colour(1), size: 8 },
  } as const;
  const layout = axes({ x: [name, length], y: [`V(${name})`, energy] }, options);
  return figure([line("V", x, x.map(V), colour(0), { width: 3 }), marks], layout);
};

/** V(x) over its wells and barriers with the places where V′ = 0, or V(x, y) as a map with its minima and saddles, and lines over it. `rise` is how far above
 *  the lowest point the figure reaches; `between` names the range of each coordinate, such as { x: [-2, 2] }, and is needed where V does not confine.
 *  @throws PhysicsError "dimension", "unbounded", "not-converged" */
export const potential = (
  of: Potential & { readonly variables?: readonly string[] },
  options: SurfaceOptions = {},
): Figure => (of.dim === 2 ? surface(of, options) : curve(onALine(of, "a curve"), (of.variables ?? ["x"])[0], options));
