/** `util.inspect` within limits of size and time: what is shown in a notebook is read by a person and kept in a file. */

import { inspect } from "node:util";

/** Longest text shown, in characters. */
const TEXT_LIMIT = 100_000;
/** Properties visited before the depth is reduced; about 2 ms of work. */
const BUDGET = 3000;
/** Items shown of an array that is shown itself, and of one inside of an object. */
const ITEMS = 100;
const INSIDE = 24;
/** Longest string shown inside of an object. */
const STRING = 10_000;
const options = { maxStringLength: STRING, breakLength: 100, compact: 3 } as const;

const hidden = /\bnode:|[\\/](dist[\\/])?kernel[\\/]\w+[\\/][\w-]+\.[jt]s:/;
/** An error's text without the stack frames of Node and of the kernel. */
const withoutOwnFrames = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !(/^\s+at /.test(line) && hidden.test(line)))
    .join("\n");

const more = (count: number, what: string): string => `… ${count} more ${what}${count === 1 ? "" : "s"}`;

const isCollection = (value: object): value is Map<unknown, unknown> | Set<unknown> =>
  value instanceof Map || value instanceof Set;

function firstOf(items: Iterable<unknown>): unknown[] {
  const first: unknown[] = [];
  for (const item of items) {
    if (first.push(...(Array.isArray(item) ? item.slice(0, ITEMS) : [item])) >= ITEMS) break;
  }
  return first;
}

/** The values of own properties; getters are not called. */
const ownValues = (value: object): unknown[] =>
  Object.keys(value).map((key) => Object.getOwnPropertyDescriptor(value, key)?.value);

/** Counts what inspection to `depth` would visit, but hardly further than `left`. */
function visits(value: unknown, depth: number, left: number): number {
  if (typeof value === "string") return 1 + Math.min(value.length, STRING) / 50;
  if (typeof value !== "object" || value === null || depth < 0) return 1;
  if (ArrayBuffer.isView(value)) return ITEMS;
  if (isCollection(value)) return among(firstOf(value), depth, left);
  return among(Array.isArray(value) ? value.slice(0, ITEMS) : ownValues(value), depth, left);
}

function among(items: readonly unknown[], depth: number, left: number): number {
  let sum = 1;
  for (const item of items) {
    sum += visits(item, depth - 1, left - sum);
    if (sum > left) break;
  }
  return sum;
}

/** The first properties of an object that has thousands. */
function head(value: object, keys: readonly string[]): string {
  const first = Object.create(Object.getPrototypeOf(value));
  for (const key of keys.slice(0, ITEMS)) {
    Object.defineProperty(first, key, Object.getOwnPropertyDescriptor(value, key) ?? { value: undefined });
  }
  return `${inspect(first, { ...options, maxArrayLength: ITEMS, depth: 0 })}\n${more(keys.length - ITEMS, "key")}`;
}

/** Inspection to the greatest depth the budget allows. */
function bounded(value: object, maxArrayLength: number): string {
  const keys = isCollection(value) || Array.isArray(value) || ArrayBuffer.isView(value) ? [] : Object.keys(value);
  if (keys.length > BUDGET) return head(value, keys);
  let depth = 4;
  while (depth > 0 && visits(value, depth, BUDGET) > BUDGET) depth--;
  return inspect(value, { ...options, maxArrayLength, depth });
}

/** A long array by its first items alone: `inspect` would look at all of them for gaps. */
function longArray(value: readonly unknown[]): string {
  const text = bounded(value.slice(0, ITEMS), ITEMS);
  return `${text.slice(0, text.lastIndexOf("]")).trimEnd()},\n  ${more(value.length - ITEMS, "item")}\n]`;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return inspect(value, { maxStringLength: TEXT_LIMIT - 100 });
  if (typeof value !== "object" || value === null) return inspect(value, options);
  if (Array.isArray(value) && value.length > ITEMS) return longArray(value);
  if (value instanceof Error) return withoutOwnFrames(inspect(value, { ...options, depth: 2 }));
  return bounded(value, isCollection(value) || Array.isArray(value) || ArrayBuffer.isView(value) ? ITEMS : INSIDE);
}

/** The reason an inspection failed, in one line; the thrown thing may itself be hostile. */
export function reasonOf(error: unknown): string {
  try {
    return String(error instanceof Error ? `${error.name}: ${error.message}` : error).slice(0, 500);
  } catch {
    return "an error that cannot be shown";
  }
}

/** Text cut to the limit, saying so. */
export const limited = (text: string): string =>
  text.length <= TEXT_LIMIT
    ? text
    : `${text.slice(0, TEXT_LIMIT)}\n… cut here: the whole text has ${text.length} characters`;

/**
 * A value as Node shows it, at most 100,000 characters and in bounded time: deep or wide objects are shown to a lower depth.
 * Never throws: what cannot be inspected (a throwing Proxy or inspection method) is named with the reason.
 */
export function inspectText(value: unknown): string {
  try {
    return limited(textOf(value));
  } catch (error) {
    return `[${typeof value} that cannot be inspected: ${reasonOf(error)}]`;
  }
}
