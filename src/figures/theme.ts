/** The look of all figures: white ground, few lines, the colours of Okabe and Ito, which colour-blind readers can tell apart. */

import type { Data, Layout } from "plotly.js";
import { heading } from "./heading.js";

export const palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f"] as const;

/** Colour number i, round and round. */
export const colour = (i: number): string => palette[i % palette.length];

/** A colour of the palette, made see-through. */
export const faint = (hex: string, opacity: number): string => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r}, ${g}, ${b}, ${opacity})`;
};

/** Orange to blue for a sequence of `count` curves, such as times. */
export const sequence = (i: number, count: number): string => {
  const share = count > 1 ? i / (count - 1) : 0;
  const [from, to] = [
    [230, 120, 20],
    [0, 90, 170],
  ];
  const mix = from.map((value, k) => Math.round(value + share * (to[k] - value)));
  return `rgb(${mix.join(", ")})`;
};

const axis = {
  showline: true,
  linecolor: "#808080",
  linewidth: 1,
  ticks: "outside",
  tickcolor: "#808080",
  ticklen: 5,
  gridcolor: "rgba(128, 128, 128, 0.18)",
  zeroline: false,
  automargin: true,
} as const;

/** Ground and letters keep Plotly's white and dark grey, unless a front end has a theme of its own. */
const base = {
  width: 700,
  height: 420,
  font: { family: "Helvetica, Arial, sans-serif", size: 14 },
  margin: { l: 76, r: 24, t: 48, b: 64 },
  hovermode: "closest",
  showlegend: true,
} as const;

/** Legends stand in a row above the frame, where they cover nothing. */
const legend = {
  orientation: "h",
  x: 0,
  xanchor: "left",
  y: 1.02,
  yanchor: "bottom",
  bgcolor: "rgba(255,255,255,0)",
} as const;

/** A layout that has its axes. */
export type Themed = Partial<Layout> & Required<Pick<Layout, "xaxis" | "yaxis">>;

/** A layout with this library's choices wherever it says nothing; axes of any number. `data` are the traces that the legend names. */
export const themed = (layout: Partial<Layout>, data: readonly Data[] = []): Themed => {
  const given = layout as Record<string, unknown>;
  const names = new Set(["xaxis", "yaxis", ...Object.keys(given).filter((key) => /^[xy]axis\d*$/.test(key))]);
  const axes = Object.fromEntries(
    [...names].map((name) => [name, { ...axis, ...(given[name] as object | undefined) }]),
  );
  const { l, r } = { ...base.margin, ...layout.margin };
  const { title, height: t } = heading(layout, data, (layout.width ?? base.width) - l - r);
  const margin = { ...base.margin, ...(t && { t }), ...layout.margin };
  const above = { legend: { ...legend, ...layout.legend }, ...(title && { title }), margin };
  return { ...base, ...layout, ...above, ...axes } as unknown as Themed;
};

/** An axis title: what it is and, in brackets, its unit. */
export const label = (quantity: string, unit: string | undefined): { title: { text: string } } => ({
  title: { text: unit ? `${quantity}  [${unit}]` : quantity },
});
