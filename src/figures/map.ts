/** A field on a plane as shades with contour lines, and the frame round it. */

import type { Data, Layout } from "plotly.js";
import type { Grid } from "../grids/grid.js";
import { onAPlane } from "./on-a-plane.js";
import { type FigureOptions, settings } from "./options.js";
import { label } from "./theme.js";

/** From nothing to most, from white to dark blue: for densities. */
export const amounts: readonly (readonly [number, string])[] = [
  [0, "#ffffff"],
  [0.15, "#d6e6f4"],
  [0.4, "#7fb7de"],
  [0.7, "#0072b2"],
  [1, "#08306b"],
];

/** From one side to the other, orange through white to blue: for what lies between two ends. */
export const sides: readonly (readonly [number, string])[] = [
  [0, "#d55e00"],
  [0.25, "#efb38a"],
  [0.5, "#ffffff"],
  [0.75, "#85bbdc"],
  [1, "#0072b2"],
];

/** Low ground dark, high ground light: for energies. */
export const heights: readonly (readonly [number, string])[] = [
  [0, "#08306b"],
  [0.25, "#0072b2"],
  [0.5, "#56b4e9"],
  [0.75, "#cde5f5"],
  [1, "#ffffff"],
];

export interface Shading {
  /** What the shades mean, with its unit. */
  readonly quantity: readonly [name: string, unit: string];
  readonly colours: readonly (readonly [number, string])[];
  /** Lowest and highest shade, and the step from one contour line to the next. */
  readonly range: readonly [from: number, to: number, step: number];
}

/** Shades of the values at the products of some places, with contour lines; `values` has the first axis fastest. */
export const shades = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  values: ArrayLike<number>,
  { quantity: [name, unit], colours, range: [start, end, size] }: Shading,
): Data => ({
  type: "contour",
  name,
  x: Array.from(x),
  y: Array.from(y),
  z: Array.from(y, (_, j) => Array.from(x, (_, i) => values[i + j * x.length])),
  zmin: start,
  zmax: end,
  autocontour: false,
  contours: { coloring: "heatmap", start: size * Math.ceil(start / size + 1e-9), end: end - size / 2, size },
  colorscale: colours as unknown as string[],
  line: { width: 0.6, color: "rgba(60, 60, 60, 0.55)" },
  colorbar: { title: { text: `${name}  [${unit}]`, side: "right" }, thickness: 14, outlinewidth: 0 },
  showlegend: false,
});

/** Pixels of the field itself. */
const WIDTH = 520;
const margin = { l: 76, r: 104, t: 48, b: 72 };

/** The frame of a map: labelled axes that end where the field ends; equal scales along both where both are lengths. */
export const frame = (
  [x, y]: readonly [string, string],
  [[left, right], [bottom, top]]: readonly [readonly [number, number], readonly [number, number]],
  options: FigureOptions,
): Partial<Layout> => {
  const { length, heading } = settings(options);
  const ratio = y === "p" ? 0.72 : Math.min(Math.max((top - bottom) / (right - left), 0.4), 1.4);
  const unit = y === "p" ? "reduced units" : length;
  return {
    ...heading,
    margin,
    width: WIDTH + margin.l + margin.r,
    height: Math.round(WIDTH * ratio) + margin.t + margin.b,
    xaxis: { ...label(x, length), range: [left, right], showgrid: false },
    yaxis: { ...label(y, unit), range: [bottom, top], showgrid: false },
  };
};

/** Cells along one axis that a page can show. */
const MOST = 160;

/** Means over blocks of neighbouring cells along both axes, so that no axis has more than 160 places. */
const coarse = (grid: Grid, values: ArrayLike<number>) => {
  const blocks = grid.axes.map(({ cells }) => Math.ceil(cells / MOST));
  const counts = grid.axes.map(({ cells }, a) => Math.ceil(cells / blocks[a]));
  const sums = new Float64Array(counts[0] * counts[1]);
  const volumes = new Float64Array(sums.length);
  for (let cell = 0; cell < grid.size; cell++) {
    const [i, j] = [cell % grid.axes[0].cells, Math.floor(cell / grid.axes[0].cells)];
    const at = Math.floor(i / blocks[0]) + counts[0] * Math.floor(j / blocks[1]);
    sums[at] += values[cell] * grid.volumes[cell];
    volumes[at] += grid.volumes[cell];
  }
  const places = grid.axes.map(({ edges, cells }, a) =>
    Array.from({ length: counts[a] }, (_, i) => {
      const [first, last] = [i * blocks[a], Math.min((i + 1) * blocks[a], cells)];
      return 0.5 * (edges[first] + edges[last]);
    }),
  );
  return { x: places[0], y: places[1], values: sums.map((sum, i) => sum / volumes[i]) };
};

/** The map of a field on a two-dimensional grid: its shades and its frame. @throws PhysicsError "dimension" */
export const mapOf = (
  grid: Grid,
  values: ArrayLike<number>,
  shading: Shading,
  options: FigureOptions,
): { readonly trace: Data; readonly layout: Partial<Layout> } => {
  const [first, second] = onAPlane(grid, "a map").axes;
  const { x, y, values: seen } = coarse(grid, values);
  return {
    trace: shades(x, y, seen, shading),
    layout: frame(
      [first.symbol, second.symbol],
      [
        [first.from, first.to],
        [second.from, second.to],
      ],
      options,
    ),
  };
};
