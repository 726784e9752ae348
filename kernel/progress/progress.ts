/** Progress bars: round a loop, `for (const i of progress(1000))`, or told by hand. */

import { NotebookError } from "../widgets/notebook-error.js";
import { quiet } from "../widgets/quiet.js";
import { type Bar, barOf } from "./bar.js";
import { openGauge } from "./gauge.js";
import { arrivals, counting, items } from "./iterate.js";

export type { Bar } from "./bar.js";

export interface ProgressOptions {
  /** What is being done, written before the bar. */
  readonly label?: string;
  /** What is counted, such as "steps". */
  readonly unit?: string;
}

type Source = Iterable<unknown> | AsyncIterable<unknown>;

const isSource = (value: unknown): value is Source =>
  typeof value === "string" ||
  (typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value));

/** The number of items where a source knows it: lists, typed arrays, maps, sets. */
const sizeOf = (source: Source): number | undefined => {
  const { length, size } = source as { length?: unknown; size?: unknown };
  return typeof length === "number" ? length : typeof size === "number" ? size : undefined;
};

const checked = (total: number): number => {
  if (Number.isInteger(total) && total >= 0) return total;
  throw new NotebookError(
    `progress(${total}) cannot be counted. Expected an integer ≥ 0. Write progress(Math.round(total)), or progress() when it is not known.`,
  );
};

const overItems = (source: Source, { label = "", unit = "" }: ProgressOptions): Bar => {
  const gauge = openGauge(sizeOf(source), label, unit);
  const loop =
    typeof source === "object" && Symbol.asyncIterator in source
      ? { [Symbol.asyncIterator]: () => arrivals(source, gauge) }
      : { [Symbol.iterator]: () => items(source, gauge) };
  return quiet({ ...barOf(gauge), ...loop });
};

/**
 * Shows a progress bar with rate and time left. It counts by itself in a loop, `for (const i of progress(1000))` over 0 … 999,
 * `for (const x of progress(list))`, `for await (const x of progress(source))`; else by `step()` or `report(fraction)`.
 * @throws NotebookError when the total is not an integer ≥ 0; Error outside a notebook kernel.
 */
export function progress(total: number, options?: ProgressOptions): Bar & Iterable<number>;
export function progress<T>(source: Iterable<T>, options?: ProgressOptions): Bar & Iterable<T>;
export function progress<T>(source: AsyncIterable<T>, options?: ProgressOptions): Bar & AsyncIterable<T>;
export function progress(options?: ProgressOptions): Bar;
export function progress(what?: number | Source | ProgressOptions, options: ProgressOptions = {}): Bar {
  if (isSource(what)) return overItems(what, options);
  if (typeof what !== "number") {
    const { label = "", unit = "" } = what ?? options;
    return quiet(barOf(openGauge(undefined, label, unit)));
  }
  const total = checked(what);
  const gauge = openGauge(total, options.label ?? "", options.unit ?? "");
  return quiet({ ...barOf(gauge), [Symbol.iterator]: () => counting(total, gauge) });
}
