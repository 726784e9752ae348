import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stillService } from "../../../kernel/figures/still.js";
import type { Notebook } from "../../../kernel/notebook/format.js";
import { pageOf } from "../../../kernel/page/page.js";
import { launchBrowser } from "../../browser.js";
import { contourFigure, densityFigure, sampleNotebook } from "./sample.js";

const browser = await launchBrowser();
const folder = mkdtempSync(join(tmpdir(), "liouville-page-"));
const file = join(folder, "page.html");

/** Opens a page without a network, and keeps what it complains of and asks for. */
const visit = async (path: string, options: BrowserContextOptions = {}) => {
  const context = await browser!.newContext({ viewport: { width: 1200, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => message.type() !== "log" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || troubles.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, troubles };
};

describe.skipIf(!browser)("in a browser without a network", () => {
  beforeAll(async () => {
    const still = stillService();
    const images = new Map<unknown, string>();
    for (const figure of [densityFigure, contourFigure]) {
      const image = await still.png(figure);
      if ("reason" in image) throw new Error(image.reason);
      images.set(figure, image.png);
    }
    still.close();
    writeFileSync(file, pageOf(sampleNotebook((figure) => images.get(figure))));
  });
  afterAll(async () => {
    await browser!.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ["light", 1200],
    ["dark", 1200],
    ["light", 400],
  ] as const)("figures are drawn as one comes to them: %s, %i pixels wide", async (colorScheme, width) => {
    const { page, troubles } = await visit(file, { colorScheme, viewport: { width, height: 900 } });
    for (const figure of await page.locator("figure.plotly").all()) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator("svg.main-svg").first().waitFor();
      await figure.locator("img").waitFor({ state: "hidden" });
    }
    expect(await page.locator("figure.drawn svg.main-svg").count()).toBeGreaterThanOrEqual(4);
    const plots = await page.locator("figure .svg-container").all();
    for (const box of await Promise.all(plots.map((plot) => plot.boundingBox()))) {
      expect(Math.abs(box!.x + box!.width / 2 - width / 2)).toBeLessThan(1);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const light = await page
      .locator(".gtitle, .xtitle")
      .first()
      .evaluate((title) => getComputedStyle(title).fill);
    expect(light).toBe(colorScheme === "dark" ? "rgb(228, 228, 231)" : "rgb(29, 29, 31)");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("in print and without scripts the still images stand for figures", async () => {
    const { page, troubles } = await visit(file);
    await page.locator("figure.drawn").first().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("figure img").first().isVisible()).toBe(true);
    expect(await page.locator("figure .plot").first().isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await page.context().close();
    const plain = await visit(file, { javaScriptEnabled: false });
    expect(await plain.page.locator("figure img").first().boundingBox()).toMatchObject({ height: 400 });
    await plain.page.context().close();
  });

  test("traces of WebGL are drawn under the policy too; nothing of a hostile page runs", async () => {
    const plotly = "application/vnd.plotly.v1+json";
    const figures = [
      {
        data: [
          {
            type: "surface",
            z: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
      { data: [{ type: "scattergl", x: [1, 2], y: [3, 4] }] },
      { data: [{ type: "splom", dimensions: [{ values: [1, 2] }, { values: [2, 1] }] }] },
      { data: [{ type: "parcoords", dimensions: [{ values: [1, 2] }, { values: [2, 1] }] }] },
      { data: [{ y: [1, 2] }], layout: null, frames: null, config: null },
      {
        data: [{ y: [1, 2], name: "<img src=x onerror=alert(1)>" }],
        layout: { title: { text: '<a href="javascript:alert(1)">x</a>' } },
      },
    ];
    const hostile: Notebook = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: figures.map((figure, i) => ({
        cell_type: "code",
        id: `c${i}`,
        source: "</code><script>window.broken = 1</script>",
        metadata: {},
        execution_count: i,
        outputs: [
          {
            output_type: "display_data",
            data: {
              [plotly]: figure,
              "image/png": '"><script>window.broken = 1</script><img src="x" onerror="window.broken = 1',
              "text/html": "<script>window.broken = 1</script>",
            },
            metadata: {},
          },
        ],
      })),
    };
    writeFileSync(join(folder, "hostile.html"), pageOf(hostile));
    const { page, troubles } = await visit(join(folder, "hostile.html"));
    for (const figure of await page.locator("figure.plotly").all()) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator(".main-svg").first().waitFor();
    }
    await page
      .locator("figure.drawn")
      .nth(figures.length - 1)
      .waitFor();
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
    expect(troubles.filter((trouble) => !/GL Driver|GPU stall|swiftshader|Canvas2D/i.test(trouble))).toEqual([]);
    await page.context().close();
  });
});
