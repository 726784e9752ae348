/** A progress bar in HTML and in text. */

import { escapeHtml } from "../display/escape-html.js";
import type { MimeBundle } from "../display/mime-bundle.js";
import { fractionOf, type Status, words } from "./status.js";

const width = 24;
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

const textBar = (fraction: number): string => {
  const cells = Math.round(fraction * width * 8);
  const full = "█".repeat(Math.floor(cells / 8)) + eighths[cells % 8];
  return `▕${full.padEnd(width)}▏`;
};

/** Colours of the front end's theme, light or dark. */
const colours: Readonly<Record<Status["phase"], string>> = {
  running: "var(--jp-brand-color1, #1976d2)",
  done: "var(--jp-success-color1, #388e3c)",
  stopped: "var(--jp-warn-color1, #f57c00)",
  interrupted: "var(--jp-warn-color1, #f57c00)",
};

const htmlBar = (status: Status): string => {
  const fraction = fractionOf(status) ?? (status.phase === "running" ? undefined : 1);
  const value = fraction === undefined ? "" : ` value="${fraction.toFixed(4)}"`;
  return `<progress max="1"${value} style="width: 16em; height: 0.8em; vertical-align: middle; accent-color: ${colours[status.phase]}"></progress>`;
};

/** The forms of a bar in the given state. */
export const pictureOf = (status: Status): MimeBundle => {
  const fraction = fractionOf(status);
  const label = status.label === "" ? [] : [status.label];
  const text = [...label, ...(fraction === undefined ? [] : [textBar(fraction)]), words(status)].join(" ");
  const html = [...label.map(escapeHtml), htmlBar(status), `<small>${escapeHtml(words(status))}</small>`].join(" ");
  return {
    data: {
      "text/html": `<div style="font-family: var(--jp-ui-font-family, sans-serif); font-variant-numeric: tabular-nums">${html}</div>`,
      "text/plain": text,
    },
    metadata: {},
  };
};
