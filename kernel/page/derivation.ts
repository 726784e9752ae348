/** A derivation of an output → HTML that stands still: each step with formula and badges, the rest under a summary. */

import { certificateText } from "../../src/symbolic/show/certificate-text.js";
import { escapeHtml } from "../display/escape-html.js";
import { type Badge, badges } from "./derivation-badges.js";
import { asDerivation, type Formula, type Step } from "./derivation-form.js";
import type { Typesetter } from "./math.js";

export const derivationMime = "application/vnd.liouville.derivation.v1+json";

/** Whether the value can be shown; what cannot leaves the place to the other forms of its bundle. */
export const isDerivation = (value: unknown): boolean => {
  try {
    return asDerivation(value).steps.length > 0;
  } catch {
    return false;
  }
};

const signs: Readonly<Record<Badge["shape"], readonly [solid: string, hollow: string]>> = {
  square: ["■", "□"],
  circle: ["●", "○"],
  triangle: ["▲", "△"],
  bar: ["▬", "▭"],
  cross: ["✖", "✕"],
};

const badgeHtml = ({ shape, state, label, sentence }: Badge): string =>
  `<span class="badge ${state}" role="img" aria-label="${escapeHtml(sentence)}" title="${escapeHtml(sentence)}"><i>${signs[shape][state === "open" ? 1 : 0]}</i> ${escapeHtml(label)}</span>`;

const captioned = (caption: string, each: Formula | undefined, typeset: Typesetter): string =>
  each ? `<p class="caption">${caption}</p>${typeset(each.tex, true)}` : "";

const details = (step: Step, typeset: Typesetter): string => {
  const lines = [step.reason, ...step.certificates.map(certificateText)].filter((line) => line !== "");
  const parts = [
    captioned("as printed", step.printed, typeset),
    captioned("corrected", step.corrected, typeset),
    ...step.substeps.map((each) => captioned(escapeHtml(each.rule), each, typeset)),
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
  ];
  const inside = parts.join("");
  return inside === "" ? "" : `<details><summary>details</summary>${inside}</details>`;
};

const stepHtml = (step: Step, typeset: Typesetter): string => {
  const from = step.from.length > 0 ? ` <span class="quiet">from ${escapeHtml(step.from.join(", "))}</span>` : "";
  const { tex } = step.corrected ?? step;
  return [
    `<li><p><b>${escapeHtml(step.id)}</b> ${escapeHtml(step.rule)}${from}</p>${typeset(tex, true)}`,
    ...step.hypotheses.map((each) => `<p class="supposed">supposed: ${escapeHtml(each)}</p>`),
    `<p>${badges(step).map(badgeHtml).join(" ")}</p>${details(step, typeset)}</li>`,
  ].join("");
};

/** @throws TypeError, RangeError when the value is no derivation; see `isDerivation`. */
export const derivationHtml = (value: unknown, typeset: Typesetter): string => {
  const { title, steps } = asDerivation(value);
  const column = steps.map((step) => stepHtml(step, typeset)).join("\n");
  return `<div class="derivation"><p><b>${escapeHtml(title)}</b></p><ol>${column}</ol></div>`;
};
