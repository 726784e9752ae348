/** A small drawing of V(x), as an SVG that needs nothing else. */

import { caption, label, round } from "./lettering.js";

const [WIDTH, HEIGHT, MARGIN] = [360, 170, 28];

/** The SVG of a curve over an interval; values above `ceiling` leave the frame. */
export const sketch = (
  V: (x: number) => number,
  from: number,
  to: number,
  ceiling: number,
  name: string,
  values: string,
): string => {
  const xs = Array.from({ length: 181 }, (_, i) => from + (i / 180) * (to - from));
  const heights = xs.map(V);
  const low = Math.min(...heights.filter(Number.isFinite));
  const right = (x: number) => (MARGIN + ((x - from) / (to - from)) * (WIDTH - 2 * MARGIN)).toFixed(1);
  const down = (v: number) => (HEIGHT - MARGIN - ((v - low) / (ceiling - low)) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const path = xs
    .map((x, i) => ({ x, v: heights[i] }))
    .filter(({ v }) => v <= ceiling)
    .map(({ x, v }, i) => `${i === 0 ? "M" : "L"}${right(x)},${down(v)}`)
    .join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<path d="M${MARGIN},${HEIGHT - MARGIN}H${WIDTH - MARGIN}" stroke="#808080" fill="none"/>`,
    `<path d="${path}" stroke="#0072b2" stroke-width="2" fill="none"/>`,
    label(right(from), HEIGHT - 12, round(from), "middle"),
    label(right(to), HEIGHT - 12, round(to), "middle"),
    label(String(WIDTH / 2), HEIGHT - 12, name, "middle"),
    caption(WIDTH, MARGIN, `V from ${round(low)} to ${round(ceiling)}`, values),
    "</svg>",
  ].join("");
};
