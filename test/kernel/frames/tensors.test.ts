/** Arithmetic of frames, which danfojs leaves to TensorFlow and the bundle to its own tensors. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ours } from "./danfojs.js";

const { DataFrame, Series } = ours;
const frame = () => new DataFrame({ x: [3, -4, 6], y: [0.5, 8, -2.5] });

describe("arithmetic of frames", () => {
  it.each([
    [
      "add",
      2,
      [
        [5, 2.5],
        [-2, 10],
        [8, -0.5],
      ],
    ],
    [
      "sub",
      2,
      [
        [1, -1.5],
        [-6, 6],
        [4, -4.5],
      ],
    ],
    [
      "mul",
      2,
      [
        [6, 1],
        [-8, 16],
        [12, -5],
      ],
    ],
    [
      "div",
      2,
      [
        [1.5, 0.25],
        [-2, 4],
        [3, -1.25],
      ],
    ],
    [
      "pow",
      2,
      [
        [9, 0.25],
        [16, 64],
        [36, 6.25],
      ],
    ],
    [
      "mod",
      5,
      [
        [3, 0.5],
        [1, 3],
        [1, 2.5],
      ],
    ],
  ])("%s of a number", (name, other, values) => {
    expect(frame()[name](other).values).toEqual(values);
  });

  it("is in double precision", () => {
    expect(new DataFrame({ x: [0.1], y: [0.7] }).add(0.2).values).toEqual([[0.1 + 0.2, 0.7 + 0.2]]);
  });

  it("takes frames, columns and rows", () => {
    expect(frame().sub(frame()).values).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(frame().add(new Series([10, 20, 30]), { axis: 0 }).values).toEqual([
      [13, 10.5],
      [16, 28],
      [36, 27.5],
    ]);
    expect(frame().mul([10, 100], { axis: 1 }).values).toEqual([
      [30, 50],
      [-40, 800],
      [60, -250],
    ]);
    expect(() => frame().add([1, 2], { axis: 0 })).toThrow(/3 and 2 rows/);
  });

  it("compares, and finds places", () => {
    expect(frame().gt(0.5).values).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
    expect(frame().eq(frame()).values.flat()).toEqual(new Array(6).fill(true));
    expect(new Series([3, 9, -1, 9]).argMax()).toBe(1);
    expect(new Series([3, 9, -1, 9]).argMin()).toBe(2);
  });

  it("differences and relative changes along rows and columns", () => {
    const { NaN: nan } = Number;
    expect(new DataFrame({ x: [1, 4, 9] }).diff(1, { axis: 1 }).values.slice(1)).toEqual([[3], [5]]);
    expect(new DataFrame({ x: [2, 3, 6] }).pctChange(1, { axis: 1 }).values).toEqual([[nan], [0.5], [1]]);
  });

  it("keeps missing values missing", () => {
    expect(new DataFrame({ x: [1.5, null], y: [2, 3] }).add(1).values).toEqual([
      [2.5, 3],
      [Number.NaN, 4],
    ]);
  });
});

describe("scalers", () => {
  it("take columns to mean 0 and variance 1, or to [0, 1], and back", () => {
    const entry = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 7);
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, entry), { minLength: 3, maxLength: 20 }), (rows) => {
        fc.pre([0, 1].every((c) => new Set(rows.map((row) => row[c])).size > 1));
        const standard = new ours.StandardScaler();
        const scaled: number[][] = standard.fitTransform(rows);
        for (const c of [0, 1]) {
          expect(scaled.reduce((sum, row) => sum + row[c], 0) / rows.length).toBeCloseTo(0, 9);
          expect(scaled.reduce((sum, row) => sum + row[c] ** 2, 0) / rows.length).toBeCloseTo(1, 9);
        }
        const box = new ours.MinMaxScaler();
        const fitted: number[][] = box.fitTransform(rows);
        expect(Math.max(...fitted.flat())).toBeCloseTo(1, 12);
        expect(Math.min(...fitted.flat())).toBeCloseTo(0, 12);
        for (const back of [standard.inverseTransform(scaled), box.inverseTransform(fitted)]) {
          for (const [r, row] of rows.entries()) for (const c of [0, 1]) expect(back[r][c]).toBeCloseTo(row[c], 9);
        }
      }),
    );
  });
});

describe("samples", () => {
  it("are rows of the frame, none twice, the same for the same seed", async () => {
    const rows = new DataFrame({ x: Array.from({ length: 50 }, (_, i) => i), y: new Array(50).fill(2.5) });
    const draw = async (seed: number): Promise<number[]> => (await rows.sample(20, { seed })).x.values;
    const first = await draw(3);
    expect(new Set(first).size).toBe(20);
    expect(first.every((x) => x >= 0 && x < 50)).toBe(true);
    expect(await draw(3)).toEqual(first);
    expect(await draw(4)).not.toEqual(first);
  });
});
