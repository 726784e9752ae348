/** An executed notebook as one HTML page that needs nothing else: formulas typeset, code coloured, figures live, all of it offline. */

import { escapeHtml } from "../display/escape-html.js";
import type { Notebook } from "../notebook/format.js";
import { cellHtml } from "./cells.js";
import { markdownRenderer } from "./markdown.js";
import { typesetter } from "./math.js";
import { mathStyle } from "./math-style.js";
import { policyFor, scriptsFor } from "./scripts.js";
import { pageStyle } from "./style.js";

/** The first heading of the first order, as plain text. */
const headingOf = ({ cells }: Notebook): string | undefined => {
  for (const { cell_type, source } of cells) {
    const heading = cell_type === "markdown" ? /^#\s+(.+?)\s*#*$/m.exec(source)?.[1] : undefined;
    if (heading !== undefined) return heading.replace(/<[^>]*>|[*_`$\\]/g, "");
  }
  return undefined;
};

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const languageOf = ({ metadata }: Notebook): string => {
  const info = (metadata.language_info ?? {}) as Record<string, unknown>;
  const spec = (metadata.kernelspec ?? {}) as Record<string, unknown>;
  return text(info.name) ?? text(spec.language) ?? "typescript";
};

/** What a notebook holds is treated as foreign: nothing in it runs in the page but Plotly's reading of its figures. */
export const pageOf = (notebook: Notebook, options: { title?: string } = {}): string => {
  const typeset = typesetter();
  const means = { typeset, markdown: markdownRenderer(typeset) };
  const language = languageOf(notebook);
  const body = notebook.cells.map((cell) => cellHtml(cell, language, means)).join("\n");
  const scripts = scriptsFor(body);
  const title = options.title ?? text(notebook.metadata.title) ?? headingOf(notebook) ?? "Notebook";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policyFor(scripts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="liouville">
<title>${escapeHtml(title)}</title>
<style>${mathStyle(body)}</style>
<style>${pageStyle}</style>
</head>
<body>
<main>
${body}
</main>
${scripts.map((script) => `<script>${script}</script>`).join("\n")}
</body>
</html>
`;
};
