/** Title, legend and frame, one below the other: how much room the first two take above the third. */

import type { Data, Layout } from "plotly.js";

/** In pixels, of letters of 14: what a letter takes on the average, what stands beside a name, and the height of a row. */
const letter = 7.4;
const mark = 46;
const row = 21;

/** Above the title, and from the last row of the legend to the frame. */
const clear = 37;
const titleRow = 20;

const plain = (text: string): string => text.replace(/<[^>]*>/g, "");

/** Rows of a legend of this width; where one is not enough, Plotly makes all columns as wide as the longest name. */
const rowsOf = (names: readonly string[], width: number): number => {
  const widths = names.map((name) => mark + letter * plain(name).length);
  const sum = widths.reduce((a, b) => a + b, 0);
  if (sum <= width) return Math.min(names.length, 1);
  return Math.ceil(names.length / Math.max(1, Math.floor(width / Math.max(...widths))));
};

/** The title of a layout, at the top left, with the height that the margin above the frame then needs. Nothing without a title. */
export const heading = (
  { title, showlegend }: Partial<Layout>,
  data: readonly Data[],
  width: number,
): { readonly title?: object; readonly height?: number } => {
  const given = typeof title === "string" ? { text: title } : title;
  if (!given?.text) return {};
  const shown = data.filter((trace) => (trace as { showlegend?: boolean }).showlegend !== false);
  const names = showlegend === false ? [] : shown.map(({ name }, i) => name ?? `trace ${i}`);
  const lines = given.text.split(/<br\s*\/?>/).length;
  const place = { x: 0, xref: "paper", y: 1, yref: "container", yanchor: "top", pad: { t: 16 }, font: { size: 16 } };
  return { title: { ...place, ...given }, height: clear + titleRow * lines + row * rowsOf(names, width) };
};
