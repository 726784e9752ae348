import { expect, test } from "vitest";
import { laneDesk } from "../../src/dynamics/ensemble/lane-desk.js";

test("harvests are taken in the order of their blocks, in whatever order they come", () => {
  const taken: number[] = [];
  const desk = laneDesk(3, 8, (number) => taken.push(number));
  const drawn = Array.from({ length: 5 }, () => desk.draw());
  expect([...drawn, desk.draw(), desk.left()]).toEqual([3, 4, 5, 6, 7, undefined, 0]);
  for (const number of [4, 3]) desk.file(number, []);
  expect(taken).toEqual([3, 4]);
  for (const number of [7, 6]) desk.file(number, []);
  expect([taken, desk.done()]).toEqual([[3, 4], false]);
  desk.file(5, []);
  expect([taken, desk.done()]).toEqual([[3, 4, 5, 6, 7], true]);
});

test("blocks that come back are drawn again by whoever draws any, before the others", () => {
  const desk = laneDesk(0, 3, () => undefined);
  expect([desk.draw(), desk.draw()]).toEqual([0, 1]);
  desk.back([1]);
  expect([desk.left(), desk.drawAny(), desk.drawAny(), desk.drawAny()]).toEqual([1, 1, 2, undefined]);
  desk.back([2]);
  expect([desk.draw(), desk.drawAny()]).toEqual([undefined, 2]);
});

test("there is nothing to do where all blocks are done before", () => {
  expect(laneDesk(4, 4, () => undefined).done()).toBe(true);
});
