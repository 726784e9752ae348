/** A page without a screen in which Plotly draws SVG: jsdom, with what it lacks, and without any way out of it. */

import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseAffine } from "./affine.js";
import type { Box } from "./box.js";
import { plotlyBundle } from "./bundle.js";
import { canvasMethods } from "./canvas.js";
import { extent, extentOnPage } from "./extent.js";
import type { Figure } from "./figure.js";
import { lengthOf, outline, pointAt } from "./outline.js";
import { textExtent } from "./text-extent.js";

export interface PlotlyPage {
  readonly Plotly: { toImage(figure: Figure, options: Record<string, unknown>): Promise<string> };
  readonly document: Document;
}

const rect = ({ left, top, right, bottom }: Box) => {
  const [width, height] = [right - left, bottom - top];
  return { x: left, y: top, left, top, right, bottom, width, height };
};

let latest: { d: string; points: ReturnType<typeof outline> } | undefined;
/** Plotly asks for many points of one path in turn. */
const pointsOf = (path: Element): ReturnType<typeof outline> => {
  const d = path.getAttribute("d") ?? "";
  if (latest?.d !== d) latest = { d, points: outline(d) };
  return latest.points;
};

const measures = {
  getBBox(this: Element) {
    const box = extent(this);
    return rect(box.right >= box.left ? box : { left: 0, top: 0, right: 0, bottom: 0 });
  },
  getBoundingClientRect(this: Element) {
    return rect(extentOnPage(this));
  },
  getComputedTextLength(this: Element) {
    return textExtent(this).length;
  },
  getTotalLength(this: Element) {
    return lengthOf(pointsOf(this));
  },
  getPointAtLength(this: Element, distance: number) {
    return pointAt(pointsOf(this), distance);
  },
};

/** Plotly's tables read where they have moved a row to. */
const transform = {
  configurable: true,
  get(this: Element) {
    const consolidate = () => {
      const [a, b, c, d, e, f] = parseAffine(this.getAttribute("transform"));
      return { matrix: { a, b, c, d, e, f } };
    };
    return { baseVal: { consolidate } };
  },
};

/** What could reach a network. Sub-resources of jsdom are off by default. */
const waysOut = ["XMLHttpRequest", "WebSocket", "EventSource", "open"];

/** Run in the page once Plotly is there: from then on no text becomes code. */
const sealed = `(() => {
  const refuse = () => { throw new EvalError("figures may not run code"); };
  const makers = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const maker of makers) {
    const prototype = Object.getPrototypeOf(maker);
    const value = new Proxy(prototype.constructor, { apply: refuse, construct: refuse });
    Object.defineProperty(prototype, "constructor", { value });
    if (globalThis[value.name]) globalThis[value.name] = value;
  }
  globalThis.eval = refuse;
})()`;

/** Takes 0.5 to 1 s. */
export const plotlyPage = (): PlotlyPage => {
  const dom = new JSDOM("<!doctype html><body></body>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  const { window } = dom;
  Object.assign(window, { TextDecoder, TextEncoder });
  Object.assign(window.URL, { createObjectURL: () => "", revokeObjectURL: () => {} });
  Object.assign(window.SVGElement.prototype, measures);
  Object.defineProperty(window.SVGElement.prototype, "transform", transform);
  Object.assign(window.HTMLCanvasElement.prototype, canvasMethods);
  for (const name of waysOut) Reflect.deleteProperty(window, name);
  const file = plotlyBundle();
  new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(dom.getInternalVMContext());
  window.eval(sealed);
  return window as unknown as PlotlyPage;
};
