/** The binary format of WebAssembly: numbers, lists and sections as bytes. */

export type Bytes = readonly number[];

/** A whole number ≥ 0 in groups of seven bits, the lowest first. */
export const unsigned = (value: number): Bytes =>
  value < 128 ? [value] : [(value % 128) | 128, ...unsigned(Math.floor(value / 128))];

/** A whole number of 32 bits, with its sign in the last group. */
export const signed = (value: number): Bytes =>
  value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];

/** The eight bytes of a number. */
export const float = (value: number): Bytes => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return Array.from(new Uint8Array(view.buffer));
};

/** Bytes behind their length. */
export const sized = (bytes: Bytes): Bytes => [...unsigned(bytes.length), ...bytes];

/** Items behind their count. */
export const list = (items: readonly Bytes[]): Bytes => [...unsigned(items.length), ...items.flat()];

export const text = (value: string): Bytes => sized(Array.from(new TextEncoder().encode(value)));

export const section = (id: number, items: readonly Bytes[]): Bytes => [id, ...sized(list(items))];
