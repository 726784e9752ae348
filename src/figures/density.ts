import type { Data } from "plotly.js";
import type { Canonical } from "../ensembles/canonical.js";
import { PhysicsError } from "../errors.js";
import type { Histogram } from "../estimate/histogram.js";
import type { Density } from "../operators/density.js";
import { densityMap } from "./density-map.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour, faint, label } from "./theme.js";

/** A result that is a probability density on a line. */
export type DensityLike = Density | Histogram | Canonical;

const isHistogram = (item: DensityLike): item is Histogram => "centres" in item;
const isCanonical = (item: DensityLike): item is Canonical => "freeEnergy" in item;

const curveOf = (item: Density | Canonical): { x: number[]; y: number[] } => {
  if (!isCanonical(item)) return { x: Array.from(item.grid.points), y: Array.from(item.values) };
  const [from, to] = item.support;
  const x = Array.from({ length: 601 }, (_, i) => from + (i / 600) * (to - from));
  return { x, y: x.map((place) => item.density(place)) };
};

const nameOf = (item: DensityLike): string => {
  if (isHistogram(item)) return "trajectories";
  return isCanonical(item) ? "exp(−V/kT)/Z" : "generator";
};

/** A histogram is dots with error bars of two standard errors; a curve is a line, the first of them filled. */
const traceOf = (name: string, item: DensityLike, i: number, filled: boolean): Data => {
  const color = colour(i);
  if (isHistogram(item))
    return {
      type: "scatter",
      mode: "markers",
      name: `${name} (± 2σ)`,
      x: Array.from(item.centres),
      y: Array.from(item.density),
      error_y: { type: "data", array: Array.from(item.error, (e) => 2 * e), color, thickness: 1.2, width: 2 },
      marker: { color, size: 5 },
    };
  const fill = filled ? ({ fill: "tozeroy", fillcolor: faint(color, 0.12) } as const) : {};
  return {
    type: "scatter",
    mode: "lines",
    name,
    ...curveOf(item),
    line: { color, width: filled ? 3 : 2, dash: filled ? "solid" : "dash" },
    ...fill,
  };
};

/** Where the densities of a figure are large enough to be seen. */
const visible = (items: readonly DensityLike[]): [number, number] => {
  const places = items.flatMap((item) => {
    const { x, y } = isHistogram(item) ? { x: Array.from(item.centres), y: Array.from(item.density) } : curveOf(item);
    const top = Math.max(...y);
    return x.filter((_, i) => y[i] > 1e-3 * top);
  });
  const [low, high] = [Math.min(...places), Math.max(...places)];
  return [low - 0.04 * (high - low), high + 0.04 * (high - low)];
};

const isItem = (value: object): value is DensityLike => "grid" in value || "centres" in value || "freeEnergy" in value;

/** The one density on a plane among the items, which has a figure of its own. @throws PhysicsError "dimension" where it is not alone */
const planar = (items: readonly DensityLike[]): Density | undefined => {
  const found = items.find((item): item is Density => "grid" in item && item.grid.dim > 1);
  if (found === undefined || items.length === 1) return found;
  throw new PhysicsError("dimension", {
    what: `One of ${items.length} densities has ${found.grid.dim} axes`,
    expected: "densities on one axis, or a single one on a plane",
    remedy: 'Draw a figure of each, or marginals such as density.marginal("x")',
  });
};

/** Whether each curve is followed by the histogram that belongs to it, and has its colour. */
const inPairs = (items: readonly DensityLike[]): boolean =>
  items.length > 2 && items.every((item, i) => isHistogram(item) === (i % 2 === 1)) && items.length % 2 === 0;

const draw = (named: readonly (readonly [string, DensityLike])[], options: FigureOptions): Figure => {
  const plane = planar(named.map(([, item]) => item));
  if (plane) return densityMap(plane, options);
  const { length, perLength, heading } = settings(options);
  const first = named.findIndex(([, item]) => !isHistogram(item));
  const paired = inPairs(named.map(([, item]) => item));
  const data = named.map(([name, item], i) => traceOf(name, item, paired ? i >> 1 : i, i === first));
  // Dots are drawn last, on top of the curves.
  const ordered = [...data].sort((a, b) => Number("error_y" in a) - Number("error_y" in b));
  return figure(ordered, {
    ...heading,
    xaxis: { ...label("x", length), range: visible(named.map(([, item]) => item)) },
    yaxis: { ...label("probability density ρ(x)", perLength), rangemode: "tozero" },
  });
};

/** Densities on one axis: curves from quadrature or a generator, histograms of trajectories with error bars of two standard errors; a single one on a
 *  plane is drawn as a map. Where every curve is followed by a histogram of its own, both have one colour. Takes results one after the other, or a record whose keys are the names in the legend. @throws PhysicsError "dimension" */
export function density(...items: readonly DensityLike[]): Figure;
export function density(named: Readonly<Record<string, DensityLike>>, options?: FigureOptions): Figure;
export function density(...given: readonly unknown[]): Figure {
  if (given.every((item) => isItem(item as object)))
    return draw(
      (given as readonly DensityLike[]).map((item) => [nameOf(item), item] as const),
      {},
    );
  const [named, options] = given as [Record<string, DensityLike>, FigureOptions | undefined];
  return draw(Object.entries(named), options ?? {});
}
