/** Extents of SVG elements, which jsdom does not lay out: what Plotly asks of `getBBox` and `getBoundingClientRect`. */

import { type Affine, compose, identity, parseAffine } from "./affine.js";
import { around, type Box, isEmpty, mapped, nothing, union } from "./box.js";
import { outline } from "./outline.js";
import { textExtent } from "./text-extent.js";

const number = (element: Element, name: string): number => Number.parseFloat(element.getAttribute(name) ?? "") || 0;

const rectangle = (element: Element): Box => {
  const [left, top] = [number(element, "x"), number(element, "y")];
  return { left, top, right: left + number(element, "width"), bottom: top + number(element, "height") };
};

const hidden = (element: Element): boolean => (element as SVGElement).style?.display === "none";

/** The box of an element in its own coordinates, in pixels. */
export const extent = (element: Element): Box => {
  switch (element.localName) {
    case "text":
    case "tspan":
      return textExtent(element).box;
    case "rect":
    case "image":
      return rectangle(element);
    case "path":
      return around(outline(element.getAttribute("d") ?? ""));
    case "defs":
    case "clipPath":
    case "title":
      return nothing;
    default:
      return Array.from(element.children)
        .filter((child) => !hidden(child))
        .map((child) => mapped(extent(child), parseAffine(child.getAttribute("transform"))))
        .reduce(union, nothing);
  }
};

const placement = (element: Element | null): Affine =>
  element ? compose(placement(element.parentElement), parseAffine(element.getAttribute("transform"))) : identity;

/** The box of an element on the page; an empty one when it draws nothing. */
export const extentOnPage = (element: Element): Box => {
  const box = mapped(extent(element), placement(element));
  return isEmpty(box) ? { left: 0, top: 0, right: 0, bottom: 0 } : box;
};
