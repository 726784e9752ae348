/** Pictures of the tour for the README. They are taken in every run, but kept only when LIOUVILLE_SCREENSHOTS=1, so that tests leave the working tree clean. */

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { NotebookPage } from "./notebook-page.js";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

/** Width and height of a PNG, from its header. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** The first figure, with the cell that made it and the text above. */
const showFirstFigure = async ({ page, command }: NotebookPage): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 1160 });
  await command("application:toggle-left-area");
  await page.keyboard.press("Escape");
  const cell = page.locator(".jp-CodeCell", { has: page.locator(".js-plotly-plot") }).first();
  await cell.locator("xpath=preceding-sibling::*[1]").evaluate((above) => above.scrollIntoView({ block: "start" }));
  await page.mouse.move(640, 5); // off the figure, whose buttons would show
  await page.waitForTimeout(1500); // figures fit themselves to the new width
};

/** Pictures the notebook as it stands, in the theme that it must have. */
export const takeScreenshot = async (notebook: NotebookPage, theme: "light" | "dark"): Promise<void> => {
  const { page } = notebook;
  expect(await page.locator("body").getAttribute("data-jp-theme-light")).toBe(String(theme === "light"));
  await showFirstFigure(notebook);
  const png = await page.screenshot({ animations: "disabled" });
  expect(sizeOf(png)).toEqual([1280, 1160]);
  expect(png.length).toBeGreaterThan(60_000); // an empty page is far smaller
  if (process.env.LIOUVILLE_SCREENSHOTS !== "1") return;
  mkdirSync(docs, { recursive: true });
  writeFileSync(`${docs}tour-${theme}.png`, png);
};
