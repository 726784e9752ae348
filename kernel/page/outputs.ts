/** Outputs of a cell → HTML: of each bundle the richest form that a page can show. */

import { escapeHtml } from "../display/escape-html.js";
import type { MimeData, Output } from "../notebook/format.js";
import { ansiHtml } from "./ansi.js";
import { base64 } from "./base64.js";
import { derivationHtml, derivationMime, isDerivation } from "./derivation.js";
import { figureHtml, plotlyMime } from "./figure.js";
import type { RenderMarkdown } from "./markdown.js";
import { type Typesetter, typesetOutput } from "./math.js";
import { sanitise } from "./sanitise.js";

export interface Means {
  readonly typeset: Typesetter;
  readonly markdown: RenderMarkdown;
}
type Metadata = Record<string, unknown>;

const size = (metadata: Metadata, mime: string): { width?: number; height?: number } => {
  const { width, height } = (metadata[mime] ?? {}) as Record<string, unknown>;
  return { ...(typeof width === "number" && { width }), ...(typeof height === "number" && { height }) };
};

const image = (mime: string, data: string, metadata: Metadata): string => {
  const attributes = Object.entries(size(metadata, mime)).map(([name, value]) => ` ${name}="${value}"`);
  return `<img src="data:${mime};base64,${data}" alt="Output"${attributes.join("")}>`;
};

const pre = (text: string, kind: string): string => `<pre class="${kind}" tabindex="0">${ansiHtml(text)}</pre>`;

/** Forms by preference, as JupyterLab ranks them. */
const forms: readonly (readonly [
  string,
  (data: MimeData, mime: string, means: Means, metadata: Metadata) => string,
])[] = [
  [
    plotlyMime,
    (data, mime, _, metadata) => {
      const png = typeof data["image/png"] === "string" ? data["image/png"] : undefined;
      return figureHtml(data[mime], { png, ...size(metadata, "image/png") });
    },
  ],
  [derivationMime, (data, mime, { typeset }) => derivationHtml(data[mime], typeset)],
  ["text/html", (data, mime) => `<div class="html">${sanitise(String(data[mime]))}</div>`],
  ["text/markdown", (data, mime, { markdown }) => markdown(String(data[mime]))],
  [
    "text/latex",
    (data, mime, { typeset }) => `<div class="formula">${typesetOutput(typeset, String(data[mime]))}</div>`,
  ],
  // An image element runs no scripts of an SVG.
  [
    "image/svg+xml",
    (data, mime, _, metadata) => image(mime, Buffer.from(String(data[mime])).toString("base64"), metadata),
  ],
  ...["image/png", "image/jpeg", "image/gif", "image/webp"].map(
    (type) =>
      [
        type,
        (data: MimeData, mime: string, _: Means, metadata: Metadata) => image(mime, base64(data[mime]), metadata),
      ] as const,
  ),
  ["text/plain", (data, mime) => pre(String(data[mime]), "plain")],
  ["application/json", (data, mime) => pre(JSON.stringify(data[mime], null, 2), "plain")],
];

const isFigure = (value: unknown): boolean => Array.isArray((value as { data?: unknown } | null)?.data);

/** What a form must hold to be shown. */
const required: Readonly<Record<string, (value: unknown) => boolean>> = {
  [plotlyMime]: isFigure,
  [derivationMime]: isDerivation,
};

const bundleHtml = (data: MimeData, metadata: Metadata, means: Means): string => {
  const form = forms.find(([mime]) => data[mime] !== undefined && (required[mime]?.(data[mime]) ?? true));
  return form ? form[1](data, form[0], means, metadata) : "";
};

const traceback = (output: { ename: string; evalue: string; traceback: readonly string[] }): string =>
  pre(output.traceback.length > 0 ? output.traceback.join("\n") : `${output.ename}: ${output.evalue}`, "error");

/** Pieces of one stream in a row are one text. */
const joined = (outputs: readonly Output[]): Output[] => {
  const all: Output[] = [];
  for (const output of outputs) {
    const last = all[all.length - 1];
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      all[all.length - 1] = { ...last, text: last.text + output.text };
    } else all.push(output);
  }
  return all;
};

const outputHtml = (output: Output, means: Means): string => {
  switch (output.output_type) {
    case "stream":
      return pre(output.text.replace(/\n$/, ""), `stream ${escapeHtml(output.name)}`);
    case "error":
      return traceback(output);
    default:
      return bundleHtml(output.data, output.metadata, means);
  }
};

export const outputsHtml = (outputs: readonly Output[], means: Means): string =>
  joined(outputs)
    .map((output) => outputHtml(output, means))
    .filter((html) => html !== "")
    .map((html) => `<div class="output">${html}</div>`)
    .join("\n");
