import { expect, test } from "vitest";
import { lengthOf, outline, pointAt } from "../../../kernel/figures/outline.js";

test("lines, absolute and relative, come back to the start", () => {
  const absolute = outline("M1,2L4,2V6H1Z");
  expect(absolute).toEqual([
    [1, 2],
    [4, 2],
    [4, 6],
    [1, 6],
    [1, 2],
  ]);
  expect(outline("m1,2l3,0v4h-3z")).toEqual(absolute);
  expect(lengthOf(absolute)).toBeCloseTo(14, 12);
});

test("a quarter of a circle by a Bézier curve has its length, π/2 to 0.3 %", () => {
  const k = 0.5522847498;
  const quarter = outline(`M1,0C1,${k} ${k},1 0,1`);
  expect(Math.abs(lengthOf(quarter) / (Math.PI / 2) - 1)).toBeLessThan(3e-3);
});

test("points along a path, clamped to its ends", () => {
  const points = outline("M0,0L3,0L3,4");
  expect(pointAt(points, 5)).toEqual({ x: 3, y: 2 });
  expect(pointAt(points, -1)).toEqual({ x: 0, y: 0 });
  expect(pointAt(points, 99)).toEqual({ x: 3, y: 4 });
});
