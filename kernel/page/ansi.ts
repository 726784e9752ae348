/** Text of a terminal → HTML: colours become spans, carriage returns overwrite their line. */

import { escapeHtml } from "../display/escape-html.js";

interface Pen {
  readonly classes: ReadonlySet<string>;
  /** Colour outside the sixteen names. */
  readonly colour?: string;
}

const plain: Pen = { classes: new Set() };
const names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

/** What a line shows once every carriage return and backspace has been obeyed. */
const settled = (text: string): string =>
  text
    .replace(/\r+\n/g, "\n")
    .replace(/^.*\r(?=[^\n])/gm, "")
    .replace(/\r$/gm, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's text holds them
    .replace(/[^\n]\u0008/g, "");

const paletteColour = (index: number): string => {
  if (index >= 232)
    return `rgb(${Array(3)
      .fill(8 + 10 * (index - 232))
      .join(",")})`;
  const level = (n: number): number => (n === 0 ? 0 : 55 + 40 * n);
  const cube = index - 16;
  return `rgb(${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level).join(",")})`;
};

const painted = ({ classes }: Pen, name: string | undefined, colour?: string): Pen => ({
  classes: new Set([
    ...[...classes].filter((other) => !other.startsWith("ansi-fg")),
    ...(name ? [`ansi-fg-${name}`] : []),
  ]),
  ...(colour !== undefined && { colour }),
});

const toggled = (pen: Pen, name: string, on: boolean): Pen => {
  const classes = new Set(pen.classes);
  for (const one of name.split(" ")) on ? classes.add(one) : classes.delete(one);
  return { ...pen, classes };
};

const byte = (value: number | undefined): number => Math.min(255, Math.max(0, value || 0));

/** The pen after the codes of one escape sequence. */
const obey = (pen: Pen, codes: readonly number[]): Pen => {
  const [code = 0, ...rest] = codes;
  if (codes.length === 0) return pen;
  if (code === 38 && rest[0] === 5) {
    const index = byte(rest[1]);
    const next = index < 16 ? painted(pen, names[index % 8]) : painted(pen, undefined, paletteColour(index));
    return obey(next, rest.slice(2));
  }
  if (code === 38 && rest[0] === 2) {
    return obey(painted(pen, undefined, `rgb(${rest.slice(1, 4).map(byte).join(",")})`), rest.slice(4));
  }
  return obey(step(pen, code), rest);
};

const step = (pen: Pen, code: number): Pen => {
  if (code === 0) return plain;
  if (code === 1) return toggled(pen, "ansi-bold", true);
  if (code === 2) return toggled(pen, "ansi-faint", true);
  if (code === 3) return toggled(pen, "ansi-italic", true);
  if (code === 4) return toggled(pen, "ansi-underline", true);
  if (code === 22) return toggled(pen, "ansi-bold ansi-faint", false);
  if (code === 23) return toggled(pen, "ansi-italic", false);
  if (code === 24) return toggled(pen, "ansi-underline", false);
  if (code === 39) return painted(pen, undefined);
  const name = names[(code - 30) % 60];
  return (code >= 30 && code <= 37) || (code >= 90 && code <= 97) ? painted(pen, name) : pen;
};

const span = ({ classes, colour }: Pen, text: string): string => {
  if (text === "" || (classes.size === 0 && colour === undefined)) return escapeHtml(text);
  const style = colour === undefined ? "" : ` style="color:${colour}"`;
  return `<span class="${[...classes].join(" ")}"${style}>${escapeHtml(text)}</span>`;
};

/** Colours and other `ESC [ …`, titles `ESC ] … BEL`, character sets `ESC ( B`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences start with one
const sequence = /(\u001b\[[\d;:]*[A-Za-z]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[()][A-Z0-9])/;

export const ansiHtml = (text: string): string => {
  const pieces = settled(text).split(sequence);
  let pen = plain;
  let html = "";
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 0) html += span(pen, piece);
    else if (piece.endsWith("m") && piece[1] === "[") pen = obey(pen, piece.slice(2, -1).split(/[;:]/).map(Number));
  }
  return html;
};
