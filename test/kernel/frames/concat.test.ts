import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ours, published } from "./danfojs.js";

const plain = (frame: { columns: string[]; index: number[]; values: unknown[] }) => ({
  columns: frame.columns,
  index: frame.index,
  values: frame.values,
});

describe("concat", () => {
  it("appends to the first frame's columns in danfojs itself", () => {
    const first = new published.DataFrame({ a: [1, 2], b: [3, 4] });
    published.concat({ dfList: [first, new published.DataFrame({ a: [5], b: [6] })], axis: 0 });
    expect(first.getColumnData).toEqual([
      [1, 2, 5],
      [3, 4, 6],
    ]);
    expect(() => first.a).toThrow(/length/);
  });

  it.each([0, 1])("leaves its inputs alone along axis %i", (axis) => {
    const first = new ours.DataFrame({ a: [1, 2], b: [3, 4] });
    const second = new ours.DataFrame({ a: [5], c: [6] });
    ours.concat({ dfList: [first, second], axis });
    expect(first.getColumnData).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(second.getColumnData).toEqual([[5], [6]]);
    expect(first.a.values).toEqual([1, 2]);
  });

  it("gives what danfojs gives", () => {
    const names = ["p", "q", "r", "s"];
    const frame = fc
      .tuple(fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 4 }))
      .map(([keys, rows]) =>
        Object.fromEntries(keys.map((key, k) => [key, Array.from({ length: rows }, (_, i) => 10 * k + i + 2)])),
      );
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 1), (frames, axis) => {
        const joined = [published, ours].map(({ DataFrame, concat }) =>
          plain(concat({ dfList: frames.map((data) => new DataFrame(structuredClone(data))), axis })),
        );
        expect(joined[1]).toEqual(joined[0]);
      }),
      { numRuns: 200 },
    );
  });

  it("makes a Series of rows of a single column, as danfojs does", () => {
    for (const { DataFrame, Series, concat } of [published, ours]) {
      const joined = concat({ dfList: [new DataFrame({ x: [1, 2] }), new DataFrame({ x: [3] })], axis: 0 });
      expect([joined.$isSeries, joined.values]).toEqual([true, [1, 2, 3]]);
      expect(joined.columns).toEqual(new Series([1]).columns);
    }
  });

  it("joins series and long frames", () => {
    const series = ours.concat({ dfList: [new ours.Series([1, 2]), new ours.Series([3])], axis: 0 });
    expect(series.values).toEqual([1, 2, 3]);
    const long = () =>
      new ours.DataFrame({ x: new Float64Array(130_000).fill(2.5), y: new Float64Array(130_000).fill(3.5) });
    expect(ours.concat({ dfList: [long(), long()], axis: 0 }).shape).toEqual([260_000, 2]);
  });
});
