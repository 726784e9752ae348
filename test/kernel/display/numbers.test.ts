import { describe, expect, it } from "vitest";
import { bundleOf } from "../../../kernel/display/bundle.js";

const text = (value: unknown): string => bundleOf(value)?.data["text/plain"] as string;
const ramp = (count: number): number[] => Array.from({ length: count }, (_, i) => i / 4);

describe("long arrays of numbers", () => {
  it("have their length, range, first and last values", () => {
    expect(text(new Float64Array(ramp(1001)))).toBe(
      "Float64Array(1001)  0 … 250\n[0, 0.25, 0.5, 0.75, 1, …, 249.5, 249.75, 250]",
    );
    expect(text(ramp(200))).toBe("Array(200)  0 … 49.75\n[0, 0.25, 0.5, 0.75, 1, …, 49.25, 49.5, 49.75]");
    expect(text(new Int16Array(300).fill(-7))).toMatch(/^Int16Array\(300\) {2}-7 … -7\n/);
    expect(text(new BigInt64Array(150).map((_, i) => BigInt(i)))).toMatch(/^BigInt64Array\(150\) {2}0n … 149n\n\[0n, /);
  });

  it("count NaN, which is in no range", () => {
    const values = new Float64Array(ramp(400));
    values.set([Number.NaN, Number.NaN, -3], 100);
    expect(text(values)).toMatch(/^Float64Array\(400\) {2}-3 … 99\.75, 2 NaN\n/);
    expect(text(new Float64Array(200).fill(Number.NaN))).toMatch(/no number, 200 NaN/);
  });

  it("up to 100 numbers are shown whole", () => {
    expect(text(ramp(100))).toContain("24.75");
    expect(text(ramp(100))).not.toContain("…");
    expect(text([])).toBe("[]");
  });

  it("say so when they are too long to be read whole", () => {
    const values = new Float64Array(5_000_000).fill(2.5);
    expect(text(values)).toMatch(/^Float64Array\(5000000\) {2}2\.5 … 2\.5 \(1 in 7 values read\)\n/);
    values[4_999_998] = 7;
    expect(text(values)).toContain("2.5 … 7 (1");
    expect(text(values.subarray(0, 2_000_000))).not.toContain("values read");
  });

  it("with something else in them are shown as Node does", () => {
    expect(text([...ramp(200), "x"])).toMatch(/^\[\n/);
  });
});

describe("arrays of arrays of numbers", () => {
  it("have their shape, range and corners", () => {
    const rows = Array.from({ length: 30 }, (_, r) => new Float64Array(50).map((_, c) => r + c / 100));
    const lines = text(rows).split("\n");
    expect(lines[0]).toBe("Float64Arrays, 30 × 50  0 … 29.49");
    expect(lines[2]).toBe("  [0, 0.01, 0.02, 0.03, …, 0.48, 0.49],");
    expect(lines.at(-2)).toBe("  [29, 29.01, 29.02, 29.03, …, 29.48, 29.49]");
    expect(lines).toHaveLength(10);
  });

  it("of different lengths say so", () => {
    expect(text([ramp(200), ramp(3), ramp(90)])).toMatch(/^Arrays, 3 rows of 3 … 200 {2}0 … 49.75\n/);
  });

  it("that are small are shown whole", () => {
    expect(
      text([
        [1, 2],
        [3, 4],
      ]),
    ).toBe("[ [ 1, 2 ], [ 3, 4 ] ]");
  });
});
