/** Puts the buffers of an arriving message back into its state. */

type Tree = Record<string | number, unknown>;

interface ArrayKind {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer): ArrayBufferView;
}

/** Element types by the names that NumPy and the array widgets give them. */
const kinds: Readonly<Record<string, ArrayKind>> = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
};

/** The element type that is said beside the buffer (`dtype`), or that the value replaced has. */
const kindOf = (home: Tree, replaced: unknown): ArrayKind | undefined => {
  const { dtype } = home;
  if (typeof dtype === "string" && Object.hasOwn(kinds, dtype)) return kinds[dtype];
  if (!ArrayBuffer.isView(replaced) || replaced instanceof DataView) return undefined;
  return Object.values(kinds).find((kind) => replaced instanceof kind);
};

/** A copy, since a buffer of a message may begin at an address where no array of doubles can. */
const typed = (bytes: Uint8Array, kind: ArrayKind | undefined): ArrayBufferView => {
  const { buffer } = new Uint8Array(bytes);
  return kind && buffer.byteLength % kind.BYTES_PER_ELEMENT === 0 ? new kind(buffer) : new DataView(buffer);
};

const child = (tree: unknown, key: unknown): unknown =>
  typeof tree === "object" && tree !== null && Object.hasOwn(tree, key as string)
    ? (tree as Tree)[key as string]
    : undefined;

/**
 * Sets the buffers at their paths in `state`, in place: typed arrays where the element type is known (a `dtype` beside it,
 * or an array in the same place of `before`), else DataViews. Paths that lead nowhere are ignored.
 */
export const rejoin = (
  state: Record<string, unknown>,
  paths: unknown,
  buffers: readonly Uint8Array[],
  before: object = {},
): void => {
  if (!Array.isArray(paths)) return;
  paths.slice(0, buffers.length).forEach((path: unknown, i) => {
    if (!Array.isArray(path) || path.length === 0 || path.includes("__proto__")) return;
    const home = path.slice(0, -1).reduce<unknown>(child, state);
    if (typeof home !== "object" || home === null) return;
    const replaced = path.reduce<unknown>(child, before);
    (home as Tree)[path.at(-1) as string] = typed(buffers[i]!, kindOf(home as Tree, replaced));
  });
};
