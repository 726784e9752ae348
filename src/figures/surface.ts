import type { Data } from "plotly.js";
import { coordinates } from "../potentials/coordinates.js";
import { criticalPoints } from "../potentials/landscape/critical-points.js";
import { plane } from "../potentials/landscape/plane.js";
import { regionBelow } from "../potentials/landscape/region.js";
import type { Potential } from "../potentials/potential.js";
import { evenStep } from "./even-step.js";
import { type Figure, figure } from "./figure.js";
import { frame, heights, shades } from "./map.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";

/** A line in the plane, by the names of the coordinates: a path of minimal energy, or a trajectory. */
export interface Drawn {
  readonly columns: Readonly<Record<string, Float64Array>>;
}

export interface SurfaceOptions extends FigureOptions {
  /** How far above the lowest point the shades go. */
  readonly rise?: number;
  /** The range of each coordinate. */
  readonly between?: Readonly<Record<string, readonly [number, number]>>;
  /** Lines to draw over the surface; keys are the names in the legend. */
  readonly paths?: Readonly<Record<string, Drawn>>;
}

type Named = Potential & { readonly variables?: readonly string[] };

/** Places along each axis. */
const PLACES = 121;

const spaced = ([from, to]: readonly [number, number]): Float64Array =>
  Float64Array.from({ length: PLACES }, (_, i) => from + (i / (PLACES - 1)) * (to - from));

interface Area {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly floor: number;
  readonly ceiling: number;
}

/** What is drawn: between given ranges up to `rise` above the lowest critical point or, unless told, as far above the highest as that lies above the lowest. */
const areaOf = (potential: Named, { rise, between }: SurfaceOptions): Area => {
  if (between === undefined) {
    const whole = plane(potential);
    return rise === undefined
      ? whole
      : { ...regionBelow(potential, rise), floor: whole.floor, ceiling: whole.floor + rise };
  }
  const { all } = criticalPoints(potential, between);
  const [first, second] = potential.variables ?? coordinates(2);
  const floor = all[0]?.energy ?? 0;
  const ceiling = floor + (rise ?? (2 * ((all[all.length - 1]?.energy ?? floor) - floor) || 1));
  return { x: between[first], y: between[second], floor, ceiling };
};

const marksOf = (potential: Named, area: Area): Data[] => {
  const { x, y, ceiling } = area;
  const [first, second] = potential.variables ?? coordinates(2);
  const found = criticalPoints(potential, { [first]: x, [second]: y });
  const kinds = [
    ["minima", found.minima, "circle"],
    ["saddles", found.saddles, "x"],
  ] as const;
  return kinds.flatMap(([name, points, symbol]) => {
    const seen = points.filter(({ energy }) => energy <= ceiling);
    if (seen.length === 0) return [];
    return [
      {
        type: "scatter" as const,
        mode: "markers" as const,
        name,
        x: seen.map(({ q }) => q[0]),
        y: seen.map(({ q }) => q[1]),
        marker: { symbol, size: 9, color: "#ffffff", line: { color: "#202020", width: 1.5 } },
      },
    ];
  });
};

/** V(x, y) as shades with contour lines, its minima and saddles marked, and lines over it. @throws PhysicsError "unbounded", "not-converged" */
export const surface = (potential: Named, options: SurfaceOptions): Figure => {
  const area = areaOf(potential, options);
  const { x, y, floor, ceiling } = area;
  const [first, second] = potential.variables ?? coordinates(2);
  const places = [spaced(x), spaced(y)];
  const point = new Float64Array(2);
  const values = Float64Array.from({ length: PLACES * PLACES }, (_, at) => {
    point[0] = places[0][at % PLACES];
    point[1] = places[1][Math.floor(at / PLACES)];
    return Math.min(potential.energy(point), ceiling);
  });
  const shading = {
    quantity: [`V(${first}, ${second})`, settings(options).energy],
    colours: heights,
    range: [floor, ceiling, evenStep(ceiling - floor)],
  } as const;
  const lines = Object.entries(options.paths ?? {}).map(
    ([name, { columns }], i): Data => ({
      type: "scatter",
      mode: "lines",
      name,
      x: Array.from(columns[first]),
      y: Array.from(columns[second]),
      line: { color: colour(1 + i), width: 2.5, simplify: false },
    }),
  );
  return figure(
    [shades(places[0], places[1], values, shading), ...lines, ...marksOf(potential, area)],
    frame([first, second], [x, y], options),
  );
};
