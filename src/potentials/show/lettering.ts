/** Letters and numbers of the small drawings. */

/** Two decimals, without trailing zeros or a sign on zero. */
export const round = (value: number): string => String(Number(value.toFixed(2)) + 0);

/** A word at a place; `anchor` is its "start", "middle" or "end". */
export const label = (x: string, y: number, body: string, anchor: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="sans-serif" font-size="11" fill="#808080">${body.replace(/[<&]/g, "")}</text>`;

/** The line above a drawing: what it shows on the left, the parameters on the right. */
export const caption = (width: number, margin: number, left: string, right: string): string =>
  label(String(margin), 16, left, "start") + label(String(width - margin), 16, right, "end");
