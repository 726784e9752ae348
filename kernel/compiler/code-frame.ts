/** A few lines of code round a position, the way IPython shows them. */

export interface Place {
  /** Counted from 0. */
  readonly line: number;
  readonly column: number;
  /** How many characters are underlined. */
  readonly length?: number;
}

const paint = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[39m`;
export const red = paint(31);
export const green = paint(32);
export const cyan = paint(36);
const context = 2;
const width = 6;

const numbered = (number: number, isHere: boolean): string =>
  isHere
    ? green(`${"-".repeat(Math.max(width - 2 - String(number).length, 1))}> ${number}`)
    : green(String(number).padStart(width));

/** The line itself under an arrow, two lines before and after, and carets below the place. */
export function codeFrame(source: string, { line, column, length = 1 }: Place): string {
  const lines = source.split(/\r?\n/);
  const first = Math.max(0, line - context);
  const frame = lines.slice(first, line + context + 1).flatMap((text, k) => {
    const isHere = first + k === line;
    const row = `${numbered(first + k + 1, isHere)} ${text}`.trimEnd();
    if (!isHere) return [row];
    const indent = text.slice(0, column).replace(/[^\t]/g, " ");
    const carets = "^".repeat(Math.max(1, Math.min(length, text.length - column)));
    return [row, `${" ".repeat(width + 1)}${indent}${red(carets)}`];
  });
  return frame.join("\n");
}
