/** A derivation in a real JupyterLab: displayed by a cell, typeset, walked by keyboard and by its graph. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser.js";
import { jupyterVenv } from "../setup/jupyter.js";
import { gaussian } from "../symbolic/show/gaussian.js";
import { type LabServer, startLab } from "./lab-server.js";
import { type NotebookPage, openNotebook } from "./notebook-page.js";

const soon = { timeout: 60_000 };
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

const venv = await jupyterVenv();
const browser: Browser | undefined = venv && (await launchBrowser());
let lab: LabServer;

const cell = (id: string, source: string) => ({
  cell_type: "code",
  id,
  source,
  metadata: {},
  execution_count: null,
  outputs: [],
});
const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "liouville", display_name: "TypeScript (liouville)", language: "typescript" } },
  cells: [
    cell("reduce", `import { symbolic } from "liouville";\nsymbolic.reduce({ slow: ["R"], mass: { R: "m/epsilon" } })`),
    cell(
      "gaussian",
      `const form: symbolic.DerivationForm = ${JSON.stringify(gaussian)};\n({ [Symbol.for("Jupyter.display")]: () => symbolic.derivationBundle(form) })`,
    ),
  ],
};

beforeAll(async () => {
  if (!venv || !browser) return;
  lab = await startLab(venv);
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

/** Pictures the derivation that `reduce` gives; kept when LIOUVILLE_SCREENSHOTS=1. */
const picture = async ({ page, command }: NotebookPage, theme: string): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await command("application:toggle-left-area");
  const first = page.locator(".liouville-stepper").first();
  await first.locator(".liouville-open").first().focus();
  await page.keyboard.press("End");
  for (let k = 0; k < 2; k++) await page.keyboard.press("ArrowUp");
  await page.waitForTimeout(1500);
  const png = await page.screenshot({ animations: "disabled" });
  expect(png.length).toBeGreaterThan(40_000);
  if (process.env.LIOUVILLE_SCREENSHOTS !== "1") return;
  mkdirSync(docs, { recursive: true });
  if (theme === "light") writeFileSync(`${docs}stepper-light.png`, png);
};

describe.skipIf(!venv || !browser).each(["light", "dark"] as const)("a derivation in JupyterLab, %s", (theme) => {
  let open: NotebookPage;

  beforeAll(async () => {
    lab.theme(theme);
    writeFileSync(join(lab.folder, `${theme}.ipynb`), JSON.stringify(notebook));
    open = await openNotebook(browser!, `${lab.url}/lab/tree/${theme}.ipynb?reset`, theme);
    await open.runAll();
  });
  afterAll(() => open?.close());

  test("is shown by the stepper, typeset, without errors", async () => {
    expect(await open.errors()).toEqual([]);
    expect(await open.outputsOf("application/vnd.liouville.derivation.v1+json")).toBe(2);
    const steppers = open.page.locator(".liouville-stepper");
    await expect.poll(() => steppers.count(), soon).toBe(2);
    for (const k of [0, 1]) {
      await steppers.nth(k).scrollIntoViewIfNeeded();
      const steps = await steppers.nth(k).locator(".liouville-step").count();
      const typeset = steppers.nth(k).locator(".liouville-step > .liouville-formula mjx-container");
      await expect.poll(() => typeset.count(), soon).toBe(steps);
      expect(await steppers.nth(k).locator("mjx-merror").count()).toBe(0);
    }
  });

  test("is walked by the keyboard, which JupyterLab leaves to it, and a step opens", async () => {
    const stepper = open.page.locator(".liouville-stepper").nth(1);
    await stepper.locator(".liouville-open").first().focus();
    for (let k = 0; k < 4; k++) await open.page.keyboard.press("ArrowDown");
    const current = stepper.locator(".liouville-step.mod-current");
    expect(await current.locator(".liouville-open b").innerText()).toBe("energy");
    await open.page.keyboard.press("Enter");
    await expect.poll(() => current.locator(".liouville-side mjx-container").count(), soon).toBe(2);
  });

  test("its graph leads to the steps, and its picture is taken", async () => {
    const stepper = open.page.locator(".liouville-stepper").nth(1);
    await stepper.getByRole("button", { name: "Go to Z closed: holds" }).click();
    expect(await stepper.locator(".liouville-step.mod-current .liouville-open b").innerText()).toBe("Z closed");
    await picture(open, theme);
  });
});
