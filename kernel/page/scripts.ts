/** The scripts of a page, and the policy that lets these run and no others. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { themedLayoutText } from "../../extension/src/themed-layout.js";
import { plotlyBundle } from "../figures/bundle.js";
import { drawFigures } from "./live-figures.js";
import { dresser } from "./live-layout.js";

const live = `{
  const night = matchMedia("(prefers-color-scheme: dark)");
  (${drawFigures})(Plotly, (${dresser})(Plotly, ${themedLayoutText()}, night), night);
}`;

/** Plotly and what draws with it, for a page with figures. */
export const scriptsFor = (body: string): string[] =>
  body.includes('<figure class="plotly">') ? [readFileSync(plotlyBundle(), "utf8").trim(), live] : [];

const hash = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** Nothing is loaded from anywhere; of scripts only these run. */
export const policyFor = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(" ") || "'none'"}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
