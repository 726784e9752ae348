/** A JupyterLab server over a folder of its own, with our kernel and extension, in the theme that is asked for. */

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Venv } from "../../kernel/command/venv.js";
import { type JupyterHome, jupyterHome } from "../setup/jupyter-home.js";
import { freePorts } from "../wire/ports.js";
import { descendants } from "../wire/process-tree.js";
import { until } from "../wire/until.js";

export interface LabServer {
  readonly url: string;
  /** The folder that it serves. */
  readonly folder: string;
  /** Chooses the theme of pages opened from now on. */
  theme(name: "light" | "dark"): void;
  stop(): Promise<void>;
}

/** Settings are files of a plugin's name below the folder of user settings. */
const writeSettings = (home: JupyterHome, plugin: string, settings: object): void => {
  const path = join(home.folder, "settings", `${plugin}.jupyterlab-settings`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(settings));
};

const quiet = (home: JupyterHome): void => {
  const notifications = { fetchNews: "false", checkForUpdates: false, doNotDisturbMode: true };
  writeSettings(home, "@jupyterlab/apputils-extension/notification", notifications);
  writeSettings(home, "@jupyterlab/notebook-extension/tracker", { windowingMode: "none" });
};

const serverArguments = (folder: string, port: number): string[] => [
  ...[
    "-m",
    "jupyterlab",
    "--no-browser",
    "--allow-root",
    "--expose-app-in-browser",
    "--JupyterNotebookApp.expose_app_in_browser=True",
    `--port=${port}`,
    "--port-retries=0",
  ],
  ...[
    "--ip=127.0.0.1",
    `--ServerApp.root_dir=${folder}`,
    "--IdentityProvider.token=",
    "--ServerApp.disable_check_xsrf=True",
  ],
];

const answers = async (url: string): Promise<boolean> => (await fetch(`${url}/api/status`)).ok;

/** Starts a server and waits until it answers. */
export const startLab = async (venv: Venv): Promise<LabServer> => {
  const home = jupyterHome();
  const folder = mkdtempSync(join(tmpdir(), "liouville-lab-"));
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  quiet(home);
  const env = {
    ...home.env,
    JUPYTERLAB_SETTINGS_DIR: join(home.folder, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(home.folder, "workspaces"),
  };
  const server = spawn(venv.python, serverArguments(folder, port!), { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (said += data));
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    for (const pid of [...descendants(server.pid!), server.pid!]) process.kill(pid, "SIGKILL");
    await ended;
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(() => answers(url), "JupyterLab answers", 120_000);
  } catch (error) {
    await stop();
    throw new Error(`JupyterLab did not start; it said:\n${said}`, { cause: error });
  }
  const theme: LabServer["theme"] = (name) =>
    writeSettings(home, "@jupyterlab/apputils-extension/themes", {
      theme: `JupyterLab ${name === "dark" ? "Dark" : "Light"}`,
    });
  return { url, folder, theme, stop };
};
