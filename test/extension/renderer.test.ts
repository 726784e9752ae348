import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../../kernel/package-root.js";
import { launchBrowser } from "../browser.js";
import { count, picture } from "../kernel/figures/pixels.js";

const browser = await launchBrowser();
const host = "http://extension.test";
const mime = "application/vnd.plotly.v1+json";

/** The extension and Lumino's widgets, as a page imports them. */
const bundle = async (): Promise<Map<string, string>> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { default as extensions } from "./src/index.ts"; export { Widget } from "@lumino/widgets";`,
      resolveDir: join(packageRoot, "extension"),
    },
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: "/",
    write: false,
    target: "es2022",
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
};
const html = `<!doctype html>
<body data-jp-theme-light="true" style="margin:0;--jp-content-font-color1:#111111;--jp-content-font-color2:#777777;--jp-border-color2:#dddddd">
<script type="module">
  import { extensions, Widget } from "/stdin.js";
  const widget = extensions[0].rendererFactory.createRenderer({});
  Widget.attach(widget, document.body);
  Object.assign(window, { extensions, widget });
</script>`;

/** What the page holds for the tests. */
interface Stage {
  extensions: { rank: number; rendererFactory: { safe: boolean; mimeTypes: string[] } }[];
  widget: { renderModel(model: unknown): Promise<void>; dispose(): void };
  svg: Element;
}
interface Plot extends Element {
  _fullLayout?: { xaxis: { range: [number, number] } };
}

describe.skipIf(!browser)("the renderer of figures", async () => {
  const files = browser ? await bundle() : new Map<string, string>();
  const asked: string[] = [];
  let page: Page;
  afterAll(() => browser?.close());

  beforeEach(async () => {
    asked.length = 0;
    page = await browser!.newPage({ viewport: { width: 800, height: 900 } });
    await page.route(`${host}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      asked.push(pathname);
      const script = files.get(pathname);
      return route.fulfill(
        script === undefined
          ? { contentType: "text/html", body: html }
          : { contentType: "text/javascript", body: script },
      );
    });
    await page.goto(`${host}/`);
    await page.waitForFunction(() => "widget" in window);
    return () => page.close();
  });

  const render = (figure: unknown) =>
    page.evaluate(
      async ([type, value]) => {
        const { widget } = window as unknown as Stage;
        await widget.renderModel({ data: { [type as string]: value }, metadata: {}, trusted: false });
      },
      [mime, figure] as const,
    );
  const fill = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).fill);
  const width = () =>
    page
      .locator(".main-svg")
      .first()
      .evaluate((svg) => svg.getBoundingClientRect().width);
  const figure = (title: string, layout = {}) => ({
    data: [{ y: [1, 3, 2] }],
    layout: { title: { text: title }, ...layout },
  });

  test("goes before the still image beside a figure, and is safe in untrusted notebooks", async () => {
    const [extension] = await page.evaluate(() =>
      (window as unknown as Stage).extensions.map(({ rank, rendererFactory }) => ({
        rank,
        safe: rendererFactory.safe,
        mimeTypes: rendererFactory.mimeTypes,
      })),
    );
    expect(extension).toEqual({ rank: 0, safe: true, mimeTypes: [mime] });
  });

  test("loads Plotly with the first figure", async () => {
    const before = asked.length;
    await render(figure("one"));
    expect(asked.length).toBeGreaterThan(before);
    expect(await page.locator(".gtitle").textContent()).toBe("one");
  });

  test("an update changes the same drawing, keeps the zoom, and the last of many wins", async () => {
    await render(figure("one"));
    await page.evaluate(() => Object.assign(window, { svg: document.querySelector(".main-svg") }));
    const { x, y, width: w, height: h } = (await page.locator(".nsewdrag").boundingBox())!;
    await page.mouse.move(x + 0.25 * w, y + 0.2 * h);
    await page.mouse.down();
    await page.mouse.move(x + 0.75 * w, y + 0.8 * h, { steps: 5 });
    await page.mouse.up();
    const range = () => page.evaluate(() => document.querySelector<Plot>(".js-plotly-plot")!._fullLayout!.xaxis.range);
    const zoomed = await range();
    expect(zoomed[1] - zoomed[0]).toBeLessThan(1.5);
    await Promise.all(["two", "three", "four"].map((title) => render(figure(title))));
    expect(await page.locator(".gtitle").textContent()).toBe("four");
    expect(await range()).toEqual(zoomed);
    expect(await page.evaluate(() => (window as unknown as Stage).svg.isConnected)).toBe(true);
  });

  test("follows the theme", async () => {
    await render(figure("one"));
    expect(await fill(".gtitle")).toBe("rgb(17, 17, 17)");
    await page.evaluate(() => {
      document.body.style.setProperty("--jp-content-font-color1", "#eeeeee");
      document.body.dataset.jpThemeLight = "false";
    });
    await expect.poll(() => fill(".gtitle")).toBe("rgb(238, 238, 238)");
  });

  test("follows the width of its panel, unless the figure has its own", async () => {
    await render(figure("one"));
    expect(await width()).toBe(800);
    await page.setViewportSize({ width: 500, height: 900 });
    await expect.poll(width).toBe(500);
    await render(figure("one", { width: 400 }));
    await page.setViewportSize({ width: 700, height: 900 });
    expect(await width()).toBe(400);
  });

  test.each(["png", "svg"])("saves %s in the figure's own colours", async (format) => {
    await page.evaluate(() => {
      document.body.dataset.jpThemeLight = "false";
    });
    await render(figure("one"));
    const saved = page.waitForEvent("download");
    await page.locator(".js-plotly-plot").hover();
    await page.locator(`.modebar-btn[data-title="Save as ${format.toUpperCase()}"]`).click();
    const stream = await (await saved).createReadStream();
    const bytes = Buffer.concat(await stream.toArray());
    if (format === "svg") {
      expect(bytes.toString()).toMatch(
        /^<svg[^>]*width="800"[^>]*><rect[^>]*fill: rgb\(255, 255, 255\); fill-opacity: 1;/,
      );
      expect(bytes.toString()).not.toContain("rgb(17, 17, 17)");
    } else {
      const image = picture(bytes);
      expect([image.width, image.height]).toEqual([1600, 900]);
      expect(count(image, [255, 255, 255], 0)).toBeGreaterThan(0.9 * 1600 * 900);
    }
  });

  test("a figure that cannot be drawn says so, and the next one is drawn", async () => {
    await render({ data: "nothing" });
    expect(await page.locator("pre").textContent()).toBe(
      "This figure cannot be drawn: expected {data: [traces], layout}",
    );
    await render(figure("two"));
    expect(await page.locator(".gtitle").textContent()).toBe("two");
    expect(await page.locator("pre").count()).toBe(0);
  });

  test("leaves nothing behind when it is disposed", async () => {
    await render(figure("one"));
    const purged = await page.evaluate(() => {
      const plot = document.querySelector<Plot>(".js-plotly-plot")!;
      (window as unknown as Stage).widget.dispose();
      return [plot._fullLayout === undefined, document.querySelector(".js-plotly-plot") === null];
    });
    expect(purged).toEqual([true, true]);
    await page.evaluate(() => {
      document.body.dataset.jpThemeLight = "false";
    });
  });
});
