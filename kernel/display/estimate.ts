/** Estimates, and records of them, as mean(error). */

import { escapeHtml } from "./escape-html.js";
import { estimateText, type Uncertain } from "./estimate-text.js";
import { bundle, type MimeBundle } from "./mime-bundle.js";
import { numberText } from "./number-text.js";
import { isPlainRecord } from "./plain-record.js";

/** A mean with its standard error, as the library's `Estimate`. */
interface EstimateShape extends Uncertain {
  readonly samples: number;
  /** The integrated autocorrelation time, in the unit of the spacing of the samples, which is a time for a trajectory. */
  readonly tau: number;
}

const names = ["mean", "error", "samples", "tau"] as const;

/** Whether a value has the four numbers of an estimate; an error is never negative. */
export const isEstimate = (value: unknown): value is EstimateShape =>
  typeof value === "object" &&
  value !== null &&
  names.every((name) => typeof (value as EstimateShape)[name] === "number") &&
  !((value as EstimateShape).error < 0);

/** mean(error), in an estimate's own words when it has any, so that it reads alike by itself and in a table. */
export const estimateLabel = (value: EstimateShape): string =>
  Object.hasOwn(value, "toString") ? String(value) : estimateText(value);

const isShort = (value: unknown): value is number | string | boolean | null | EstimateShape =>
  value === null || ["number", "string", "boolean"].includes(typeof value) || isEstimate(value);

const shortText = (value: unknown): string =>
  isEstimate(value) ? estimateLabel(value) : typeof value === "number" ? numberText(value) : String(value);

const fromSamples = (value: unknown): string =>
  isEstimate(value) ? `${numberText(value.samples)} samples, τ = ${numberText(value.tau, 3)}` : "";

/** A record that holds estimates beside numbers and words: one row a name, the values aligned. */
function recordOfEstimates(value: object): MimeBundle | undefined {
  if (Object.keys(value).length > 200) return undefined;
  const rows = Object.entries(value);
  if (!rows.some(([, item]) => isEstimate(item)) || !rows.every(([, item]) => isShort(item))) {
    return undefined;
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  const html = rows.map(
    ([name, item]) =>
      `<tr><th style="text-align:left">${escapeHtml(name)}</th><td>${escapeHtml(shortText(item))}</td><td>${fromSamples(item)}</td></tr>`,
  );
  return bundle({
    "text/html": `<table class="dataframe"><tbody>${html.join("")}</tbody></table>`,
    "text/plain": rows.map(([name, item]) => `${name.padEnd(width)}  ${shortText(item)}`).join("\n"),
  });
}

/** The bundle of an estimate or a plain record of estimates; undefined for other values. */
export function estimateBundle(value: object): MimeBundle | undefined {
  if (isEstimate(value)) return bundle({ "text/plain": estimateText(value) });
  return isPlainRecord(value) ? recordOfEstimates(value) : undefined;
}
