/** Compares JSON values, numbers within a tolerance; arrays that Plotly keeps as bytes are compared as the numbers they hold. */

import { agree, type Tolerance } from "./compare-numbers.js";

interface Packed {
  readonly dtype: string;
  readonly bdata: string;
}

const readers: Readonly<Record<string, (view: DataView, i: number) => number>> = {
  i1: (view, i) => view.getInt8(i),
  u1: (view, i) => view.getUint8(i),
  i2: (view, i) => view.getInt16(2 * i, true),
  u2: (view, i) => view.getUint16(2 * i, true),
  i4: (view, i) => view.getInt32(4 * i, true),
  u4: (view, i) => view.getUint32(4 * i, true),
  f4: (view, i) => view.getFloat32(4 * i, true),
  f8: (view, i) => view.getFloat64(8 * i, true),
};

const isPacked = (value: unknown): value is Packed =>
  typeof value === "object" && value !== null && "bdata" in value && "dtype" in value;

const unpacked = (value: unknown): unknown => {
  if (!isPacked(value)) return value;
  const dtype = value.dtype.replace(/^</, "");
  const read = readers[dtype];
  if (!read) return value;
  const bytes = Buffer.from(value.bdata, "base64");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / Number(dtype[1]) }, (_, i) => read(view, i));
};

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** The first place where two JSON values differ, as `data[0].y[3]: 1.5 became 1.6`; undefined when they agree. */
export const jsonDifference = (a: unknown, b: unknown, tolerance: Tolerance, place = ""): string | undefined => {
  const [stored, found] = [unpacked(a), unpacked(b)];
  if (typeof stored === "number" && typeof found === "number" && agree(stored, found, tolerance)) return undefined;
  const bothObjects = [stored, found].every((value) => typeof value === "object" && value !== null);
  if (!bothObjects || Array.isArray(stored) !== Array.isArray(found)) {
    return stored === found ? undefined : `${place || "value"}: ${short(stored)} became ${short(found)}`;
  }
  const [one, other] = [stored, found] as Record<string, unknown>[];
  if (Array.isArray(stored) && stored.length !== (found as unknown[]).length) {
    return `${place || "value"}: ${stored.length} entries became ${(found as unknown[]).length}`;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const at = Array.isArray(stored) ? `${place}[${key}]` : `${place}${place && "."}${key}`;
    const difference = jsonDifference(one[key], other[key], tolerance, at);
    if (difference !== undefined) return difference;
  }
  return undefined;
};
