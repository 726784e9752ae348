/** The plain tslab kernel, in a folder whose only package is liouville. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startKernel } from "../../kernel/client/client.js";
import type { Execution } from "../../kernel/client/execution.js";
import type { Output } from "../../kernel/notebook/format.js";

export const root = resolve(import.meta.dirname, "../..");
const tslab = dirname(createRequire(import.meta.url).resolve("tslab/package.json"));

export interface Cell {
  readonly status: string;
  readonly outputs: readonly Output[];
  /** Everything printed, and the text form of everything shown. */
  readonly said: string;
  /** The MIME types of what it shows, an output each. */
  readonly types: readonly string[][];
}

export interface TslabKernel {
  readonly folder: string;
  readonly info: Record<string, unknown>;
  execute(code: string): Promise<Cell>;
  end(): Promise<void>;
}

const textOf = (output: Output): string => {
  if (output.output_type === "stream") return [output.text].flat().join("");
  return "data" in output ? [output.data["text/plain"] ?? ""].flat().join("") : "";
};

const cellOf = ({ status, outputs }: Execution): Cell => ({
  status,
  outputs,
  said: outputs.map(textOf).join(""),
  types: outputs.flatMap((output) => ("data" in output ? [Object.keys(output.data)] : [])),
});

/** For a moment after a failure tslab answers `abort` (sic) to whatever it is asked. */
const isRefused = ({ status }: Cell): boolean => status === "abort";

export const startTslab = async (): Promise<TslabKernel> => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "liouville-tslab-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/liouville"), "junction");
  const kernel = await startKernel({
    argv: [process.execPath, join(tslab, "bin/tslab"), "kernel", "--config-path={connection_file}"],
    cwd: folder,
    interruptMode: "signal",
  });
  const execute = async (code: string): Promise<Cell> => {
    const cell = cellOf(await kernel.execute(code, { timeout: 30 }));
    if (!isRefused(cell)) return cell;
    await sleep(50);
    return execute(code);
  };
  const end = async (): Promise<void> => {
    await kernel.shutdown();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { folder, info: kernel.info, execute, end };
};
