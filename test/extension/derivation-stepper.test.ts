import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../../kernel/package-root.js";
import { launchBrowser } from "../browser.js";
import { gaussian } from "../symbolic/show/gaussian.js";

const browser = await launchBrowser();
const mime = "application/vnd.liouville.derivation.v1+json";
const extension = join(packageRoot, "extension");

/** The renderer with a typesetter that only says what it was given. */
const script = async (): Promise<string> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { derivationExtension } from "./src/derivation-extension.ts";
        import { Widget } from "@lumino/widgets";
        const typeset = (element) => element.setAttribute("data-typeset", "");
        const widget = derivationExtension.rendererFactory.createRenderer({ latexTypesetter: { typeset } });
        Widget.attach(widget, document.body);
        Object.assign(window, { widget, derivationExtension });`,
      resolveDir: extension,
    },
    bundle: true,
    format: "iife",
    write: false,
    target: "es2022",
  });
  return outputFiles[0]!.text;
};

interface Stage {
  widget: { renderModel(model: unknown): Promise<void> };
  derivationExtension: { rank: number; rendererFactory: { safe: boolean; mimeTypes: string[] } };
}

describe.skipIf(!browser)("the stepper of derivations", async () => {
  const content = browser ? await script() : "";
  const style = readFileSync(join(extension, "style/derivation.css"), "utf8");
  let page: Page;
  afterAll(() => browser?.close());

  beforeEach(async () => {
    page = await browser!.newPage({ viewport: { width: 1000, height: 900 } });
    await page.setContent(`<!doctype html><style>${style}</style><body data-jp-theme-light="true"></body>`);
    await page.addScriptTag({ content });
    await render(gaussian);
    return () => page.close();
  });

  const render = (value: unknown) =>
    page.evaluate(
      ([type, data]) =>
        (window as unknown as Stage).widget.renderModel({ data: { [type as string]: data }, metadata: {} }),
      [mime, value] as const,
    );
  const step = (k: number) => page.locator(".liouville-step").nth(k);
  const current = () => page.locator(".liouville-step.mod-current .liouville-open b").textContent();
  const focused = () => page.evaluate(() => document.activeElement?.querySelector("b")?.textContent);

  test("is safe in untrusted notebooks, and goes before the static HTML", async () => {
    const found = await page.evaluate(() => {
      const { rank, rendererFactory } = (window as unknown as Stage).derivationExtension;
      return { rank, safe: rendererFactory.safe, mimeTypes: rendererFactory.mimeTypes };
    });
    expect(found).toEqual({ rank: 0, safe: true, mimeTypes: [mime] });
  });

  test("shows each step typeset, with named badges", async () => {
    expect(await page.locator(".liouville-step > .liouville-formula[data-typeset]").count()).toBe(5);
    const names = await step(1)
      .getByRole("img")
      .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
    expect(names).toEqual([
      "replayed by rules in 2 steps: agrees",
      "evaluated on 24 concrete systems, largest relative residual 3.1 × 10⁻¹⁵: agrees",
    ]);
  });

  test("is walked by the keyboard, and JupyterLab's shortcuts are held off", async () => {
    await step(0).locator(".liouville-open").focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
    expect([await current(), await focused()]).toEqual(["Z closed", "Z closed"]);
    expect(await page.locator(".liouville-count").textContent()).toBe("2 of 5");
    await page.keyboard.press("Enter");
    expect(await step(1).locator(".liouville-substeps li").count()).toBe(2);
    expect(await step(1).locator(".liouville-details .liouville-formula[data-typeset]").count()).toBe(2);
    await page.keyboard.press("Enter");
    expect(await step(1).locator(".liouville-details").isVisible()).toBe(false);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await step(4).locator(".liouville-side").allInnerTexts()).toEqual([
      expect.stringMatching(/^as printed[\s\S]*1\\beta/),
      expect.stringMatching(/^corrected[\s\S]*1\{2\\beta\}/),
    ]);
    expect(await page.locator("[data-lm-suppress-shortcuts] .liouville-open").count()).toBe(5);
  });

  test("a click in the graph, or on a premise, goes to the step", async () => {
    await page.getByRole("button", { name: "Go to energy: misprint" }).click();
    expect([await current(), await focused()]).toEqual(["energy", "energy"]);
    expect(await page.locator(".liouville-graph path.mod-current").count()).toBe(2);
    await step(4).getByRole("button", { name: "moment", exact: true }).click();
    expect(await current()).toBe("moment");
  });

  test("the dark theme has its own colours", async () => {
    const fill = () =>
      step(1)
        .locator(".liouville-badge svg")
        .first()
        .evaluate((each) => getComputedStyle(each).fill);
    expect(await fill()).toBe("rgb(27, 122, 52)");
    await page.evaluate(() => document.body.setAttribute("data-jp-theme-light", "false"));
    expect(await fill()).toBe("rgb(143, 212, 154)");
  });

  test("text stays text, and what is no derivation says so", async () => {
    const evil = "<img src=x onerror=document.title='hit'>";
    const strange = {
      ...gaussian.steps[0]!,
      id: evil,
      rule: evil,
      tex: evil,
      text: evil,
      hypotheses: [evil],
      from: [evil],
    };
    await render({ title: evil, steps: [strange] });
    await page.locator(".liouville-open").click();
    expect(await page.locator("img[src]").count()).toBe(0);
    expect(await page.locator(".liouville-open b").textContent()).toBe(evil);
    await render({ title: "t", steps: "many" });
    expect(await page.locator("pre").textContent()).toBe(
      "This derivation cannot be shown: expected steps to be a list",
    );
    await render(gaussian);
    expect(await page.locator("pre").count()).toBe(0);
  });
});
