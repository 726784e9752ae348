/** `liouville lab` opens a real JupyterLab, which knows the kernel and the extension without their being installed anywhere. */

import { type ChildProcess, spawn } from "node:child_process";
import { delimiter } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePorts } from "../../kernel/client/ports.js";
import { isExtensionBuilt } from "../../kernel/spec/install.js";
import { jupyterVenv } from "../setup/jupyter.js";
import { folder } from "./folder.js";
import { liouville, main } from "./liouville.js";

const venv = await jupyterVenv();

const environment = () => {
  const home = folder();
  const path = [venv?.bin, process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, HOME: home, XDG_DATA_HOME: home, JUPYTER_PATH: "", JUPYTER_CONFIG_DIR: home };
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await ended;
};

const answer = async (url: string): Promise<unknown> => {
  for (let tries = 0; tries < 300; tries++) {
    try {
      const response = await fetch(url);
      if (response.ok) return await response.json();
    } catch {
      // It does not listen yet.
    }
    await sleep(200);
  }
  throw new Error(`${url} does not answer`);
};

describe.skipIf(!venv)("liouville lab", () => {
  test("uses the JupyterLab of the environment and hands on its arguments and exit status", async () => {
    const env = environment();
    const { status, stdout } = await liouville(["lab", "--version"], { env });
    expect(stdout).toMatch(/^JupyterLab (4\.[\d.]+) with the kernel of .*\n\1\n$/);
    expect(status).toBe(0);
    expect((await liouville(["lab", "--no-such-option=1", "--port=none"], { env })).status).not.toBe(0);
  });

  test("serves the kernel and the extension, as root as well, until it is told to end", async () => {
    const [port] = await freePorts(1);
    const quiet = ["--no-browser", "--IdentityProvider.token=", `--port=${port}`, "--ServerApp.port_retries=0"];
    const child = spawn(process.execPath, [main, "lab", ...quiet], {
      env: environment(),
      stdio: "ignore",
      cwd: folder(),
    });
    onTestFinished(() => end(child));
    const specs = (await answer(`http://127.0.0.1:${port}/api/kernelspecs`)) as {
      kernelspecs: Record<string, unknown>;
    };
    expect(specs.kernelspecs.liouville).toMatchObject({
      spec: { display_name: "Liouville (TypeScript)" },
      resources: { "logo-svg": expect.any(String), "logo-64x64": expect.any(String) },
    });
    const page = await (await fetch(`http://127.0.0.1:${port}/lab`)).text();
    expect(page.includes("@liouville/jupyterlab")).toBe(isExtensionBuilt());
    await end(child);
    await expect(fetch(`http://127.0.0.1:${port}/lab`)).rejects.toThrow();
  });
});

test("where no JupyterLab is found and none can be made, it says what is missing", async () => {
  const home = folder();
  const { status, stderr } = await liouville(["lab"], { env: { PATH: folder(), HOME: home, XDG_DATA_HOME: home } });
  expect(stderr).toContain("liouville: no Python from 3.10 was found");
  expect(status).toBe(1);
});
