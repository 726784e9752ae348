/** A notebook open in JupyterLab or Notebook 7, driven as a user drives it: menus, toolbar, keyboard. */

import type { Browser, Page } from "playwright-core";
import { until } from "../wire/until.js";

export interface NotebookPage {
  readonly page: Page;
  /** Runs all cells, and waits until each has been run, or one has failed. */
  runAll(): Promise<void>;
  /** Types a cell at the end and runs it; gives its place. */
  runNewCell(code: string): Promise<number>;
  /** The text of a cell's outputs. */
  outputOf(cell: number): Promise<string>;
  /** Waits until the kernel says that it is idle. */
  idle(): Promise<void>;
  /** How many outputs of the notebook have this MIME type. */
  outputsOf(mime: string): Promise<number>;
  /** The errors among the outputs, as "name: message". */
  errors(): Promise<string[]>;
  /** A command of JupyterLab that no menu or button is needed for. */
  command(name: string): Promise<void>;
  press(button: "Interrupt the kernel" | "Restart the kernel" | "Restart the kernel and run all cells"): Promise<void>;
  close(): Promise<void>;
}

const patience = 120_000;

const commands: Readonly<Record<Parameters<NotebookPage["press"]>[0], string>> = {
  "Interrupt the kernel": "notebook:interrupt-kernel",
  "Restart the kernel": "notebook:restart-kernel",
  "Restart the kernel and run all cells": "notebook:restart-run-all",
};

interface Output {
  readonly output_type: string;
  readonly data?: object;
  readonly ename?: string;
  readonly evalue?: string;
}

interface CellModel {
  readonly cell_type: string;
  readonly source: string | string[];
  readonly execution_count?: number | null;
  readonly outputs?: Output[];
}

/** What we read of JupyterLab's own objects, exposed to the page by `--expose-app-in-browser`. */
interface Exposed {
  jupyterapp: {
    shell: { currentWidget: Panel };
    commands: { execute(command: string): Promise<unknown> };
  };
}

interface Panel {
  readonly content: { readonly model: { toJSON(): { cells: CellModel[] } } };
  readonly sessionContext: { readonly session: { readonly kernel: { readonly status: string } | null } | null };
}

const cellsOf = (page: Page): Promise<CellModel[]> =>
  page.evaluate(() => (window as unknown as Exposed).jupyterapp.shell.currentWidget.content.model.toJSON().cells);

const statusOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () => (window as unknown as Exposed).jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status,
  );

const outputsIn = async (page: Page): Promise<Output[]> => (await cellsOf(page)).flatMap(({ outputs = [] }) => outputs);

const wasRun = ({ cell_type, source, execution_count }: CellModel): boolean =>
  cell_type !== "code" || source.length === 0 || execution_count !== null;

const appendCell = async (page: Page, code: string): Promise<void> => {
  await page.locator(".jp-Notebook .jp-Cell").last().locator(".jp-InputPrompt").click();
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(code);
  await page.keyboard.press("Shift+Enter");
};

const errorsOf = async (page: Page): Promise<string[]> =>
  (await outputsIn(page)).flatMap(({ output_type, ename, evalue }) =>
    output_type === "error" ? `${ename}: ${evalue}` : [],
  );

/** Waits until the kernel is there and every cell is on the page. */
const ready = async (page: Page): Promise<void> => {
  const cells = page.locator(".jp-Notebook .jp-Cell");
  await cells.first().waitFor({ timeout: patience });
  await until(async () => (await statusOf(page)) === "idle", "the kernel is idle", patience);
  const complete = async (): Promise<boolean> => (await cellsOf(page)).length === ((await cells.count()) || 1);
  await until(complete, "every cell is on the page", patience);
};

const runAll = async (page: Page): Promise<void> => {
  await page.locator(".lm-MenuBar-itemLabel", { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
  const ended = async (): Promise<boolean> =>
    (await statusOf(page)) === "idle" && ((await cellsOf(page)).every(wasRun) || (await errorsOf(page)).length > 0);
  await until(ended, "every cell has been run", patience);
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
  await ready(page);
  const cells = page.locator(".jp-Notebook .jp-Cell");
  return {
    page,
    runAll: () => runAll(page),
    runNewCell: async (code) => {
      const before = await cells.count();
      await appendCell(page, code);
      return before;
    },
    outputOf: async (cell) =>
      (await cells.nth(cell).locator(".jp-OutputArea-output").allInnerTexts()).join("\n").trim(),
    idle: async () => void (await until(async () => (await statusOf(page)) === "idle", "the kernel is idle", patience)),
    outputsOf: async (mime) => (await outputsIn(page)).filter(({ data = {} }) => mime in data).length,
    errors: () => errorsOf(page),
    command: (name) =>
      page.evaluate(async (id) => void (await (window as unknown as Exposed).jupyterapp.commands.execute(id)), name),
    press: (button) => page.locator(`.jp-NotebookPanel-toolbar [data-command="${commands[button]}"]`).click(),
    close: () => page.close(),
  };
};
