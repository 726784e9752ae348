/** A small map of V(x, y), as an SVG that needs nothing else. */

import { contours, type Heights } from "./contour.js";
import { caption, label, round } from "./lettering.js";

/** A rectangle, the height of its lowest point, and that at which its map ends. */
export interface Region {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly floor: number;
  readonly ceiling: number;
}

const [WIDTH, HEIGHT, MARGIN, LEFT] = [360, 290, 28, 44];
const [CELLS, LEVELS] = [56, 9];

/** V on the grid, below the ceiling, with a border above it. */
const heightsOf = (V: (x: number, y: number) => number, { x, y, ceiling }: Region): Heights => {
  const size = CELLS + 1;
  const values = Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [at % size, Math.floor(at / size)];
    if (i === 0 || j === 0 || i === CELLS || j === CELLS) return ceiling;
    const value = V(x[0] + (i / CELLS) * (x[1] - x[0]), y[0] + (j / CELLS) * (y[1] - y[0]));
    return value < ceiling ? value : ceiling;
  });
  return { columns: size, rows: size, values };
};

/** The SVG of filled contours, the deeper the darker, nine of equal distance up to the ceiling. */
export const map = (
  V: (x: number, y: number) => number,
  region: Region,
  names: readonly string[],
  values: string,
): string => {
  const heights = heightsOf(V, region);
  const { floor, ceiling } = region;
  const right = (i: number) => (LEFT + (i / CELLS) * (WIDTH - LEFT - MARGIN)).toFixed(1);
  const up = (j: number) => (HEIGHT - MARGIN - (j / CELLS) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const layers = Array.from({ length: LEVELS }, (_, k) => {
    const rings = contours(heights, floor + ((LEVELS - k - 0.5) / LEVELS) * (ceiling - floor));
    const d = rings.map((ring) => `M${ring.map(([i, j]) => `${right(i)},${up(j)}`).join("L")}Z`).join("");
    return `<path d="${d}" fill="#0072b2" fill-opacity="0.12" fill-rule="evenodd" stroke="#0072b2" stroke-width="0.7"/>`;
  });
  const [x, y] = [region.x.map(round), region.y.map(round)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<path d="M${LEFT},${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}" stroke="#808080" fill="none"/>`,
    ...layers,
    label(right(0), HEIGHT - 12, x[0], "middle"),
    label(right(CELLS), HEIGHT - 12, x[1], "middle"),
    label(String(WIDTH / 2), HEIGHT - 12, names[0], "middle"),
    label(String(LEFT - 4), HEIGHT - MARGIN, y[0], "end"),
    label(String(LEFT - 4), MARGIN + 6, y[1], "end"),
    label(String(LEFT - 4), HEIGHT / 2, names[1], "end"),
    caption(WIDTH, MARGIN, `V from ${round(floor)} to ${round(ceiling)}`, values),
    "</svg>",
  ].join("");
};
