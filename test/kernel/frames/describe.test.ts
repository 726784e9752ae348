import { describe, expect, it } from "vitest";
import { ours, published } from "./danfojs.js";

const columns = () => ({
  x: [1, null, 4.5, 2.25],
  y: [3, 7, Number.NaN, 8],
  name: ["a", "b", "c", "d"],
  up: [true, false, true, true],
});

describe("describe with missing values", () => {
  it("fails in danfojs itself, at null and at NaN", () => {
    expect(() => new published.DataFrame(columns()).describe()).toThrow(/mean/);
    expect(new published.DataFrame({ y: [3, 7, Number.NaN] }).describe().values[1]).toEqual([Number.NaN]);
  });

  it("leaves the missing values out", () => {
    const table = new ours.DataFrame(columns()).describe();
    expect(table.index).toEqual(["count", "mean", "std", "min", "median", "max", "variance"]);
    expect(table.columns).toEqual(["x", "y", "up"]);
    const [x, y, up] = [0, 1, 2].map((c) => table.values.map((row: number[]) => row[c]));
    const mean = (1 + 4.5 + 2.25) / 3;
    const variance = ((1 - mean) ** 2 + (4.5 - mean) ** 2 + (2.25 - mean) ** 2) / 2;
    for (const [i, value] of [3, mean, Math.sqrt(variance), 1, 2.25, 4.5, variance].entries())
      expect(x[i]).toBeCloseTo(value, 12);
    for (const [i, value] of [3, 6, Math.sqrt(7), 3, 7, 8, 7].entries()) expect(y[i]).toBeCloseTo(value, 12);
    expect(up.slice(0, 2)).toEqual([4, 0.75]);
  });

  it("agrees with danfojs where nothing is missing", () => {
    const data = { x: [2.5, -1, 7, 3.25, 11], n: [4, 9, 2, 2, 6] };
    const [raw, mended] = [published, ours].map(({ DataFrame }) => new DataFrame(data).describe().values.flat());
    for (const [i, value] of raw.entries()) expect(mended[i]).toBeCloseTo(value, 12);
  });

  it("gives a column without values the count 0, and needs a column of numbers", () => {
    expect(
      new ours.DataFrame({ x: [1.5, 2.5], gone: [null, null] }).describe().values.map((row: number[]) => row[1]),
    ).toEqual([0, ...new Array(6).fill(Number.NaN)]);
    expect(() => new ours.DataFrame({ name: ["a", "b"] }).describe()).toThrow(
      expect.objectContaining({
        name: "FrameError",
        fault: "no numbers",
        message: expect.stringContaining("name (string)"),
      }),
    );
  });

  it("holds for frames made by danfojs's own methods", () => {
    const head = new ours.DataFrame(columns()).head(3);
    expect(head.describe().values[0]).toEqual([2, 2, 3]);
  });
});
