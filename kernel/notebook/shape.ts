/** Small checks of JSON values, composed into the checks of a format. A check lists what is wrong, with the place. */

export type Check = (value: unknown, place: string) => string[];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const told = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
};

const that =
  (holds: (value: unknown) => boolean, expected: string): Check =>
  (value, place) =>
    holds(value) ? [] : [`${place} is ${told(value)}, expected ${expected}`];

export const aString = that((v) => typeof v === "string", "a string");
export const aText = that(
  (v) => typeof v === "string" || (Array.isArray(v) && v.every((line) => typeof line === "string")),
  "a string or a list of strings",
);
export const aBoolean = that((v) => typeof v === "boolean", "true or false");
export const aRecord = that(isRecord, "an object");
export const aStringOrRecord = that((v) => typeof v === "string" || isRecord(v), "a string or an object");
export const aList = that(Array.isArray, "a list");
export const anything: Check = () => [];

export const anInteger = (least: number): Check =>
  that((v) => Number.isInteger(v) && (v as number) >= least, `an integer from ${least}`);
export const matching = (pattern: RegExp, expected: string): Check =>
  that((v) => typeof v === "string" && pattern.test(v), expected);
export const oneOf = (...values: readonly unknown[]): Check =>
  that((v) => values.includes(v), values.map((v) => JSON.stringify(v)).join(" or "));
export const orNull =
  (check: Check): Check =>
  (value, place) =>
    value === null ? [] : check(value, place);

export const listOf =
  (check: Check): Check =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((item, i) => check(item, `${place}[${i}]`))
      : [`${place} is ${told(value)}, expected a list`];

export const mapOf =
  (check: (name: string) => Check): Check =>
  (value, place) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, item]) => check(name)(item, `${place}.${name}`))
      : aRecord(value, place);

interface Fields {
  readonly required?: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
  /** May there be other fields? */
  readonly open?: boolean;
}

/** An object with these fields. */
export const object =
  ({ required = {}, optional = {}, open = false }: Fields): Check =>
  (value, place) => {
    if (!isRecord(value)) return aRecord(value, place);
    const missing = Object.keys(required).filter((name) => !(name in value));
    const checked = Object.entries(value).flatMap(([name, item]) => {
      const check = required[name] ?? optional[name];
      if (check) return check(item, `${place}.${name}`);
      return open ? [] : [`${place}.${name} is not a field of the format`];
    });
    return [...missing.map((name) => `${place}.${name} is missing`), ...checked];
  };
