/** A derivation that is walked through: a column of steps beside the graph of what follows from what. */

import type { Derivation, Step } from "../../kernel/page/derivation-form.js";
import { graph } from "./derivation-graph.js";
import { type ShownStep, shownStep, type Typeset } from "./derivation-step.js";
import { html } from "./element.js";

const tally = (steps: readonly Step[]): string => {
  const counts = new Map<string, number>();
  for (const { verdict } of steps) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, n]) => `${n} ${verdict}`).join(" · ");
};

const button = (label: string, sign: string, press: () => void): HTMLButtonElement => {
  const made = html("button", { type: "button", class: "liouville-move", "aria-label": label, title: label }, sign);
  made.addEventListener("click", press);
  return made;
};

/** Where a key leads from a step. */
const moves: Readonly<Record<string, (k: number, n: number) => number>> = {
  ArrowDown: (k, n) => Math.min(k + 1, n - 1),
  ArrowUp: (k) => Math.max(k - 1, 0),
  Home: () => 0,
  End: (_, n) => n - 1,
};

const onKeys = (list: HTMLElement, shown: readonly ShownStep[], current: () => number, go: (k: number) => void): void =>
  list.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    const move = moves[key];
    if (altKey || ctrlKey || metaKey || (!move && key !== "ArrowRight" && key !== "ArrowLeft")) return;
    event.preventDefault();
    if (move) go(move(current(), shown.length));
    else shown[current()]?.open(key === "ArrowRight");
  });

/** Beside the list, the graph stands level with the step: the outputs of JupyterLab scroll by themselves, so nothing sticks in them. */
const level = (beside: HTMLElement, list: HTMLElement, step: HTMLElement): void => {
  const room = list.offsetHeight - beside.offsetHeight;
  const top = Math.max(0, Math.min(step.offsetTop - list.offsetTop - 40, room));
  beside.style.transform = getComputedStyle(beside).float === "right" ? `translateY(${top}px)` : "";
};

/** Keys: arrows up and down, Home and End move, Enter or the arrows right and left open and close. JupyterLab's own shortcuts are held off. */
export const stepper = ({ title, steps }: Derivation, typeset: Typeset): HTMLElement => {
  let current = 0;
  const count = html("span", { class: "liouville-count", "aria-live": "polite" });
  const select = (k: number, scroll: boolean): void => {
    current = k;
    count.textContent = `${k + 1} of ${steps.length}`;
    for (const [n, { element, button }] of shown.entries()) {
      element.classList.toggle("mod-current", n === k);
      button.tabIndex = n === k ? 0 : -1;
    }
    map.mark(k);
    if (shown[k]) level(beside, list, shown[k].element);
    if (!scroll) return;
    shown[k]?.button.focus({ preventScroll: true });
    shown[k]?.element.scrollIntoView({ block: "nearest" });
  };
  const go = (k: number): void => {
    if (k >= 0 && k < steps.length) select(k, true);
  };
  const shown = steps.map((step) => shownStep(step, typeset, (id) => go(steps.findIndex((each) => each.id === id))));
  const map = graph(steps, go);
  const beside = html("div", { class: "liouville-graph" }, map.element);
  const list = html("ol", { class: "liouville-steps" }, ...shown.map(({ element }) => element));
  for (const [k, { element }] of shown.entries())
    element.addEventListener("focusin", () => k !== current && select(k, false));
  onKeys(list, shown, () => current, go);
  const tools = html(
    "div",
    { class: "liouville-tools" },
    html("strong", {}, title),
    html("span", { class: "liouville-quiet" }, tally(steps)),
    button("Previous step", "↑", () => go(current - 1)),
    count,
    button("Next step", "↓", () => go(current + 1)),
  );
  const attributes = {
    class: "liouville-stepper",
    role: "group",
    "aria-label": title,
    "data-lm-suppress-shortcuts": "true",
  };
  select(0, false);
  return html("div", attributes, tools, beside, list);
};
