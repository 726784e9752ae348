/** The box of an SVG `<text>`: lines of `<tspan>`s with their own sizes, shifts and anchors. */

import { type Box, nothing, union } from "./box.js";
import { type Face, familyOf } from "./fonts.js";
import { lineHeight, textWidth } from "./text-width.js";

interface Font {
  readonly face: Face;
  /** In pixels. */
  readonly size: number;
}
interface Pen {
  x: number;
  y: number;
  /** Box of the line so far, measured from its start. */
  line: Box;
  start: number;
  box: Box;
}

const browserDefault: Font = { face: { family: "DejaVu Serif", bold: false, italic: false }, size: 16 };

const sizeIn = (css: string, size: number): number => {
  const value = Number.parseFloat(css);
  if (!Number.isFinite(value)) return size;
  if (css.endsWith("%")) return (value / 100) * size;
  return css.endsWith("em") ? value * size : value;
};

const styled = (element: Element, { face, size }: Font): Font => {
  const { style } = element as SVGElement;
  const of = (name: string): string => style?.getPropertyValue(name) || (element.getAttribute(name) ?? "");
  const family = of("font-family");
  const weight = of("font-weight");
  const slant = of("font-style");
  return {
    size: sizeIn(of("font-size"), size),
    face: {
      family: family === "" ? face.family : familyOf(family),
      bold: weight === "" ? face.bold : /bold/.test(weight) || Number.parseFloat(weight) >= 600,
      italic: slant === "" ? face.italic : /italic|oblique/.test(slant),
    },
  };
};

const fontAt = (element: Element | null): Font =>
  element ? styled(element, fontAt(element.parentElement)) : browserDefault;

const anchorOf = (element: Element): string => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const anchor = (at as SVGElement).style?.textAnchor || at.getAttribute("text-anchor");
    if (anchor) return anchor;
  }
  return "start";
};

/** Ends a line: moves its box to where the anchor puts it. */
const finish = (pen: Pen, anchor: string): void => {
  const width = pen.x - pen.start;
  const shift = anchor === "middle" ? -width / 2 : anchor === "end" ? -width : 0;
  const { left, top, right, bottom } = pen.line;
  pen.box = union(pen.box, { left: left + shift, top, right: right + shift, bottom });
  pen.line = nothing;
};

const write = (node: Node, pen: Pen, font: Font, anchor: string): void => {
  if (node.nodeType === 3) {
    const { ascent, descent } = lineHeight(font.face);
    const right = pen.x + textWidth(node.nodeValue ?? "", font.face) * font.size;
    pen.line = union(pen.line, {
      left: pen.x,
      right,
      top: pen.y - ascent * font.size,
      bottom: pen.y + descent * font.size,
    });
    pen.x = right;
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const own = styled(element, font);
  const length = (name: string): number => sizeIn(element.getAttribute(name) ?? "0", own.size);
  if (element.hasAttribute("x")) {
    finish(pen, anchor);
    pen.x = length("x");
    pen.start = pen.x;
  }
  if (element.hasAttribute("y")) pen.y = length("y");
  pen.x += length("dx");
  pen.y += length("dy");
  for (const child of element.childNodes) write(child, pen, own, anchor);
};

/** The box in the element's own coordinates, and the advance of its last line, in pixels. */
export const textExtent = (text: Element): { box: Box; length: number } => {
  const pen: Pen = { x: 0, y: 0, start: 0, line: nothing, box: nothing };
  const anchor = anchorOf(text);
  write(text, pen, fontAt(text.parentElement), anchor);
  finish(pen, anchor);
  return { box: pen.box, length: pen.x - pen.start };
};
