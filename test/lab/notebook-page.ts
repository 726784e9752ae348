/** A notebook open in JupyterLab or Notebook 7, driven as a user drives it: menus, toolbar, keyboard. */

import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

export interface NotebookPage {
  readonly page: Page;
  runAll(): Promise<void>;
  /** Types a cell at the end and runs it; gives its place. */
  runNewCell(code: string): Promise<number>;
  /** The text of a cell's outputs. */
  outputOf(cell: number): Promise<string>;
  /** Waits until the kernel is idle and no cell waits for it. */
  idle(): Promise<void>;
  /** The outputs in the notebook's model that have this MIME type. */
  outputsOf(mime: string): Promise<number>;
  press(button: "Interrupt the kernel" | "Restart the kernel" | "Restart the kernel and run all cells"): Promise<void>;
  close(): Promise<void>;
}

const long = { timeout: 120_000 };

const commands: Readonly<Record<Parameters<NotebookPage["press"]>[0], string>> = {
  "Interrupt the kernel": "notebook:interrupt-kernel",
  "Restart the kernel": "notebook:restart-kernel",
  "Restart the kernel and run all cells": "notebook:restart-run-all",
};

/** What we read of JupyterLab's own objects, exposed to the page by `--expose-app-in-browser`. */
interface Exposed {
  jupyterapp: {
    shell: {
      currentWidget: {
        content: { model: { toJSON(): { cells: { cell_type: string; outputs?: { data?: object }[] }[] } } };
      };
    };
    commands: { execute(command: string): Promise<unknown> };
  };
}

const countOutputs = (page: Page, mime: string): Promise<number> =>
  page.evaluate((type) => {
    const { cells } = (window as unknown as Exposed).jupyterapp.shell.currentWidget.content.model.toJSON();
    return cells.flatMap(({ outputs = [] }) => outputs).filter(({ data = {} }) => type in data).length;
  }, mime);

const appendCell = async (page: Page, code: string): Promise<void> => {
  await page.locator(".jp-Notebook .jp-Cell").last().locator(".jp-InputPrompt").click();
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(code);
  await page.keyboard.press("Shift+Enter");
};

/** Opens a notebook at an address and waits until its kernel is there. */
export const openNotebook = async (
  browser: Browser,
  url: string,
  colorScheme: "light" | "dark" = "light",
): Promise<NotebookPage> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.locator(".jp-Notebook .jp-Cell").first().waitFor(long);
  const idle = async (): Promise<void> => {
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor({ state: "attached", ...long });
    await expect.poll(() => page.locator(".jp-InputPrompt", { hasText: "[*]" }).count(), long).toBe(0);
  };
  await idle();
  const cells = page.locator(".jp-Notebook .jp-Cell");
  return {
    page,
    idle,
    runAll: async () => {
      await page.locator(".lm-MenuBar-itemLabel", { hasText: /^Run$/ }).click();
      await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
    },
    runNewCell: async (code) => {
      const before = await cells.count();
      await appendCell(page, code);
      return before;
    },
    outputOf: (cell) => cells.nth(cell).locator(".jp-OutputArea").innerText(),
    outputsOf: (mime) => countOutputs(page, mime),
    press: async (button) => {
      await page.locator(`.jp-NotebookPanel-toolbar [data-command="${commands[button]}"]`).click();
    },
    close: () => page.close(),
  };
};
