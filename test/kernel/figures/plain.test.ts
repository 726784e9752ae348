import fc from "fast-check";
import { expect, test } from "vitest";
import { plainFigure } from "../../../kernel/figures/plain.js";

test("a JSON value stays as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(plainFigure(value))).toBe(JSON.stringify(value));
    }),
  );
});

test("typed arrays become arrays, with null where a line breaks", () => {
  const figure = {
    data: [{ x: Float64Array.of(0.1, Number.NaN, 1e-300), y: Int8Array.of(-3, 4), z: BigInt64Array.of(7n) }],
  };
  expect(plainFigure(figure)).toEqual({ data: [{ x: [0.1, null, 1e-300], y: [-3, 4], z: [7] }] });
});

test("32-bit numbers are written short and read back the same", () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const [written] = plainFigure(Float32Array.of(value)) as [number];
      expect(Math.fround(written)).toBe(value === 0 ? written : value);
      expect(Number(written.toPrecision(9))).toBe(written);
    }),
  );
  expect(plainFigure(Float32Array.of(0.1))).toEqual([0.1]);
});

test("dates, functions and undefined are as in JSON; a figure in itself is refused", () => {
  expect(plainFigure({ at: new Date(0), call: () => 1, none: undefined })).toEqual({ at: "1970-01-01T00:00:00.000Z" });
  const figure: Record<string, unknown> = {};
  figure.layout = { figure };
  expect(() => plainFigure(figure)).toThrow("contains itself");
});
