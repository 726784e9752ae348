/** The scripts of a page, and the policy that lets these run and no others. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { themedLayout } from "../../extension/src/themed-layout.js";
import { plotlyBundle } from "../figures/bundle.js";
import { drawFigures } from "./live-figures.js";

/** Traces that compile their shaders' arguments as they are drawn. */
const compiling = /"type":\s*"(scattergl|scatterpolargl|splom|parcoords)"/;

/** Plotly and what draws with it, for a page with figures. */
export const scriptsFor = (body: string): string[] =>
  body.includes('<figure class="plotly">')
    ? [readFileSync(plotlyBundle(), "utf8").trim(), `(${drawFigures})(Plotly, ${themedLayout});`]
    : [];

const hash = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** Nothing is loaded from anywhere; of scripts only these run. */
export const policyFor = (scripts: readonly string[], body: string): string => {
  const sources = [...scripts.map(hash), ...(compiling.test(body) ? ["'unsafe-eval'"] : [])];
  return [
    "default-src 'none'",
    `script-src ${sources.join(" ") || "'none'"}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
};
