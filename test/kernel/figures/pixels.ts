/** Pixels of a PNG, read by drawing it: the figures' own rasteriser is the decoder. */

import { Resvg } from "@resvg/resvg-js";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, top row first. */
  readonly pixels: Uint8Array;
}

export const picture = (png: string | Buffer): Picture => {
  const bytes = typeof png === "string" ? Buffer.from(png, "base64") : png;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="data:image/png;base64,${bytes.toString("base64")}"/></svg>`;
  return { width, height, pixels: new Uint8Array(new Resvg(svg).render().pixels) };
};

/** How many pixels have this colour, to within a few steps in each channel. */
export const count = ({ pixels }: Picture, [r, g, b]: readonly [number, number, number], within = 3): number => {
  let found = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    const far = Math.max(Math.abs(pixels[i]! - r), Math.abs(pixels[i + 1]! - g), Math.abs(pixels[i + 2]! - b));
    if (far <= within && pixels[i + 3]! > 250) found++;
  }
  return found;
};
