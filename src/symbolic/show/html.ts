import { badgeTexts } from "./badge-text.js";
import type { DerivationForm, DerivationStep, ShownFormula } from "./form.js";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Between delimiters that MathJax looks for in HTML; the notation is the tooltip. */
const display = ({ tex, text }: ShownFormula): string => `<div title="${escaped(text)}">$$${escaped(tex)}$$</div>`;

const badge = (text: string): string =>
  `<span style="display:inline-block;border:1px solid;border-radius:8px;padding:0 8px;margin-right:6px;font-size:85%">${escaped(text)}</span>`;

const compared = ({ printed, corrected }: DerivationStep): string =>
  [
    ["as printed", printed],
    ["corrected", corrected],
  ]
    .map(([name, each]) => (each ? `<div>${name as string}</div>${display(each as ShownFormula)}` : ""))
    .join("");

const between = ({ substeps = [] }: DerivationStep): string =>
  substeps.map((each) => `<div>${escaped(each.rule)}</div>${display(each)}`).join("");

const source = ({ from }: DerivationStep): string => (from.length > 0 ? ` from ${escaped(from.join(", "))}` : "");

const row = (step: DerivationStep): string => {
  const more = `${compared(step)}${step.reason ? `<div>${escaped(step.reason)}</div>` : ""}${between(step)}`;
  return [
    `<li><div><b>${escaped(step.id)}</b> ${escaped(step.rule)}${source(step)}</div>${display(step)}`,
    `<div>${badgeTexts(step).map(badge).join("")}</div>`,
    ...step.hypotheses.map((each) => `<div><i>supposed: ${escaped(each)}</i></div>`),
    more === "" ? "</li>" : `<details><summary>details</summary>${more}</details></li>`,
  ].join("");
};

/** A derivation as static HTML, for a page that knows no more than that. */
export const htmlColumn = ({ title, steps }: DerivationForm): string =>
  `<div><p><b>${escaped(title)}</b></p><ol style="list-style:none;padding:0">${steps.map(row).join("")}</ol></div>`;
