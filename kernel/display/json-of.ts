/** Values as JSON has them, for data of JSON MIME types. */

type Item = readonly [key: string, value: unknown];

const isDropped = (value: unknown): boolean =>
  value === undefined || typeof value === "function" || typeof value === "symbol";

const number = (value: number): number | null => (Number.isFinite(value) ? value : null);

function primitive(value: unknown): unknown {
  if (typeof value === "bigint") return number(Number(value));
  if (typeof value === "number") return number(value);
  return isDropped(value) ? null : value;
}

function ownItems(value: object, seen: readonly object[]): Item[] {
  return Object.entries(value)
    .filter(([, item]) => !isDropped(item))
    .map(([key, item]) => [key, convert(item, seen)]);
}

function convert(value: unknown, seen: readonly object[]): unknown {
  if (typeof value !== "object" || value === null) return primitive(value);
  if (seen.includes(value)) throw new TypeError("its JSON data contain themselves");
  if (ArrayBuffer.isView(value)) {
    return value instanceof DataView ? null : Array.from(value as unknown as ArrayLike<number | bigint>, primitive);
  }
  const inside = [...seen, value];
  if (Array.isArray(value)) return value.map((item) => convert(item, inside));
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return convert(toJSON.call(value), inside);
  return Object.fromEntries(ownItems(value, inside));
}

/**
 * A copy with JSON values alone: typed arrays become arrays, numbers that are not finite become null, bigints numbers; functions,
 * symbols and undefined are left out, as `JSON.stringify` does.
 * @throws TypeError when the value contains itself.
 */
export const jsonOf = (value: unknown): unknown => convert(value, []);
