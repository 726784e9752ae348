/** The part of a 2-D canvas with which Plotly draws heat maps: filled rectangles, pixel data, `toDataURL`. */

import { encodePng } from "./png.js";
import { textWidth } from "./text-width.js";

type Rgba = readonly [number, number, number, number];

const hex = (digits: string): Rgba => {
  const wide = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const [r = 0, g = 0, b = 0, a = 255] = (wide.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return [r, g, b, a];
};

/** `#rgb`, `#rrggbb`, `rgb(…)`, `rgba(…)`; any other colour is transparent. */
const parseColour = (css: string): Rgba => {
  const digits = /^#([\da-f]{3,8})$/i.exec(css)?.[1];
  if (digits !== undefined) return hex(digits);
  const [r, g, b, a = 1] = (/^rgba?\((.*)\)$/.exec(css)?.[1] ?? "0,0,0,0").split(/[\s,/]+/).map(Number.parseFloat);
  return [r!, g!, b!, a * 255];
};

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
const pixels = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8ClampedArray(4 * width * height),
});

/** Rectangles of heat maps do not overlap, so colours replace what was there. */
const fill = (to: Pixels, css: string, x: number, y: number, width: number, height: number): void => {
  const colour = parseColour(css);
  const [left, right] = [Math.max(0, Math.round(x)), Math.min(to.width, Math.round(x + width))];
  const [top, bottom] = [Math.max(0, Math.round(y)), Math.min(to.height, Math.round(y + height))];
  for (let j = top; j < bottom; j++) for (let i = left; i < right; i++) to.data.set(colour, 4 * (j * to.width + i));
};

const put = (to: Pixels, from: Pixels, x: number, y: number): void => {
  const width = Math.min(from.width, to.width - x);
  for (let j = 0; j < from.height && y + j < to.height; j++) {
    to.data.set(from.data.subarray(4 * j * from.width, 4 * (j * from.width + width)), 4 * ((y + j) * to.width + x));
  }
};

const context = (canvas: HTMLCanvasElement) => {
  let surface = pixels(canvas.width, canvas.height);
  const current = (): Pixels => {
    if (surface.width !== canvas.width || surface.height !== canvas.height)
      surface = pixels(canvas.width, canvas.height);
    return surface;
  };
  return {
    canvas,
    current,
    font: "10px sans-serif",
    fillStyle: "#000",
    fillRect(x: number, y: number, width: number, height: number) {
      fill(current(), this.fillStyle, x, y, width, height);
    },
    clearRect: (x: number, y: number, width: number, height: number) => fill(current(), "#0000", x, y, width, height),
    createImageData: pixels,
    getImageData: (): Pixels => current(),
    putImageData: (from: Pixels, x: number, y: number) => put(current(), from, x, y),
    measureText(text: string) {
      const size = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? "10");
      return { width: textWidth(text, { family: "DejaVu Sans", bold: false, italic: false }) * size };
    },
  };
};

const contexts = new WeakMap<HTMLCanvasElement, ReturnType<typeof context>>();

/** What stands for `HTMLCanvasElement`'s methods; there is no WebGL. */
export const canvasMethods = {
  getContext(this: HTMLCanvasElement, kind: string) {
    if (kind !== "2d") return null;
    const drawing = contexts.get(this) ?? context(this);
    contexts.set(this, drawing);
    return drawing;
  },
  toDataURL(this: HTMLCanvasElement): string {
    const { width, height, data } = contexts.get(this)?.current() ?? pixels(this.width, this.height);
    return `data:image/png;base64,${encodePng(width, height, data).toString("base64")}`;
  },
};
