/** Pictures of the tour for the README. They are taken in every run, but kept only when LIOUVILLE_SCREENSHOTS=1, so that tests leave the working tree clean. */

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { NotebookPage } from "./notebook-page.js";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

/** Width and height of a PNG, from its header. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** Pictures the first figure of the notebook with what stands round it. */
export const takeScreenshot = async ({ page }: NotebookPage, theme: "light" | "dark"): Promise<void> => {
  const scheme = await page.locator("body").getAttribute("data-jp-theme-light");
  expect(scheme).toBe(String(theme === "light"));
  await page.keyboard.press("Escape");
  await page
    .locator(".jp-OutputArea-output .js-plotly-plot")
    .first()
    .evaluate((plot) => plot.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(1500); // figures fade in
  const png = await page.screenshot({ animations: "disabled" });
  expect(sizeOf(png)).toEqual([1280, 900]);
  expect(png.length).toBeGreaterThan(40_000); // an empty page is far smaller
  if (process.env.LIOUVILLE_SCREENSHOTS !== "1") return;
  mkdirSync(docs, { recursive: true });
  writeFileSync(`${docs}tour-${theme}.png`, png);
};
