/** A home of its own for a Jupyter that tests start: our kernel and extension installed by our own command line, nothing of the user's. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface JupyterHome {
  readonly folder: string;
  /** What a Jupyter must be started with to see this home and no other. */
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

const command = fileURLToPath(new URL("../../dist/kernel/command/main.js", import.meta.url));

/** Makes the home; the kernelspec is `liouville`. */
export const jupyterHome = (): JupyterHome => {
  const folder = mkdtempSync(join(tmpdir(), "liouville-jupyter-"));
  const within = (name: string): string => join(folder, name);
  execFileSync(process.execPath, [command, "install", "--prefix", within("prefix")], { stdio: "pipe" });
  const env = {
    ...process.env,
    HOME: folder,
    XDG_STATE_HOME: within("state"),
    JUPYTER_PATH: join(within("prefix"), "share", "jupyter"),
    JUPYTER_CONFIG_DIR: within("config"),
    JUPYTER_DATA_DIR: within("data"),
    JUPYTER_RUNTIME_DIR: within("runtime"),
    IPYTHONDIR: within("ipython"),
  };
  return {
    folder,
    env,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
};
