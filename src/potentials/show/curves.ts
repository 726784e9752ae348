/** A small drawing of several curves over one axis, as an SVG that needs nothing else; curves of a second kind are dashed and have an axis on the right. */

import { label } from "./lettering.js";

/** Curves of one kind. */
export interface Bundle {
  readonly title: string;
  readonly curves: readonly ArrayLike<number>[];
}

export interface Drawing {
  readonly x: Float64Array;
  readonly xTitle: string;
  readonly left: Bundle;
  readonly right?: Bundle;
}

const [WIDTH, HEIGHT, TOP, BOTTOM, SIDE] = [480, 240, 16, 40, 66];
const colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

/** The range of some curves, a little wider. */
const rangeOf = (curves: readonly ArrayLike<number>[]): readonly [number, number] => {
  const values = curves.flatMap((curve) => Array.from(curve)).filter(Number.isFinite);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.06 * (high - low) || 0.5 * Math.abs(high) || 1;
  return [low - room, high + room];
};

/** Round numbers in a range, three to six of them. */
const ticks = (low: number, high: number): number[] => {
  const unit = 10 ** Math.floor(Math.log10((high - low) / 3));
  const step = unit * ([5, 2].find((factor) => (high - low) / (factor * unit) >= 3) ?? 1);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
};

const short = (value: number): string => String(Number(value.toPrecision(6)) + 0);

const turned = (x: number, body: string): string => {
  const y = 0.5 * (HEIGHT - BOTTOM + TOP);
  return label(String(x), y, body, "middle").replace("<text ", `<text transform="rotate(-90 ${x} ${y})" `);
};

/** Curves with the numbers beside them and their title. */
const drawBundle = (
  { curves, title }: Bundle,
  across: readonly string[],
  style: { readonly first: number; readonly dash: string; readonly at: number; readonly side: -1 | 1 },
): string => {
  const [low, high] = rangeOf(curves);
  const down = (v: number) => HEIGHT - BOTTOM - ((v - low) / (high - low)) * (HEIGHT - BOTTOM - TOP);
  const { first, dash, at, side } = style;
  const paths = curves.map((curve, i) => {
    const d = across.map((x, k) => `${k === 0 ? "M" : "L"}${x},${down(curve[k]).toFixed(1)}`).join("");
    return `<path d="${d}" stroke="${colours[(first + i) % colours.length]}" stroke-width="1.8"${dash} fill="none"/>`;
  });
  const numbers = ticks(low, high).map((value) =>
    label(String(at + 5 * side), down(value) + 4, short(value), side < 0 ? "end" : "start"),
  );
  return [...paths, ...numbers, turned(side < 0 ? 12 : WIDTH - 6, title)].join("");
};

/** The SVG. */
export const drawCurves = ({ x, xTitle, left, right }: Drawing): string => {
  const [from, to] = [x[0], x[x.length - 1]];
  const end = right ? WIDTH - SIDE : WIDTH - 16;
  const place = (value: number) => (SIDE + ((value - from) / (to - from)) * (end - SIDE)).toFixed(1);
  const across = Array.from(x, place);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<path d="M${SIDE},${TOP}V${HEIGHT - BOTTOM}H${end}${right ? `V${TOP}` : ""}" stroke="#808080" fill="none"/>`,
    drawBundle(left, across, { first: 0, dash: "", at: SIDE, side: -1 }),
    right ? drawBundle(right, across, { first: 2, dash: ' stroke-dasharray="5 3"', at: end, side: 1 }) : "",
    ...ticks(from, to).map((value) => label(place(value), HEIGHT - BOTTOM + 14, short(value), "middle")),
    label(String(0.5 * (SIDE + end)), HEIGHT - 8, xTitle, "middle"),
    "</svg>",
  ].join("");
};
