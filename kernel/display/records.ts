/** Arrays of plain records with common keys, as tables. */

import { isEstimate } from "./estimate.js";
import type { MimeBundle } from "./mime-bundle.js";
import { isPlainRecord } from "./plain-record.js";
import { tableBundle } from "./table.js";

type Row = Record<string, unknown>;

const LOOKED_AT = 2000;
const MOST_KEYS = 1000;

const isScalar = (value: unknown): boolean =>
  value === null || typeof value !== "object" || isEstimate(value) || value instanceof Date;

/** The keys in the order of their first appearance; undefined when no key is in every record. */
function keysOf(rows: readonly Row[]): string[] | undefined {
  const count = new Map<string, number>();
  for (const row of rows) {
    for (const key of Object.keys(row)) count.set(key, (count.get(key) ?? 0) + 1);
    if (count.size > MOST_KEYS) return undefined;
  }
  return [...count.values()].includes(rows.length) ? [...count.keys()] : undefined;
}

/** Estimates one a row: the value, and what it rests on. */
const spread = (row: unknown): Row =>
  isEstimate(row) ? { value: row, samples: row.samples, tau: row.tau } : (row as Row);

/** Whether at least half of the columns hold numbers, words or estimates alone. */
function isTabular(rows: readonly Row[], keys: readonly string[], estimates: boolean): boolean {
  const scalar = keys.filter((key) => estimates || rows.every((row) => isScalar(row[key])));
  return 2 * scalar.length >= keys.length;
}

/** The bundle of an array of records that share a key and hold numbers, words or estimates; undefined for other arrays. */
export function recordsBundle(value: readonly unknown[]): MimeBundle | undefined {
  if (value.length === 0 || !isPlainRecord(value[0])) return undefined;
  const looked = value.slice(0, LOOKED_AT);
  if (!looked.every(isPlainRecord) || !isPlainRecord(value.at(-1))) return undefined;
  const estimates = looked.every(isEstimate);
  const keys = estimates ? ["value", "samples", "tau"] : keysOf(looked);
  if (keys === undefined || !isTabular(looked, keys, estimates)) return undefined;
  return tableBundle({
    rows: value.length,
    columns: keys,
    label: (row) => row,
    cell: (row, column) => {
      const record = value[row];
      return isPlainRecord(record) ? (estimates ? spread(record) : record)[keys[column]] : undefined;
    },
  });
}
