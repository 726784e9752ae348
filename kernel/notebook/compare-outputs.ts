/** Compares the outputs of a cell with stored ones: what a reader sees, not how it is packed. */

import { jsonDifference } from "./compare-json.js";
import type { Tolerance } from "./compare-numbers.js";
import { sameText } from "./compare-text.js";
import { type ErrorOutput, isJsonMime, type MimeData, type Output, type Stream } from "./format.js";

/** What a difference is about, and both sides as text. */
export interface OutputDifference {
  readonly what: string;
  readonly stored: string;
  readonly found: string;
}

/** Pictures depend on fonts, and the ids of widgets are drawn afresh each time. */
const isIgnored = (mime: string): boolean =>
  mime.startsWith("image/") || mime.startsWith("application/vnd.jupyter.widget-");

const streamText = (outputs: readonly Output[], name: Stream["name"]): string =>
  outputs.map((output) => (output.output_type === "stream" && output.name === name ? output.text : "")).join("");

const compareTexts = (what: string, stored: string, found: string, tolerance: Tolerance): OutputDifference[] =>
  sameText(stored, found, tolerance) ? [] : [{ what, stored, found }];

const compareJson = (what: string, stored: unknown, found: unknown, tolerance: Tolerance): OutputDifference[] => {
  const difference = jsonDifference(stored, found, tolerance);
  return difference === undefined ? [] : [{ what: `${what} at ${difference}`, stored: "", found: "" }];
};

const compareData = (what: string, stored: MimeData, found: MimeData, tolerance: Tolerance): OutputDifference[] => {
  const mimes = new Set([...Object.keys(stored), ...Object.keys(found)].filter((mime) => !isIgnored(mime)));
  return [...mimes].flatMap((mime) => {
    const name = `${what}, ${mime}`;
    if (!(mime in found)) return [{ what: `${name} is missing`, stored: "", found: "" }];
    if (!(mime in stored)) return [{ what: `${name} is new`, stored: "", found: "" }];
    if (isJsonMime(mime)) return compareJson(name, stored[mime], found[mime], tolerance);
    return compareTexts(name, String(stored[mime]), String(found[mime]), tolerance);
  });
};

type Shown = Exclude<Output, Stream>;

const compareShown = (i: number, stored: Shown, found: Shown, tolerance: Tolerance): OutputDifference[] => {
  const what = `output ${i + 1}`;
  if (stored.output_type === "error" && found.output_type === "error") {
    const text = (e: ErrorOutput) => `${e.ename}: ${e.evalue}`;
    return compareTexts(`${what}, error`, text(stored), text(found), tolerance);
  }
  if (stored.output_type === "error" || found.output_type === "error" || stored.output_type !== found.output_type) {
    return [{ what, stored: stored.output_type, found: found.output_type }];
  }
  return compareData(what, stored.data, found.data, tolerance);
};

const isShown = (output: Output): output is Shown => output.output_type !== "stream";

/** All differences between stored and found outputs. How streams are cut into pieces, or mixed with each other, is none. */
export const compareOutputs = (
  stored: readonly Output[],
  found: readonly Output[],
  tolerance: Tolerance,
): OutputDifference[] => {
  const streams = (["stdout", "stderr"] as const).flatMap((name) =>
    compareTexts(name, streamText(stored, name), streamText(found, name), tolerance),
  );
  const [was, is] = [stored.filter(isShown), found.filter(isShown)];
  const counts =
    was.length === is.length
      ? []
      : [{ what: "number of outputs", stored: String(was.length), found: String(is.length) }];
  const paired = was.slice(0, is.length).flatMap((output, i) => compareShown(i, output, is[i], tolerance));
  return [...streams, ...counts, ...paired];
};
