/** `binder/postBuild` run for real: in a fresh copy of the repository, with a fresh prefix, in which nbclient then runs the tour. */

import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ensureVenv, type Venv } from "../../kernel/command/venv.js";
import type { CodeCell } from "../../kernel/notebook/format.js";
import { readNotebook } from "../../kernel/notebook/read.js";
import { folder } from "../command/folder.js";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const minutes = 60_000;

/** What is under version control, and what will be, as it stands now. */
const copyRepository = (target: string): void => {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", list, { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((file) => file !== "");
  for (const file of files.filter((name) => existsSync(join(root, name)))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(root, file), join(target, file));
  }
};

/** The prefix that repo2docker calls NB_PYTHON_PREFIX; here a venv with what is needed to execute a notebook. */
const freshPrefix = async (dir: string): Promise<Venv | undefined> => {
  try {
    return await ensureVenv(dir, ["nbclient==0.11.0"]);
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`The test of binder/postBuild is skipped: ${(error as Error).message}`);
    return undefined;
  }
};

test("repo2docker finds what it reads", () => {
  const environment = readFileSync(join(root, "binder", "environment.yml"), "utf8");
  for (const name of ["python=", "nodejs=", "jupyterlab=", "notebook="]) expect(environment).toContain(`  - ${name}`);
  expect(statSync(join(root, "binder", "postBuild")).mode & 0o111).toBe(0o111);
  expect(readFileSync(join(root, "binder", "postBuild"), "utf8")).toMatch(/^#!.*bash\n(#.*\n)*set -euo pipefail\n/);
});

describe("postBuild", () => {
  test("fails when a step of it fails", async () => {
    const empty = folder();
    mkdirSync(join(empty, "binder"));
    cpSync(join(root, "binder"), join(empty, "binder"), { recursive: true });
    const env = { ...process.env, NB_PYTHON_PREFIX: join(empty, "prefix") };
    await expect(run("binder/postBuild", [], { cwd: empty, env })).rejects.toThrow("npm ci");
    expect(existsSync(join(empty, "prefix"))).toBe(false);
  });

  test("builds, installs into the prefix, and nbclient runs the tour there", { timeout: 12 * minutes }, async ({
    skip,
  }) => {
    const dir = folder();
    const [repository, prefix] = ["repository", "prefix"].map((name) => join(dir, name));
    const venv = await freshPrefix(prefix);
    if (!venv) return skip();
    copyRepository(repository);
    // Nothing of the surrounding npm run may reach it, nor a kernelspec that is installed elsewhere.
    const outer = Object.entries(process.env).filter(([name]) => !/^(npm_|JUPYTER|VITEST|NODE_)/i.test(name));
    const env = {
      ...Object.fromEntries(outer),
      NB_PYTHON_PREFIX: prefix,
      HOME: dir,
      npm_config_prefer_offline: "true",
    };
    const { stdout } = await run("binder/postBuild", [], { cwd: repository, env, maxBuffer: 1e8 });
    expect(stdout).toContain("everything needed is there");
    const installed = join(prefix, "share", "jupyter");
    expect(existsSync(join(installed, "labextensions", "@liouville", "jupyterlab", "package.json"))).toBe(true);
    expect(existsSync(join(installed, "kernels", "liouville", "kernel.json"))).toBe(true);

    const executed = join(dir, "tour.ipynb");
    const script = join(root, "test", "command", "execute.py");
    await run(venv.python, [script, "00-tour.ipynb", executed, "liouville"], {
      cwd: join(repository, "notebooks"),
      env,
    });
    const cells = readNotebook(executed).cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
    expect(cells.length).toBeGreaterThan(5);
    expect(cells.every(({ execution_count }, i) => execution_count === i + 1)).toBe(true);
    expect(cells.some(({ outputs }) => JSON.stringify(outputs).includes("application/vnd.plotly.v1+json"))).toBe(true);
  });
});
