/** The corpus: sessions of cells, one file each, cells parted by `// %%` lines; and two ways of running it. */

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCell } from "../../../../kernel/compiler/cell.js";

export interface Cell {
  readonly code: string;
  /** What the cell declares. */
  readonly names: readonly string[];
}

export interface Session {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** How a cell ended: its shown value (`""` where there is none) and the types of what it declared. */
export interface Report {
  readonly ok: boolean;
  readonly value: string;
  readonly types: Readonly<Record<string, string>>;
  readonly error: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const cellOf = (code: string): Cell => ({
  code,
  names: [...new Set(readCell(code, "cell.ts").declared.map(({ name }) => name.text))],
});

export const sessions: readonly Session[] = readdirSync(here("../corpus")).map((file) => ({
  name: file.replace(".cells", ""),
  cells: readFileSync(here(`../corpus/${file}`), "utf8")
    .trimEnd()
    .split("\n// %%\n")
    .map(cellOf),
}));

/** A notebook's folder with the files that the cells import, and nothing installed but one small package. */
export function notebookFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "notebook-")));
  for (const file of readdirSync(here("../notebook")).filter((name) => name !== "packages"))
    cpSync(here(`../notebook/${file}`), join(folder, file));
  cpSync(here("../notebook/packages"), join(folder, "node_modules"), { recursive: true });
  return folder;
}

/** Runs all sessions in a process of their own, which loads the built package. */
export function run(runner: "ours" | "theirs"): Promise<Report[][]> {
  return new Promise((resolve, reject) => {
    const args = ["--no-warnings", here(`${runner}.mjs`), here("../../../../").replace(/\/$/, "")];
    const options = { cwd: notebookFolder(), maxBuffer: 1e8 };
    const child = execFile(process.execPath, args, options, (error, output) =>
      error ? reject(error) : resolve(JSON.parse(output) as Report[][]),
    );
    child.stdin!.end(JSON.stringify(sessions));
  });
}
