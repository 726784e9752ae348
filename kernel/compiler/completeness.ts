/** Would a console run the code, or ask for more lines? */

import { parse, syntaxErrorsOf } from "./cell.js";
import type { Completeness } from "./compilation.js";

/** An open template or comment, wherever it began: its end may still come. */
const unterminated = new Set([1010, 1160]);

/** The indent of the last line, one step deeper after an opening bracket. */
function indentAfter(code: string): string {
  const line = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(line)![0];
  return /[{[(]$|=>$/.test(line) ? `${indent}  ` : indent;
}

/** Code is incomplete where all that is wrong is that it ends too early. */
export function isComplete(code: string): Completeness {
  const errors = syntaxErrorsOf(parse(code, "draft.ts"));
  if (errors.length === 0) return { status: "complete", indent: "" };
  const end = code.trimEnd().length;
  const isOpen = errors.every(
    ({ start, length, code: number }) =>
      unterminated.has(number) || start >= end || (start + length >= code.length && length === 0),
  );
  return isOpen ? { status: "incomplete", indent: indentAfter(code) } : { status: "invalid", indent: "" };
}
