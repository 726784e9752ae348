import { expect, test } from "vitest";
import { figureOf, sizeOf } from "../../../kernel/figures/figure.js";
import { finely, mapTraces, webglTraces, withTwins } from "../../../kernel/figures/traces.js";

test("what is no figure is told apart", () => {
  for (const value of [null, 3, "figure", [], {}, { data: {} }, { data: [1] }, { layout: {} }])
    expect(figureOf(value)).toBeUndefined();
  expect(figureOf({ data: [] })).toEqual({ data: [], layout: {} });
});

test("pictures by address are left out", () => {
  const inside = { source: "data:image/png;base64,AAAA" };
  const layout = {
    images: [
      inside,
      { source: "https://example.org/x.png" },
      { source: "file:///etc/passwd" },
      { source: "data:image/svg+xml,<svg/>" },
      3,
    ],
  };
  const figure = figureOf({ data: [{ type: "image", source: "http://example.org/y.png" }], layout })!;
  expect(figure.layout.images).toEqual([inside]);
  expect(figure.data).toEqual([{ type: "image", source: undefined }]);
});

test("sizes are Plotly's own unless said, and bounded", () => {
  const size = (layout: Record<string, unknown>) => sizeOf({ data: [], layout });
  expect(size({})).toEqual({ width: 700, height: 450 });
  expect(size({ width: 320.4, height: 1e9 })).toEqual({ width: 320, height: 4000 });
  expect(size({ width: "wide", height: -3 })).toEqual({ width: 700, height: 20 });
});

test("traces are sorted by what they need", () => {
  const figure = {
    data: [{}, { type: "surface" }, { type: "scattergl" }, { type: "scattergeo" }, { type: "surface" }, { type: 3 }],
    layout: {},
  };
  expect(webglTraces(figure)).toEqual(["surface", "scattergl"]);
  expect(mapTraces(figure)).toEqual(["scattergeo"]);
  expect(webglTraces(withTwins(figure))).toEqual(["surface"]);
  const many = { data: [{ type: "scattergl", y: new Float64Array(30_000) }], layout: {} };
  expect(webglTraces(withTwins(many))).toEqual(["scattergl"]);
});

test("lines keep every point unless told otherwise", () => {
  const { data } = finely({
    data: [{ y: [1, 2] }, { type: "scatter", line: { simplify: true, width: 3 } }, { type: "bar" }],
    layout: {},
  });
  expect(data.map(({ line }) => line)).toEqual([{ simplify: false }, { simplify: true, width: 3 }, undefined]);
});
