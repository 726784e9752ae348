/** Runs the built command line as a user does. */

import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const main = fileURLToPath(new URL("../../dist/kernel/command/main.js", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Sees the process and all that it has said so far, each time that it says something. */
  readonly watch?: (child: ChildProcess, said: string) => void;
}

export const liouville = (args: readonly string[], { cwd, env, watch }: Options = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...process.env, ...env } });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        said[name] += text;
        watch?.(child, said.stdout + said.stderr);
      });
    }
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...said }));
  });
