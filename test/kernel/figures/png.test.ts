import { expect, test } from "vitest";
import { encodePng } from "../../../kernel/figures/png.js";
import { picture } from "./pixels.js";

test("pixels come back as they were", () => {
  const pixels = Uint8ClampedArray.from([
    255, 0, 0, 255, 0, 128, 0, 255, 0, 0, 77, 255, 9, 8, 7, 255, 250, 251, 252, 255, 0, 0, 0, 0,
  ]);
  const { width, height, pixels: read } = picture(encodePng(3, 2, pixels));
  expect([width, height]).toEqual([3, 2]);
  expect([...read]).toEqual([...pixels]);
});
