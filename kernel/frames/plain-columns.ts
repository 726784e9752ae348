/** Typed arrays as data of frames: danfojs takes them for objects, and stores, transposes or refuses them. */

import { FrameError } from "./frame-error.js";

type Typed = ArrayLike<number | bigint>;

const isTyped = (value: unknown): value is Typed => ArrayBuffer.isView(value) && !(value instanceof DataView);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** 64-bit integers become numbers where that is exact. */
function number(value: number | bigint): number {
  const converted = Number(value);
  if (typeof value === "bigint" && !Number.isSafeInteger(converted)) {
    throw new FrameError(
      "wide integer",
      `${value} is not exact as a number, and frames have no wider type: give it as a string`,
    );
  }
  return converted;
}

/** A typed array as an array; other values as they are. */
export const plainColumn = (value: unknown): unknown => (isTyped(value) ? Array.from(value, number) : value);

/** Data of a frame, a column, rows or named columns, with arrays for typed arrays. */
export function plainData(data: unknown): unknown {
  if (Array.isArray(data)) return data.some(isTyped) ? data.map(plainColumn) : data;
  if (!isRecord(data)) return plainColumn(data);
  return Object.fromEntries(Object.entries(data).map(([name, column]) => [name, plainColumn(column)]));
}
