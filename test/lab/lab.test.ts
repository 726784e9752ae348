/** The tour in a real JupyterLab: run all, figures, maths, slider, interrupt, restart. */

import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readNotebook } from "../../kernel/notebook/read.js";
import { launchBrowser } from "../browser.js";
import { jupyterVenv } from "../setup/jupyter.js";
import { type LabServer, startLab } from "./lab-server.js";
import { type NotebookPage, openNotebook } from "./notebook-page.js";
import { takeScreenshot } from "./screenshot.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const tour = "00-tour.ipynb";
const tourCells = readNotebook(join(root, "notebooks", tour)).cells.filter(
  ({ cell_type, source }) => cell_type === "code" && source.trim() !== "",
).length;
const plotly = "application/vnd.plotly.v1+json";
const soon = { timeout: 60_000 };

const venv = await jupyterVenv();
const browser: Browser | undefined = venv && (await launchBrowser());
let lab: LabServer;

beforeAll(async () => {
  if (!venv || !browser) return;
  lab = await startLab(venv);
  copyFileSync(join(root, "notebooks", tour), join(lab.folder, tour));
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

/** Every figure of the notebook's model is drawn, with lines in it. */
const expectFiguresDrawn = async (notebook: NotebookPage): Promise<void> => {
  const figures = await notebook.outputsOf(plotly);
  expect(figures).toBeGreaterThanOrEqual(3);
  const drawn = notebook.page.locator(".jp-OutputArea-output .js-plotly-plot");
  for (let i = 0; i < figures; i++) await drawn.nth(i).scrollIntoViewIfNeeded();
  await expect.poll(() => drawn.count(), soon).toBe(figures);
  await expect.poll(() => drawn.filter({ has: notebook.page.locator("svg.main-svg") }).count(), soon).toBe(figures);
};
const expectNoErrors = async (notebook: NotebookPage): Promise<void> => expect(await notebook.errors()).toEqual([]);

/** Confirms the dialog, and waits until the kernel has really begun anew. */
const confirmRestart = async (notebook: NotebookPage): Promise<void> => {
  await notebook.page.locator(".jp-Dialog-button.jp-mod-warn").click();
  await notebook.page.locator(".jp-Dialog").waitFor({ state: "detached" });
  await notebook.page
    .locator('.jp-Notebook-ExecutionIndicator:not([data-status="restarting"])')
    .waitFor({ state: "attached" });
};

describe.skipIf(!venv || !browser)("the tour in JupyterLab", () => {
  let notebook: NotebookPage;

  beforeAll(async () => {
    lab.theme("light");
    notebook = await openNotebook(browser!, `${lab.url}/lab/tree/${tour}?reset`);
  });
  afterAll(() => notebook?.close());

  test("runs from the menu, without errors", async () => {
    await notebook.runAll();
    await expectNoErrors(notebook);
    const prompts = await notebook.page.locator(".jp-CodeCell .jp-InputPrompt").allInnerTexts();
    expect(prompts).toEqual(prompts.map((_, i) => `[${i + 1}]:`));
  });

  test("shows every figure drawn", () => expectFiguresDrawn(notebook));

  test("typesets its mathematics", async () => {
    const typeset = notebook.page.locator(".jp-RenderedMarkdown mjx-container, .jp-RenderedLatex mjx-container");
    await expect.poll(() => typeset.count(), soon).toBeGreaterThan(2);
    const texts = await notebook.page.locator(".jp-RenderedMarkdown, .jp-RenderedLatex").allInnerTexts();
    expect(texts.filter((text) => /\$\$|\\frac|\\partial/.test(text))).toEqual([]);
  });

  test("follows its slider", async () => {
    const handle = notebook.page.locator(".jp-OutputArea .widget-slider .noUi-handle").first();
    await handle.scrollIntoViewIfNeeded();
    const figures = (): Promise<string> =>
      notebook.page.evaluate(() =>
        JSON.stringify(
          [...document.querySelectorAll(".js-plotly-plot")].map((plot) => (plot as unknown as { data: unknown }).data),
        ),
      );
    const [value, before] = [await handle.getAttribute("aria-valuetext"), await figures()];
    await handle.focus();
    for (let i = 0; i < 3; i++) await notebook.page.keyboard.press("ArrowRight");
    await expect.poll(() => handle.getAttribute("aria-valuetext"), soon).not.toBe(value);
    await expect.poll(async () => (await figures()) !== before, soon).toBe(true);
    await notebook.idle();
    await expectNoErrors(notebook);
  });

  test("looks as docs/tour-light.png", () => takeScreenshot(notebook, "light"));

  test("is interrupted by the toolbar, variables intact", async () => {
    const spinning = await notebook.runNewCell(`let survivor = 40; console.log("spin" + "ning"); while (true) {}`);
    await expect.poll(() => notebook.outputOf(spinning), soon).toContain("spinning");
    await notebook.press("Interrupt the kernel");
    await expect.poll(() => notebook.outputOf(spinning), soon).toMatch(/interrupt/i);
    await notebook.idle();
    const next = await notebook.runNewCell("survivor + 2");
    await expect.poll(() => notebook.outputOf(next), soon).toBe("42");
  });

  test("restarts from the toolbar, and then knows nothing of what was", async () => {
    await notebook.press("Restart the kernel");
    await confirmRestart(notebook);
    await notebook.idle();
    const gone = await notebook.runNewCell("survivor");
    await expect.poll(() => notebook.outputOf(gone), soon).toMatch(/Cannot find name 'survivor'/);
    expect(await notebook.errors()).toHaveLength(2); // the interrupted cell and this one
  });

  test("runs again, from the first cell to the last of the tour", async () => {
    await notebook.press("Restart the kernel and run all cells");
    await confirmRestart(notebook);
    await expect
      .poll(() => notebook.page.locator(".jp-InputPrompt", { hasText: `[${tourCells}]:` }).count(), soon)
      .toBe(1);
    const stopped = notebook.page.locator(".jp-CodeCell", { hasText: "let survivor" });
    await expect.poll(() => stopped.locator(".jp-OutputArea-output").innerText(), soon).toMatch(/^spinning\s*$/);
    await notebook.press("Interrupt the kernel");
    await expect.poll(async () => (await notebook.errors()).length, soon).toBe(1);
    await expectFiguresDrawn(notebook);
  });
});

describe.skipIf(!venv || !browser)("the tour in the dark theme", () => {
  test("shows its figures, and looks as docs/tour-dark.png", async () => {
    lab.theme("dark");
    mkdirSync(join(lab.folder, "dark"));
    copyFileSync(join(root, "notebooks", tour), join(lab.folder, "dark", tour));
    const notebook = await openNotebook(browser!, `${lab.url}/lab/tree/dark/${tour}?reset`, "dark");
    await notebook.runAll();
    await expectNoErrors(notebook);
    await expectFiguresDrawn(notebook);
    const paper = await notebook.page
      .locator(".js-plotly-plot svg.main-svg")
      .first()
      .evaluate((svg) => getComputedStyle(svg).backgroundColor);
    expect(paper).not.toMatch(/rgb\(255, 255, 255\)/);
    await takeScreenshot(notebook, "dark");
    await notebook.close();
  });
});

describe.skipIf(!venv || !browser)("the tour in Notebook 7", () => {
  test("runs and shows its figures", async () => {
    lab.theme("light");
    copyFileSync(join(root, "notebooks", tour), join(lab.folder, "seven.ipynb"));
    const notebook = await openNotebook(browser!, `${lab.url}/notebooks/seven.ipynb`);
    await notebook.runAll();
    await expectNoErrors(notebook);
    await expectFiguresDrawn(notebook);
    await notebook.close();
  });
});
