/** Long arrays of numbers, flat or nested: shape, range, first and last values. */

import { bundle, type MimeBundle } from "./mime-bundle.js";
import { numberText } from "./number-text.js";

type Scalar = number | bigint;
type Numbers = ArrayLike<Scalar>;

/** Arrays of up to so many numbers are shown whole, as Node shows them. */
const WHOLE = 100;
/** Beyond so many numbers the range is that of evenly spaced ones, which the text says. */
const SCANNED = 2_000_000;

interface Range {
  least: Scalar;
  greatest: Scalar;
  nan: number;
  stride: number;
}

const isTyped = (value: unknown): value is Numbers => ArrayBuffer.isView(value) && !(value instanceof DataView);
const isBig = (value: unknown): boolean => value instanceof BigInt64Array || value instanceof BigUint64Array;

/** Widens the range by an array known to hold numbers. */
function widenFast(range: Range, array: ArrayLike<number>): void {
  let least = Infinity;
  let greatest = -Infinity;
  let nan = 0;
  for (let i = 0; i < array.length; i += range.stride) {
    const x = array[i];
    if (x < least) least = x;
    if (x > greatest) greatest = x;
    if (Number.isNaN(x)) nan++;
  }
  range.least = range.least < least ? range.least : least;
  range.greatest = range.greatest > greatest ? range.greatest : greatest;
  range.nan += nan;
}

/** Widens the range by an array of anything; false when something else than numbers is in it. */
function widenSlow(range: Range, array: ArrayLike<unknown>): boolean {
  for (let i = 0; i < array.length; i += range.stride) {
    const x = array[i];
    if (typeof x !== "number" && typeof x !== "bigint") return false;
    if (x < range.least) range.least = x;
    if (x > range.greatest) range.greatest = x;
    if (Number.isNaN(x)) range.nan++;
  }
  return true;
}

function widen(range: Range, array: Numbers): boolean {
  if (!isTyped(array) || isBig(array)) return widenSlow(range, array);
  widenFast(range, array as ArrayLike<number>);
  return true;
}

function rangeOf(arrays: readonly Numbers[]): Range | undefined {
  const total = arrays.reduce((sum, array) => sum + array.length, 0);
  const range: Range = { least: Infinity, greatest: -Infinity, nan: 0, stride: Math.ceil(total / SCANNED) };
  return arrays.every((array) => widen(range, array)) ? range : undefined;
}

function rangeText({ least, greatest, nan, stride }: Range): string {
  const some = stride === 1 ? "" : ` (1 in ${stride} values read)`;
  const span = least > greatest ? "no number" : `${numberText(least)} … ${numberText(greatest)}`;
  return `${span}${nan === 0 ? "" : `, ${nan} NaN`}${some}`;
}

/** The first and the last values: [0, 0.1, 0.2, …, 9.9]. */
function endsText(array: Numbers, first: number, last: number): string {
  const at = (i: number): string => numberText(array[i]);
  const count = array.length;
  if (count <= first + last) return `[${Array.from(array, (_, i) => at(i)).join(", ")}]`;
  const start = Array.from({ length: first }, (_, i) => at(i));
  const end = Array.from({ length: last }, (_, i) => at(count - last + i));
  return `[${[...start, "…", ...end].join(", ")}]`;
}

function flat(value: Numbers): string | undefined {
  if (value.length <= WHOLE) return undefined;
  const range = rangeOf([value]);
  if (range === undefined) return undefined;
  return `${value.constructor.name}(${value.length})  ${rangeText(range)}\n${endsText(value, 5, 3)}`;
}

const isNumbers = (value: unknown): value is Numbers =>
  isTyped(value) || (Array.isArray(value) && value.length > 0 && typeof value[0] === "number");

/** "3 × 200", or the lengths met when the rows differ. */
function shapeText(rows: readonly Numbers[]): string {
  const lengths = rows.map((row) => row.length);
  const least = lengths.reduce((a, b) => Math.min(a, b));
  const greatest = lengths.reduce((a, b) => Math.max(a, b));
  return least === greatest ? `${rows.length} × ${least}` : `${rows.length} rows of ${least} … ${greatest}`;
}

function nested(rows: readonly unknown[]): string | undefined {
  if (!rows.every(isNumbers)) return undefined;
  if (rows.reduce((sum, row) => sum + row.length, 0) <= WHOLE && rows.length <= WHOLE) return undefined;
  const range = rangeOf(rows);
  if (range === undefined) return undefined;
  const line = (row: Numbers): string => `  ${endsText(row, 4, 2)}`;
  const some = rows.length <= 8 ? rows.map(line) : [...rows.slice(0, 4).map(line), "  …", ...rows.slice(-2).map(line)];
  return `${rows[0].constructor.name}s, ${shapeText(rows)}  ${rangeText(range)}\n[\n${some.join(",\n")}\n]`;
}

/** The bundle of more than 100 numbers in a typed array, an array or an array of those; undefined for other values. */
export function numbersBundle(value: object): MimeBundle | undefined {
  const text = isNumbers(value) ? flat(value) : Array.isArray(value) && isNumbers(value[0]) ? nested(value) : undefined;
  return text === undefined ? undefined : bundle({ "text/plain": text });
}
