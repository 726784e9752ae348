/** Figures as JSON: typed arrays become arrays, and what JSON has no word for becomes null. */

/** The shortest decimal that is read back as the same 32-bit number; nine digits always are. */
const short = (value: number): number =>
  [6, 7, 8].map((digits) => Number(value.toPrecision(digits))).find((decimal) => Math.fround(decimal) === value) ??
  Number(value.toPrecision(9));

const plainNumber = (value: number): number | null => (Number.isFinite(value) ? value : null);

const isArrayLike = (value: object): value is ArrayLike<unknown> =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

const plainArray = (array: ArrayLike<unknown>): (number | null)[] => {
  if (array instanceof Float32Array) return Array.from(array, (value) => plainNumber(short(value)));
  return Array.from(array, (value) => plainNumber(Number(value)));
};

const plain = (value: unknown, within: readonly object[]): unknown => {
  if (typeof value === "number") return plainNumber(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "function" || typeof value === "symbol") return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (within.includes(value)) throw new TypeError("the figure contains itself, expected a tree of data");
  const inside = [...within, value];
  if (isArrayLike(value)) return plainArray(value);
  if (Array.isArray(value)) return value.map((entry) => plain(entry, inside) ?? null);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  const entries = Object.entries(value).map(([name, entry]) => [name, plain(entry, inside)] as const);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
};

/**
 * The figure as a JSON value that every Plotly reads: NaN and infinities, at which lines break, are null.
 * @throws TypeError when the figure contains itself.
 */
export const plainFigure = (figure: unknown): unknown => plain(figure, []);
