/** One step of a derivation as elements: its rule, its formula, its badges, and what opens below. */

import { type Badge, badges } from "../../kernel/page/derivation-badges.js";
import type { Formula, Step } from "../../kernel/page/derivation-form.js";
import { certificateText } from "../../src/symbolic/show/certificate-text.js";
import { html, svg } from "./element.js";

/** Typesets what an element holds between \[ and \]. */
export type Typeset = (element: HTMLElement) => void;

const outlines: Readonly<Record<Badge["shape"], string>> = {
  square: "M2.5,2.5h9v9h-9z",
  circle: "M7,2a5,5 0 1,1 0,10a5,5 0 1,1 0,-10z",
  triangle: "M7,2L12.5,12h-11z",
  bar: "M2,5.5h10v3h-10z",
  cross: "M3.5,2L7,5.5L10.5,2L12,3.5L8.5,7L12,10.5L10.5,12L7,8.5L3.5,12L2,10.5L5.5,7L2,3.5z",
};

const badge = ({ shape, state, label, sentence }: Badge): HTMLElement =>
  html(
    "span",
    { class: `liouville-badge mod-${state}`, role: "img", "aria-label": sentence, title: sentence },
    svg("svg", { viewBox: "0 0 14 14", "aria-hidden": "true" }, svg("path", { d: outlines[shape] })),
    label,
  );

/** The formula, with the notation for readers of the screen; it stands as text until it is typeset. */
const formula = ({ tex, text }: Formula, name = "liouville-formula"): HTMLElement =>
  html("div", { class: name, title: text }, `\\[${tex}\\]`);

const captioned = (caption: string, each: Formula | undefined): HTMLElement | undefined =>
  each && html("div", { class: "liouville-side" }, html("span", { class: "liouville-quiet" }, caption), formula(each));

const comparison = ({ printed, corrected }: Step): HTMLElement | undefined =>
  printed || corrected
    ? html("div", { class: "liouville-sides" }, captioned("as printed", printed), captioned("corrected", corrected))
    : undefined;

const substeps = ({ substeps }: Step): HTMLElement | undefined =>
  substeps.length === 0
    ? undefined
    : html(
        "ol",
        { class: "liouville-substeps" },
        ...substeps.map((each) => html("li", {}, html("span", { class: "liouville-quiet" }, each.rule), formula(each))),
      );

const lines = (step: Step): readonly string[] => [
  ...(step.reason === "" ? [] : [step.reason]),
  ...step.certificates.map(certificateText),
  ...(step.kind === "identity" && step.certificates.length === 0 ? ["Neither replayed nor evaluated yet."] : []),
];

const details = (step: Step): HTMLElement =>
  html(
    "div",
    { class: "liouville-details" },
    comparison(step),
    substeps(step),
    ...lines(step).map((line) => html("p", {}, line)),
    html("p", { class: "liouville-notation" }, html("code", {}, (step.corrected ?? step).text)),
  );

export interface ShownStep {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  open(is: boolean): void;
}

const source = (step: Step, go: (id: string) => void): HTMLElement | undefined => {
  if (step.from.length === 0) return undefined;
  const links = step.from.map((id) => {
    const link = html("button", { class: "liouville-link", type: "button", tabindex: "-1" }, id);
    link.addEventListener("click", () => go(id));
    return link;
  });
  return html("span", { class: "liouville-quiet" }, "from ", ...links);
};

/** What is below is made, and typeset, when it is first opened. */
export const shownStep = (step: Step, typeset: Typeset, go: (id: string) => void): ShownStep => {
  const attributes = { class: "liouville-open", type: "button", tabindex: "-1", "aria-expanded": "false" };
  const button = html("button", attributes, html("b", {}, step.id), " ", html("span", {}, step.rule));
  const element = html(
    "li",
    { class: "liouville-step", "data-verdict": step.verdict },
    html("div", { class: "liouville-head" }, button, source(step, go)),
    formula(step.corrected ?? step),
    ...step.hypotheses.map((each) => html("div", { class: "liouville-supposed" }, `supposed: ${each}`)),
    html("div", { class: "liouville-badges" }, ...badges(step).map(badge)),
  );
  let below: HTMLElement | undefined;
  const open = (is: boolean): void => {
    button.setAttribute("aria-expanded", String(is));
    if (is && !below) {
      below = details(step);
      element.append(below);
      typeset(below);
    }
    if (below) below.hidden = !is;
  };
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
  return { element, button, open };
};
