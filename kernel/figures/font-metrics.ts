/** Widths of characters, read from the tables `head`, `hhea`, `hmtx` and `cmap` of a TrueType file. */

import { readFileSync } from "node:fs";

export interface FontMetrics {
  /** Height above the baseline in em. */
  readonly ascent: number;
  /** Depth under the baseline in em, positive. */
  readonly descent: number;
  /** Advance width in em, or undefined when the font lacks the character. */
  advance(codePoint: number): number | undefined;
}

type Lookup = (codePoint: number) => number;

const tables = (font: DataView): Map<string, number> => {
  const offsets = new Map<string, number>();
  for (let i = 0; i < font.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(entry + k)));
    offsets.set(tag, font.getUint32(entry + 8));
  }
  return offsets;
};

/** Format 12: groups of [first, last, glyph of the first]. */
const byGroups = (font: DataView, at: number): Lookup => {
  const groups = Array.from({ length: font.getUint32(at + 12) }, (_, i) =>
    [0, 4, 8].map((k) => font.getUint32(at + 16 + 12 * i + k)),
  );
  return (point) => {
    const group = groups.find(([first, last]) => point >= first! && point <= last!);
    return group ? group[2]! + point - group[0]! : 0;
  };
};

/** Format 4: segments with an offset of glyph numbers, or a table of them. */
const bySegments = (font: DataView, at: number): Lookup => {
  const double = font.getUint16(at + 6);
  const column = (start: number) => (i: number) => at + start + 2 * i;
  const [last, first, delta, range] = [14, 16 + double, 16 + 2 * double, 16 + 3 * double].map(column);
  return (point) => {
    for (let i = 0; i < double / 2; i++) {
      if (font.getUint16(last!(i)) < point) continue;
      const start = font.getUint16(first!(i));
      if (start > point) return 0;
      const jump = font.getUint16(range!(i));
      const glyph = jump === 0 ? point : font.getUint16(range!(i) + jump + 2 * (point - start));
      return glyph === 0 ? 0 : (glyph + font.getUint16(delta!(i))) & 0xffff;
    }
    return 0;
  };
};

const characterMap = (font: DataView, at: number): Lookup => {
  const formats = new Map<number, number>();
  for (let i = 0; i < font.getUint16(at + 2); i++) {
    const table = at + font.getUint32(at + 4 + 8 * i + 4);
    formats.set(font.getUint16(table), table);
  }
  const full = formats.get(12);
  if (full !== undefined) return byGroups(font, full);
  const basic = formats.get(4);
  return basic === undefined ? () => 0 : bySegments(font, basic);
};

/** @throws Error when the file cannot be read. */
export const readFontMetrics = (file: string): FontMetrics => {
  const bytes = readFileSync(file);
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = tables(font);
  const unitsPerEm = font.getUint16(at.get("head")! + 18);
  const hhea = at.get("hhea")!;
  const hmtx = at.get("hmtx")!;
  const measured = font.getUint16(hhea + 34);
  const glyphOf = characterMap(font, at.get("cmap")!);
  return {
    ascent: font.getInt16(hhea + 4) / unitsPerEm,
    descent: -font.getInt16(hhea + 6) / unitsPerEm,
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint);
      if (glyph === 0) return undefined;
      return font.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
    },
  };
};
