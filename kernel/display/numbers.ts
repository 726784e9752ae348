/** Long arrays of numbers, flat or nested: shape, range, first and last values. */

import { bundle, type MimeBundle } from "./mime-bundle.js";
import { numberText } from "./number-text.js";

type Scalar = number | bigint;
type Numbers = ArrayLike<Scalar>;

/** Arrays of up to so many numbers are shown whole, as Node shows them. */
const WHOLE = 100;
/** Up to so many numbers are all read for the range; of more, runs of RUN numbers at even distances, SAMPLE in all. */
const READ = 2_000_000;
const SAMPLE = 800_000;
const RUN = 2000;

interface Range {
  least: Scalar;
  greatest: Scalar;
  nan: number;
  stride: number;
}

const isTyped = (value: unknown): value is Numbers => ArrayBuffer.isView(value) && !(value instanceof DataView);
/** Widens the range by array[from … to); false when something else than numbers is in it. */
function widenRun(range: Range, array: ArrayLike<unknown>, from: number, to: number): boolean {
  let least = Infinity;
  let greatest = -Infinity;
  let nan = 0;
  for (let i = from; i < to; i++) {
    const x = array[i];
    if (typeof x !== "number") return widenBig(range, array, from, to);
    if (x < least) least = x;
    if (x > greatest) greatest = x;
    if (Number.isNaN(x)) nan++;
  }
  if (least < range.least) range.least = least;
  if (greatest > range.greatest) range.greatest = greatest;
  range.nan += nan;
  return true;
}

/** The same for bigints, which are many times slower. */
function widenBig(range: Range, array: ArrayLike<unknown>, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const x = array[i];
    if (typeof x !== "bigint") return false;
    if (x < range.least) range.least = x;
    if (x > range.greatest) range.greatest = x;
  }
  return true;
}

/** Reads the first of every `stride` runs, and the end, whose values are shown. */
function widen(range: Range, array: ArrayLike<unknown>): boolean {
  const { length } = array;
  if (range.stride === 1) return widenRun(range, array, 0, length);
  let read = 0;
  for (let from = 0; from < length; from += range.stride * RUN) {
    read = Math.min(from + RUN, length);
    if (!widenRun(range, array, from, read)) return false;
  }
  return widenRun(range, array, Math.max(read, length - RUN), length);
}

function rangeOf(arrays: readonly Numbers[]): Range | undefined {
  const total = arrays.reduce((sum, array) => sum + array.length, 0);
  const range: Range = {
    least: Infinity,
    greatest: -Infinity,
    nan: 0,
    stride: total <= READ ? 1 : Math.ceil(total / SAMPLE),
  };
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
