import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { stillService } from "../../../kernel/figures/still.js";
import { browserProgram } from "../../browser.js";
import { count, picture } from "./pixels.js";

const browser = browserProgram();
const still = stillService({ browser });
afterAll(() => still.close());

const draw = async (figure: unknown) => {
  const painting = await still.png(figure);
  if ("reason" in painting) throw new Error(painting.reason);
  return { ...painting, picture: picture(painting.png) };
};

const x = Float64Array.from({ length: 101 }, (_, i) => -2 + i / 25);
const bdata = Buffer.from(x.buffer).toString("base64");

test("a figure is drawn at twice its size, from typed arrays in either form", async () => {
  const trace = (values: unknown) => ({
    x: values,
    y: x.map((q) => (q * q - 1) ** 2),
    mode: "lines",
    line: { color: "#ff0000", width: 4 },
  });
  const layout = { width: 400, height: 300 };
  const plain = await draw({ data: [trace(x)], layout });
  expect(plain).toMatchObject({ width: 400, height: 300, picture: { width: 800, height: 600 } });
  expect(count(plain.picture, [255, 0, 0])).toBeGreaterThan(2000);
  expect((await draw({ data: [trace({ dtype: "f8", bdata })], layout })).png).toBe(plain.png);
});

test("a heat map has the colours of its values", async () => {
  const colorscale = [
    [0, "#0000ff"],
    [1, "#00ff00"],
  ];
  const { picture: map } = await draw({
    data: [
      {
        type: "heatmap",
        z: [
          [0, 1],
          [1, 0],
        ],
        colorscale,
        showscale: false,
      },
    ],
    layout: { width: 300, height: 300, margin: { l: 0, r: 0, t: 0, b: 0 } },
  });
  for (const colour of [
    [0, 0, 255],
    [0, 255, 0],
  ] as const)
    expect(count(map, colour)).toBeGreaterThan(0.48 * 360_000);
});

test("text is drawn without any font of the system, and legends make room for it", async () => {
  const inked = async (name: string) =>
    count(
      (
        await draw({
          data: [{ y: [1, 2], name, line: { color: "#ff0000" } }],
          layout: {
            showlegend: true,
            width: 500,
            height: 300,
            font: { color: "#00ff00" },
            xaxis: { visible: false },
            yaxis: { visible: false },
          },
        })
      ).picture,
      [0, 255, 0],
    );
  const [one, two] = [await inked("β"), await inked("⟨∂ρ⟩ √β λ₁ e<sup>−βV</sup>")];
  expect(one).toBeGreaterThan(20);
  expect(two).toBeGreaterThan(4 * one);
});

test.each([
  [
    "contour",
    {
      contours: { showlabels: true },
      z: [
        [0, 1, 2],
        [1, 2, 3],
        [2, 3, 5],
      ],
    },
  ],
  ["histogram2dcontour", { x: [1, 2, 2, 3], y: [1, 1, 2, 2] }],
  ["violin", { y: [1, 2, 2, 3, 5] }],
  ["table", { header: { values: ["λ"] }, cells: { values: [[1, 2]] } }],
  ["sankey", { node: { label: ["A", "B"] }, link: { source: [0], target: [1], value: [1] } }],
  ["scatterpolar", { r: [1, 2, 3], theta: [0, 90, 180] }],
  ["quiver", { x: [0, 1], y: [0, 1], u: [1, 0], v: [0, 1] }],
  ["scattergl", { x: [0, 1], y: [0, 1] }],
])("%s", async (type, fields) => {
  const { picture: drawn } = await draw({ data: [{ type, ...fields }], layout: { width: 350, height: 250 } });
  const white = count(drawn, [255, 255, 255], 0);
  expect(white).toBeGreaterThan(0);
  expect(white).toBeLessThan(0.99 * drawn.width * drawn.height);
});

test("a hostile figure reaches nothing", async () => {
  let asked = 0;
  const server = createServer((_, response) => response.end(`${++asked}`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const text = `<a href="javascript:alert(1)">a</a><img src="${address}/i"><script>fetch("${address}")</script><b onclick="x">b</b>`;
  const painting = await draw({
    data: [
      { y: [1, 2], name: text, text: [text], type: "scatter" },
      { type: "image", source: `${address}/image.png` },
      JSON.parse('{"__proto__": {"type": "bar"}, "constructor": {"prototype": {"y": 3}}}'),
    ],
    layout: {
      title: { text },
      width: 300,
      images: [{ source: `${address}/layout.png` }, { source: "file:///etc/hostname" }],
      font: { family: `x;background:url(${address}/font)` },
      template: {
        layout: {
          images: [{ source: `${address}/template.png` }],
          imagedefaults: { source: `${address}/default.png` },
        },
      },
    },
  });
  expect(painting.picture.width).toBe(600);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked).toBe(0);
  server.close();
});

test("reasons are given in words", async () => {
  expect(await still.png({ x: 1 })).toEqual({ reason: "no Plotly figure: expected {data: [traces], layout}" });
  expect(await still.png({ data: [{ type: "scattergeo" }] })).toMatchObject({
    reason: expect.stringContaining("without a network"),
  });
  const hasty = stillService({ patience: 1 });
  expect(await hasty.png({ data: [] })).toEqual({ reason: "the figure was not drawn within 0.001 s" });
  hasty.close();
});

test.skipIf(browser === undefined)("3-D figures are drawn by a browser", async () => {
  const z = Array.from({ length: 20 }, (_, i) => Array.from({ length: 20 }, (_, j) => Math.sin(i / 3) * j));
  const layout = { width: 400, height: 300, margin: { l: 0, r: 0, t: 0, b: 0 } };
  const { picture: drawn } = await draw({
    data: [
      {
        type: "surface",
        z,
        colorscale: [
          [0, "#f00"],
          [1, "#f00"],
        ],
        showscale: false,
        lighting: { ambient: 1, diffuse: 0, specular: 0 },
      },
    ],
    layout,
  });
  expect([drawn.width, drawn.height]).toEqual([800, 600]);
  expect(count(drawn, [255, 0, 0], 40)).toBeGreaterThan(10_000);
});
