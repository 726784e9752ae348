/** A Plotly figure in a page: its data, and a still image for print, for readers without scripts, and until it is drawn. */

import { escapeHtml } from "../display/escape-html.js";
import { base64 } from "./base64.js";
import { pngSize } from "./png-size.js";
import { scriptJson } from "./script-json.js";

export const plotlyMime = "application/vnd.plotly.v1+json";

export interface Picture {
  readonly png: string | undefined;
  /** In CSS pixels, where known. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

const textOf = (title: unknown): string => {
  if (typeof title === "string") return title;
  const { text } = (title ?? {}) as { text?: unknown };
  return typeof text === "string" ? text : "";
};

/** Words for those who do not see the figure: its title, or its axes. */
const alternative = (layout: Record<string, unknown>): string => {
  const axis = (name: string): string => textOf((layout[name] as { title?: unknown } | undefined)?.title);
  const words = textOf(layout.title) || [axis("yaxis"), axis("xaxis")].filter(Boolean).join(" against ");
  return words.replace(/<[^<>]*>/g, "") || "Figure";
};

/** Width and height as told, or half of the PNG's, which has twice the pixels of its figure. */
const sizeOf = (png: string, { width, height }: Omit<Picture, "png">): string => {
  const pixels = pngSize(png);
  const told = width && height ? { width, height } : pixels && { width: pixels.width / 2, height: pixels.height / 2 };
  return told ? ` width="${Math.round(told.width)}" height="${Math.round(told.height)}"` : "";
};

const still = ({ png, ...size }: Picture, alt: string): string => {
  if (png === undefined) return "";
  const data = base64(png);
  return `<img src="data:image/png;base64,${data}" alt="${escapeHtml(alt)}"${sizeOf(data, size)}>`;
};

/** `value` is the MIME value `{data, layout}`. */
export const figureHtml = (value: unknown, picture: Picture): string => {
  const { layout } = value as { layout?: Record<string, unknown> | null };
  const data = `<script type="application/json">${scriptJson(value)}</script>`;
  return `<figure class="plotly">${still(picture, alternative(layout ?? {}))}${data}</figure>`;
};
