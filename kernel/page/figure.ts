/** A Plotly figure in a page: its data, and a still image for print, for readers without scripts, and until it is drawn. */

import { escapeHtml, scriptJson } from "./escape.js";

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
  return words.replace(/<[^>]*>/g, "") || "Figure";
};

/** The size of a PNG of twice its figure's, from its header. */
const halved = (png: string): { width: number; height: number } => {
  const header = Buffer.from(png.slice(0, 44), "base64");
  return { width: Math.round(header.readUInt32BE(16) / 2), height: Math.round(header.readUInt32BE(20) / 2) };
};

const still = ({ png, ...size }: Picture, alt: string): string => {
  if (png === undefined) return "";
  const { width, height } = size.width && size.height ? size : halved(png);
  return `<img src="data:image/png;base64,${png.replace(/\s/g, "")}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;
};

/** `value` is the MIME value `{data, layout}`. */
export const figureHtml = (value: unknown, picture: Picture): string => {
  const { layout = {} } = value as { layout?: Record<string, unknown> };
  const data = `<script type="application/json">${scriptJson(value)}</script>`;
  return `<figure class="plotly">${still(picture, alternative(layout))}${data}</figure>`;
};
