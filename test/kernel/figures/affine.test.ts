import { expect, test } from "vitest";
import { type Affine, compose, parseAffine } from "../../../kernel/figures/affine.js";

const apply = ([a, b, c, d, e, f]: Affine, x: number, y: number): number[] => [a * x + c * y + e, b * x + d * y + f];

test("a list of transforms is applied from its end", () => {
  const map = parseAffine("translate(10,20) rotate(90) scale(2)");
  const [x, y] = apply(map, 3, 0.5);
  expect(x).toBeCloseTo(10 - 1, 12);
  expect(y).toBeCloseTo(20 + 6, 12);
});

test("a rotation about a point leaves the point", () => {
  const [x, y] = apply(parseAffine("rotate(-37, 4, 7)"), 4, 7);
  expect(x).toBeCloseTo(4, 12);
  expect(y).toBeCloseTo(7, 12);
});

test("composition is application in turn", () => {
  const [f, g] = [parseAffine("matrix(2,1,-3,4,5,6)"), parseAffine("rotate(30)translate(2,-1)")];
  const inner = apply(g, 1.5, -2) as [number, number];
  expect(apply(compose(f, g), 1.5, -2)).toEqual(apply(f, ...inner).map((value) => expect.closeTo(value, 10)));
});

test("what is no transform is the identity", () => {
  expect(apply(parseAffine("translate(a)"), 2, 3)).toEqual([2, 3]);
  expect(apply(parseAffine(null), 2, 3)).toEqual([2, 3]);
});
