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
const notebookOf = (cells: readonly ReturnType<typeof cell>[]) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "liouville", display_name: "TypeScript (liouville)", language: "typescript" } },
  cells,
});
const notebook = notebookOf([
  cell("reduce", `import { symbolic } from "liouville";\nsymbolic.reduce({ slow: ["R"], mass: { R: "m/epsilon" } })`),
  cell(
    "gaussian",
    `const form: symbolic.DerivationForm = ${JSON.stringify(gaussian)};\n({ [Symbol.for("Jupyter.display")]: () => symbolic.derivationBundle(form) })`,
  ),
]);
const ofPaper = notebookOf([cell("ledger", `import { derivations } from "liouville";\nderivations.paper001.ledger()`)]);

beforeAll(async () => {
  if (!venv || !browser) return;
  lab = await startLab(venv);
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

/** A picture of the page, kept under docs when LIOUVILLE_SCREENSHOTS=1. */
const kept = async ({ page }: NotebookPage, name: string | undefined): Promise<void> => {
  await page.waitForTimeout(1500);
  const png = await page.screenshot({ animations: "disabled" });
  expect(png.length).toBeGreaterThan(40_000);
  if (process.env.LIOUVILLE_SCREENSHOTS !== "1" || name === undefined) return;
  mkdirSync(docs, { recursive: true });
  writeFileSync(`${docs}${name}.png`, png);
};

const roomy = async ({ page, command }: NotebookPage): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await command("application:toggle-left-area");
};

/** Pictures the derivation that `reduce` gives. */
const picture = async (open: NotebookPage, theme: string): Promise<void> => {
  await roomy(open);
  const { page } = open;
  await page.locator(".liouville-stepper").first().locator(".liouville-open").first().focus();
  await page.keyboard.press("End");
  for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowUp");
  await kept(open, theme === "light" ? "stepper-light" : undefined);
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

describe.skipIf(!venv || !browser)("the ledger of a paper in JupyterLab", () => {
  let open: NotebookPage;

  beforeAll(async () => {
    lab.theme("light");
    writeFileSync(join(lab.folder, "ledger.ipynb"), JSON.stringify(ofPaper));
    open = await openNotebook(browser!, `${lab.url}/lab/tree/ledger.ipynb?reset`);
    await open.runAll();
  }, 300_000);
  afterAll(() => open?.close());

  test("is shown by the stepper with every numbered equation, typeset", { timeout: 120_000 }, async () => {
    expect(await open.errors()).toEqual([]);
    const names = open.page.locator(".liouville-stepper .liouville-open b");
    await expect.poll(() => names.count(), soon).toBeGreaterThan(100);
    const ids = await names.allInnerTexts();
    for (let number = 1; number <= 58; number++) expect(ids).toContain(`${number}`);
    expect(await open.page.locator(".liouville-stepper mjx-merror").count()).toBe(0);
  });

  test("opens a misprint with the print beside what holds", { timeout: 120_000 }, async () => {
    await roomy(open);
    const { page } = open;
    const misprint = page.locator(".liouville-step", { has: page.locator(".liouville-badge.mod-bad") }).first();
    await misprint.locator(".liouville-open").click();
    await expect.poll(() => misprint.locator(".liouville-side mjx-container").count(), soon).toBe(2);
    await misprint.scrollIntoViewIfNeeded();
    await kept(open, "stepper-ledger");
  });
});
