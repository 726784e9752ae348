import { plain } from "./ansi.js";
import type { Difference } from "./check.js";
import { cellName } from "./numbering.js";

const shownLines = 6;

const lines = (text: string): string[] => plain(text).replace(/\n$/, "").split("\n");

const marked = (mark: string, texts: readonly string[]): string[] => {
  const shown = texts.slice(0, shownLines).map((line) => `    ${mark} ${line}`);
  return texts.length > shownLines ? [...shown, `    ${mark} … ${texts.length - shownLines} more lines`] : shown;
};

/** A difference as text: where, then the lines that were stored (`-`) and those that came (`+`). Lines in common are left out. */
export const describeDifference = ({ cell, what, stored, found }: Difference): string => {
  const head = `  ${cellName(cell)}, ${what}`;
  if (stored === "" && found === "") return head;
  const [was, is] = [lines(stored), lines(found)];
  let same = 0;
  while (same < Math.min(was.length, is.length) && was[same] === is[same]) same++;
  let tail = 0;
  while (tail < Math.min(was.length, is.length) - same && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
  const cut = (texts: string[]) => texts.slice(same, texts.length - tail);
  return [head, ...marked("-", cut(was)), ...marked("+", cut(is))].join("\n");
};
