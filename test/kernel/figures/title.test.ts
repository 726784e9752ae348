/** Title, legend and frame as they are drawn: one below the other, whatever the number of rows. */

import { afterAll, expect, test } from "vitest";
import { stillService } from "../../../kernel/figures/still.js";
import { display } from "../../../src/display.js";
import { Plotly } from "../../../src/index.js";
import { type Picture, picture } from "./pixels.js";

const still = stillService();
afterAll(() => still.close());

type Colour = readonly [number, number, number];
const [red, blue, green]: Colour[] = [
  [255, 0, 0],
  [0, 0, 255],
  [0, 255, 0],
];
const css = (colour: Colour): string => `rgb(${colour.join(", ")})`;

/** The first and the last row of the picture with a pixel of this colour. */
const extent = ({ width, height, pixels }: Picture, colour: Colour): [first: number, last: number] => {
  const has = (row: number): boolean => {
    for (let i = 4 * width * row; i < 4 * width * (row + 1); i += 4)
      if (colour.every((value, channel) => Math.abs(pixels[i + channel]! - value) < 12)) return true;
    return false;
  };
  const rows = Array.from({ length: height }, (_, row) => row).filter(has);
  return [rows[0]!, rows.at(-1)!];
};

const long = (n: number): string[] => Array.from({ length: n }, (_, i) => `a rather long name of a route, ${i}`);

test.each([
  ["one row", ["a", "b"], "A title"],
  ["three rows", long(6), "A title"],
  ["seven rows", long(7).map((name) => `${name}, ${name}`), "A title"],
  ["two lines of title", long(2), "A title<br>of two lines"],
])("%s", async (_, names, text) => {
  const traces = names.map((name) => ({
    type: "scatter" as const,
    name,
    x: [1, 2],
    y: [1, 2],
    line: { color: "#000" },
  }));
  const figure = Plotly.figure(traces, {
    title: { text, font: { color: css(red), size: 16 } },
    legend: { font: { color: css(blue) } },
    plot_bgcolor: css(green),
  });
  const painting = await still.png(figure[display]()["application/vnd.plotly.v1+json"]);
  if ("reason" in painting) throw new Error(painting.reason);
  const drawn = picture(painting.png);
  const [title, legend, frame] = [red, blue, green].map((colour) => extent(drawn, colour));
  expect(title![0]).toBeGreaterThan(4);
  expect(legend![0] - title![1]).toBeGreaterThan(8);
  expect(legend![0] - title![1]).toBeLessThan(90);
  expect(frame![0] - legend![1]).toBeGreaterThan(4);
});
