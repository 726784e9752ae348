/** The kernels that are compared: ours and, each with its pinned version, those that can be had here. */

import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureVenv } from "../../kernel/command/venv.js";
import { type Dialect, python, typescript } from "./dialect.js";

export interface Peer {
  readonly name: string;
  readonly version: string;
  readonly argv: readonly string[];
  readonly dialect: Dialect;
  /** How its front ends stop a cell. */
  readonly interrupt: "message" | "SIGINT";
  /** Kept from one start to the next, as a user's is: only the first start makes its files. */
  readonly home: string;
}

const versions = { ipykernel: "7.4.0", deno: "2.9.8" };
const file = "{connection_file}";

const newHome = (name: string): string => mkdtempSync(join(tmpdir(), `bench-${name}-`));
const versionOf = (path: string): string => JSON.parse(readFileSync(path, "utf8")).version;

const ours = (root: string): Peer => ({
  name: "liouville",
  version: versionOf(join(root, "package.json")),
  argv: [process.execPath, join(root, "dist", "kernel", "server", "main.js"), file],
  dialect: typescript,
  interrupt: "message",
  home: newHome("liouville"),
});

const tslab = (root: string): Peer => ({
  name: "tslab",
  version: versionOf(join(root, "node_modules", "tslab", "package.json")),
  argv: [process.execPath, join(root, "node_modules", "tslab", "bin", "tslab"), "kernel", "--config-path", file],
  dialect: typescript,
  interrupt: "SIGINT",
  home: newHome("tslab"),
});

const fromPython = async (root: string, say: (line: string) => void): Promise<Peer[]> => {
  const requirements = Object.entries(versions).map(([name, version]) => `${name}==${version}`);
  try {
    const venv = await ensureVenv(join(root, ".cache", "bench-venv"), requirements, say);
    const deno = join(venv.bin, process.platform === "win32" ? "deno.exe" : "deno");
    return [
      {
        name: "ipykernel",
        version: versions.ipykernel,
        argv: [venv.python, "-m", "ipykernel_launcher", "-f", file],
        dialect: python,
        interrupt: "SIGINT",
        home: newHome("ipykernel"),
      },
      {
        name: "deno",
        version: versions.deno,
        argv: [deno, "jupyter", "--kernel", "--conn", file],
        dialect: typescript,
        interrupt: "SIGINT",
        home: newHome("deno"),
      },
    ];
  } catch (error) {
    say(`ipykernel and Deno could not be had, and are left out: ${(error as Error).message}`);
    return [];
  }
};

/** Ours first, then the others; who could not be had is said. */
export const findPeers = async (root: string, say: (line: string) => void): Promise<Peer[]> => {
  const hasTslab = existsSync(join(root, "node_modules", "tslab"));
  if (!hasTslab) say("tslab could not be had, and is left out: npm ci installs it");
  return [ours(root), ...(hasTslab ? [tslab(root)] : []), ...(await fromPython(root, say))];
};
