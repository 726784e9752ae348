/** Width and height of a line of text in a face. */

import { type FontMetrics, readFontMetrics } from "./font-metrics.js";
import { type Face, fontFile, mathematicalFont } from "./fonts.js";

const read = new Map<string, FontMetrics>();
const metricsOf = (file: string): FontMetrics => {
  const metrics = read.get(file) ?? readFontMetrics(file);
  read.set(file, metrics);
  return metrics;
};

/** What a character that no font has is taken to measure, in em. */
const unknown = 0.6;

/** Extent of one line above and below the baseline in em. */
export const lineHeight = (face: Face): { ascent: number; descent: number } => metricsOf(fontFile(face));

/** Width in em; kerning is left out. */
export const textWidth = (text: string, face: Face): number => {
  const metrics = metricsOf(fontFile(face));
  let width = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point === 0x200b) continue; // zero-width space
    width += metrics.advance(point) ?? metricsOf(mathematicalFont).advance(point) ?? unknown;
  }
  return width;
};
