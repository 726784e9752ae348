import { describe, expect, it } from "vitest";
import { ours, published } from "./danfojs.js";

const x = () => new Float64Array([1.5, -2, 8]);

describe("typed arrays in frames", () => {
  it("are refused or kept as they are by danfojs itself", () => {
    expect(() => new published.DataFrame({ x: x() })).toThrow(/length/);
    expect(() => new published.DataFrame({ y: [1, 2, 3] }).addColumn("x", x())).toThrow(/not supported/);
    expect(new published.Series(x()).values).toBeInstanceOf(Float64Array);
  });

  it("are columns", () => {
    const frame = new ours.DataFrame({ x: x(), y: [3, 4, 5] });
    expect(frame.values).toEqual([
      [1.5, 3],
      [-2, 4],
      [8, 5],
    ]);
    expect(frame.dtypes).toEqual(["float32", "int32"]);
    expect(frame.x.sum()).toBe(7.5);
  });

  it("are rows, series, labels and new columns", () => {
    expect(new ours.DataFrame([x(), x()]).values).toEqual([
      [1.5, -2, 8],
      [1.5, -2, 8],
    ]);
    expect(new ours.Series(x()).values).toEqual([1.5, -2, 8]);
    const frame = new ours.DataFrame({ y: [1, 2, 3] }, { index: new Int32Array([7, 8, 9]) });
    expect(frame.index).toEqual([7, 8, 9]);
    expect(frame.addColumn("x", x()).values).toEqual([
      [1, 1.5],
      [2, -2],
      [3, 8],
    ]);
    frame.y = x();
    expect(frame.y.values).toEqual([1.5, -2, 8]);
    expect(frame.head(1).addColumn("z", new Uint8Array([6])).values).toEqual([[1.5, 6]]);
  });

  it("keep 64-bit integers that are exact, and refuse the others", () => {
    expect(new ours.Series(new BigInt64Array([5n, -6n])).values).toEqual([5, -6]);
    expect(() => new ours.DataFrame({ n: new BigInt64Array([2n ** 60n + 1n]) })).toThrow(
      expect.objectContaining({ fault: "wide integer" }),
    );
  });

  it("are copied, so that the frame does not change with them", () => {
    const column = x();
    const frame = new ours.DataFrame({ x: column });
    column[0] = 99;
    expect(frame.x.values[0]).toBe(1.5);
  });
});
