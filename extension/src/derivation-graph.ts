/** The graph of what follows from what, as an SVG whose nodes lead to the steps. */

import type { Step } from "../../kernel/page/derivation-form.js";
import { arrows, layers, type Placed } from "./derivation-layers.js";
import { svg } from "./element.js";

const [width, height, gapX, gapY] = [86, 26, 14, 30];

const shortened = (id: string): string => ([...id].length > 13 ? `${[...id].slice(0, 12).join("")}…` : id);

/** The middle of a node's upper edge. Each row is centred. */
const positions = (placed: readonly Placed[]) => {
  const counts = new Map<number, number>();
  for (const { layer } of placed) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  const widest = Math.max(1, ...counts.values());
  const whole = widest * (width + gapX);
  const at = placed.map(({ layer, place }) => ({
    x: whole / 2 + (place - (counts.get(layer)! - 1) / 2) * (width + gapX),
    y: 4 + layer * (height + gapY),
  }));
  return { at, whole, tall: 8 + Math.max(0, ...at.map(({ y }) => y)) + height };
};

const node = ({ id, verdict, kind }: Step, x: number, y: number, open: () => void): SVGGElement => {
  const box = { x: `${x - width / 2}`, y: `${y}`, width: `${width}`, height: `${height}` };
  const round = { rx: kind === "hypothesis" || kind === "limit" ? "13" : kind === "definition" ? "0" : "5" };
  const label = { x: `${x}`, y: `${y + height / 2}`, "text-anchor": "middle", "dominant-baseline": "central" };
  const g = svg(
    "g",
    { role: "button", tabindex: "-1", "aria-label": `Go to ${id}: ${verdict}`, "data-verdict": verdict },
    svg("title", {}, `${id}: ${verdict}`),
    svg("rect", { ...box, ...round }),
    svg("text", label, shortened(id)),
  );
  g.addEventListener("click", open);
  return g;
};

type Point = { readonly x: number; readonly y: number };
const curve = (from: Point, to: Point): string => {
  const [start, bend] = [from.y + height, (to.y - from.y - height) / 2];
  return `M${from.x},${start} C${from.x},${start + bend} ${to.x},${to.y - bend} ${to.x},${to.y}`;
};

export interface Graph {
  readonly element: SVGSVGElement;
  /** Marks a step, and what it follows from. */
  mark(step: number): void;
}

export const graph = (steps: readonly Step[], open: (step: number) => void): Graph => {
  const { at, whole, tall } = positions(layers(steps));
  const edges = arrows(steps);
  const paths = edges.map(([from, to]) => svg("path", { d: curve(at[from]!, at[to]!) }));
  const nodes = steps.map((step, k) => node(step, at[k]!.x, at[k]!.y, () => open(k)));
  const size = { viewBox: `0 0 ${whole} ${tall}`, width: `${whole}`, height: `${tall}` };
  const element = svg("svg", { ...size, role: "group", "aria-label": "What follows from what" }, ...paths, ...nodes);
  return {
    element,
    mark: (step) => {
      for (const [k, each] of nodes.entries()) each.classList.toggle("mod-current", k === step);
      for (const [k, each] of paths.entries()) each.classList.toggle("mod-current", edges[k]![1] === step);
      element.append(...paths.filter((each) => each.classList.contains("mod-current")), ...nodes);
    },
  };
};
