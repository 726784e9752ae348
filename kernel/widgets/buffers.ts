/** Typed arrays inside the state of a widget travel as binary buffers beside the JSON, each with its path. */

export type Path = readonly (string | number)[];

export interface Separated {
  readonly state: Record<string, unknown>;
  readonly paths: Path[];
  readonly buffers: ArrayBufferView[];
}

type Tree = Record<string | number, unknown>;

const isTree = (value: unknown): value is Tree => {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
};

const binary = (value: unknown): ArrayBufferView | undefined => {
  if (ArrayBuffer.isView(value)) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
};

/** Takes the arrays out of nested objects and lists: a key disappears, a place in a list becomes null. */
export const separate = (state: Record<string, unknown>): Separated => {
  const paths: Path[] = [];
  const buffers: ArrayBufferView[] = [];
  const strip = (value: unknown, path: Path): unknown => {
    if (!isTree(value)) return value;
    const kept: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      const buffer = binary(item);
      if (!buffer) kept.push([key, strip(item, here)]);
      else {
        paths.push(here);
        buffers.push(buffer);
        if (Array.isArray(value)) kept.push([key, null]);
      }
    }
    return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
  };
  return { state: strip(state, []) as Record<string, unknown>, paths, buffers };
};
