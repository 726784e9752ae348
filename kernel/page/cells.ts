/** Cells of a notebook → HTML. */

import { escapeHtml } from "../display/escape-html.js";
import { type Cell, type CodeCell, type TextCell, tagsOf } from "../notebook/format.js";
import { highlight } from "./highlight.js";
import { type Means, outputsHtml } from "./outputs.js";

/** Is a part of a cell left out (`remove-input`), folded (`hide-input`, JupyterLab's own folding), or shown? */
const showing = (cell: Cell, part: "input" | "output" | "cell"): "gone" | "folded" | "shown" => {
  const tags = tagsOf(cell);
  const folds = (cell.metadata.jupyter ?? {}) as Record<string, unknown>;
  const folded = part === "input" ? folds.source_hidden : part === "output" ? folds.outputs_hidden : false;
  if (tags.includes(`remove-${part}`) || tags.includes(`remove_${part}`)) return "gone";
  return folded === true || tags.includes(`hide-${part}`) ? "folded" : "shown";
};

const shown = (html: string, how: "gone" | "folded" | "shown", title: string): string => {
  if (html === "" || how === "gone") return "";
  return how === "folded" ? `<details><summary>${title}</summary>${html}</details>` : html;
};

const inputHtml = ({ source, execution_count }: CodeCell, language: string): string => {
  if (source.trim() === "") return "";
  const number =
    execution_count === null
      ? ""
      : `<span class="number" aria-label="cell ${execution_count}">${execution_count}</span>`;
  return `<div class="input">${number}<pre tabindex="0"><code>${highlight(source, language)}</code></pre></div>`;
};

const captioned = (cell: CodeCell, outputs: string, { markdown }: Means): string => {
  const { caption } = cell.metadata;
  return typeof caption !== "string" || outputs === ""
    ? outputs
    : `${outputs}<div class="caption">${markdown(caption)}</div>`;
};

const codeHtml = (cell: CodeCell, language: string, means: Means): string => {
  const outputs = captioned(cell, outputsHtml(cell.outputs, means), means);
  const input = shown(inputHtml(cell, language), showing(cell, "input"), "Code");
  const output = shown(outputs && `<div class="outputs">${outputs}</div>`, showing(cell, "output"), "Output");
  return input + output && `<section class="code">${input}${output}</section>`;
};

const textHtml = (cell: TextCell, { markdown }: Means): string => {
  if (cell.cell_type === "raw") return `<pre class="raw">${escapeHtml(cell.source)}</pre>`;
  return `<section class="text">${markdown(cell.source, cell.attachments)}</section>`;
};

/** `language` is that of the code cells. */
export const cellHtml = (cell: Cell, language: string, means: Means): string => {
  if (showing(cell, "cell") === "gone") return "";
  const html = cell.cell_type === "code" ? codeHtml(cell, language, means) : textHtml(cell, means);
  return shown(html, showing(cell, "cell"), "Cell");
};
