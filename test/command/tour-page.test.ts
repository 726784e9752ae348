/** The page of the tour, as `npm start` makes it: with Node alone, and read without a network. */

import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { findPython } from "../../kernel/command/python.js";
import { launchBrowser } from "../browser.js";
import { folder } from "./folder.js";
import { liouville } from "./liouville.js";

const browser = await launchBrowser();
const tour = join(import.meta.dirname, "../../notebooks/00-tour.ipynb");

/** A folder that holds `node` and no other program. */
const nodeAlone = (dir: string): string => {
  const bin = join(dir, "bin");
  mkdirSync(bin);
  if (process.platform === "win32") cpSync(process.execPath, join(bin, "node.exe"));
  else symlinkSync(process.execPath, join(bin, "node"));
  return bin;
};

/** Makes the page where nothing is on the PATH but Node. */
const makePage = async (dir: string): Promise<string> => {
  const PATH = nodeAlone(dir);
  vi.stubEnv("PATH", PATH);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(findPython()).toBeUndefined();
  const [page, executed] = [join(dir, "tour.html"), join(dir, "tour.ipynb")];
  const { status, stdout, stderr } = await liouville(["run", tour, "--html", page, "-o", executed], { env: { PATH } });
  expect(status, stdout + stderr).toBe(0);
  return page;
};

describe.skipIf(!browser)("the page of the tour", () => {
  afterAll(() => browser?.close());

  test("is made without Python, and shows every figure without a network", async () => {
    const path = await makePage(folder());
    const context = await browser!.newContext({ viewport: { width: 1200, height: 900 }, offline: true });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("console", (message) => message.type() !== "log" && troubles.push(message.text()));
    page.on("pageerror", ({ message }) => troubles.push(message));
    page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || troubles.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    const figures = await page.locator("figure.plotly").all();
    expect(figures.length).toBeGreaterThanOrEqual(3);
    for (const figure of figures) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator("svg.main-svg").first().waitFor();
    }
    await expect.poll(() => page.locator("figure.plotly.drawn").count()).toBe(figures.length);
    expect(await page.locator("pre.error, .katex-error").count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
