/** Tables as HTML and as text, of at most 60 rows and 20 columns: beyond, the first and the last ones are shown. */

import { inspect } from "node:util";
import { escapeHtml } from "./escape-html.js";
import { estimateLabel, isEstimate } from "./estimate.js";
import { bundle, type MimeBundle } from "./mime-bundle.js";
import { numberText } from "./number-text.js";

/** A table by its shape and its cells, so that a long one is never copied. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly string[];
  /** A type under each column name, when known. */
  readonly dtypes?: readonly string[] | undefined;
  /** The label of a row. */
  label(row: number): unknown;
  cell(row: number, column: number): unknown;
}

/** Stands for what is left out. */
const GAP = -1;
const MOST_ROWS = 60;
const MOST_COLUMNS = 20;
const WIDEST = 50;

/** 0 … count − 1, with a gap in the middle when they are too many. */
function shown(count: number, most: number, kept: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  const half = Math.ceil(kept / 2);
  const first = Array.from({ length: half }, (_, i) => i);
  return [...first, GAP, ...first.map((i) => count - half + i)];
}

const clipped = (text: string): string => (text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`);

/** One cell in one line. Missing keys are blank, null and NaN are said. */
function cellText(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") return clipped(value.replace(/\s+/g, " "));
  if (isEstimate(value)) return estimateLabel(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (Array.isArray(value) && value.length > 5) return `Array(${value.length})`;
  if (ArrayBuffer.isView(value) && value.byteLength > 40)
    return `${value.constructor.name}(${(value as never as []).length})`;
  return clipped(inspect(value, { depth: 0, breakLength: Infinity, maxArrayLength: 5 }).replace(/\s+/g, " "));
}

const isRight = (value: unknown): boolean =>
  typeof value === "number" || typeof value === "bigint" || isEstimate(value);

/** A table as the grid of texts that is shown, header rows first. */
interface Grid {
  readonly head: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
  /** Whether a shown column is set to the right. */
  readonly right: readonly boolean[];
}

function gridOf(table: Table): Grid {
  const rows = shown(table.rows, MOST_ROWS, 20);
  const columns = shown(table.columns.length, MOST_COLUMNS, MOST_COLUMNS);
  const pick = (text: (column: number) => string): string[] => columns.map((c) => (c === GAP ? "…" : text(c)));
  const head = [["", ...pick((c) => clipped(table.columns[c]))]];
  const { dtypes } = table;
  if (dtypes !== undefined) head.push(["", ...pick((c) => dtypes[c] ?? "")]);
  const body = rows.map((r) =>
    r === GAP
      ? ["⋮", ...columns.map(() => "⋮")]
      : [cellText(table.label(r)), ...pick((c) => cellText(table.cell(r, c)))],
  );
  const real = rows.filter((r) => r !== GAP);
  const right = columns.map((c) => c !== GAP && real.every((r) => isRight(table.cell(r, c) ?? Number.NaN)));
  return { head, body, right: [false, ...right] };
}

function htmlOf({ head, body, right }: Grid, shape: string): string {
  const align = (c: number): string => ` style="text-align:${right[c] ? "right" : "left"}"`;
  const header = head.map((row, i) => {
    const cells = row.map(
      (text, c) => `<th${align(c)}>${i === 0 ? escapeHtml(text) : `<small>${escapeHtml(text)}</small>`}</th>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const rows = body.map(([label, ...cells]) => {
    const data = cells.map((text, c) => `<td${align(c + 1)}>${escapeHtml(text)}</td>`);
    return `<tr><th>${escapeHtml(label)}</th>${data.join("")}</tr>`;
  });
  const table = `<table class="dataframe"><thead>${header.join("")}</thead><tbody>${rows.join("")}</tbody></table>`;
  return `<div style="overflow-x:auto">${table}${shape === "" ? "" : `<p><small>${shape}</small></p>`}</div>`;
}

function plainOf({ head, body, right }: Grid, shape: string): string {
  const lines = [...head, ...body];
  const widths = right.map((_, c) => Math.max(...lines.map((line) => [...line[c]].length)));
  const pad = (text: string, c: number): string => {
    const space = " ".repeat(widths[c] - [...text].length);
    return right[c] ? space + text : text + space;
  };
  return [...lines.map((line) => line.map(pad).join("  ").trimEnd()), ...(shape === "" ? [] : [shape])].join("\n");
}

/** The HTML and the text form of a table; a shortened one says its shape. */
export function tableBundle(table: Table): MimeBundle {
  const whole = table.rows <= MOST_ROWS && table.columns.length <= MOST_COLUMNS;
  const shape = whole ? "" : `${table.rows} rows × ${table.columns.length} columns`;
  const grid = gridOf(table);
  return bundle({ "text/html": htmlOf(grid, shape), "text/plain": plainOf(grid, shape) });
}
