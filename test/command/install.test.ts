/** `install`, `uninstall` and `doctor` as a user meets them, and Jupyter as it sees what they wrote. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jupyterVenv } from "../setup/jupyter.js";
import { folder } from "./folder.js";
import { liouville } from "./liouville.js";

const venv = await jupyterVenv();

/** An environment in which nothing is installed, for anyone. */
const bare = () => {
  const home = folder();
  const none = { JUPYTER_PATH: "", JUPYTER_DATA_DIR: "", XDG_DATA_HOME: "", VIRTUAL_ENV: "", CONDA_PREFIX: "" };
  return { home, env: { ...none, HOME: home, USERPROFILE: home, APPDATA: join(home, "Roaming") } };
};

const kernelIn = (prefix: string) => join(prefix, "share", "jupyter", "kernels", "liouville");

describe("install", () => {
  test("--prefix writes below it and says what", async () => {
    const prefix = folder();
    const { status, stdout } = await liouville(["install", "--prefix", prefix]);
    expect(status).toBe(0);
    expect(stdout).toContain(`wrote ${kernelIn(prefix)}\n`);
    expect(existsSync(join(kernelIn(prefix), "kernel.json"))).toBe(true);
  });

  test("--sys-prefix writes into the active environment; without options it is for the user", async () => {
    const { env } = bare();
    const venvDir = folder();
    expect((await liouville(["install", "--sys-prefix"], { env: { ...env, VIRTUAL_ENV: venvDir } })).stdout).toContain(
      kernelIn(venvDir),
    );
    const data = folder();
    const { stdout } = await liouville(["install"], { env: { ...env, JUPYTER_DATA_DIR: data } });
    expect(stdout).toContain(`wrote ${join(data, "kernels", "liouville")}\n`);
    const removed = await liouville(["uninstall", "--user"], { env: { ...env, JUPYTER_DATA_DIR: data } });
    expect(removed.stdout).toContain(`removed ${join(data, "kernels", "liouville")}\n`);
    expect((await liouville(["uninstall"], { env: { ...env, JUPYTER_DATA_DIR: data } })).stdout).toContain(
      "nothing to remove",
    );
  });

  test.each([
    [["install", "--usr"], "install has no option --usr. Did you mean --user?"],
    [["install", "--user", "--prefix", "x"], "exclude each other"],
    [["uninstall", "x"], "uninstall takes no arguments, but was given x"],
    [["doctor", "x"], "doctor takes no arguments"],
  ])("%j is refused: %s", async (args, message) => {
    const { status, stderr } = await liouville(args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test.skipIf(!venv)("Jupyter finds the kernel", async () => {
    const prefix = folder();
    await liouville(["install", "--prefix", prefix]);
    const jupyter = join(venv!.bin, "jupyter");
    const env = { ...process.env, ...bare().env, JUPYTER_PATH: join(prefix, "share", "jupyter") };
    const list = JSON.parse(execFileSync(jupyter, ["kernelspec", "list", "--json"], { env, encoding: "utf8" }));
    expect(list.kernelspecs.liouville).toMatchObject({
      resource_dir: kernelIn(prefix),
      spec: { display_name: "Liouville (TypeScript)", language: "typescript", interrupt_mode: "message" },
    });
  });
});

describe("doctor", () => {
  test("names what is missing with the command that mends it, and is content with a Jupyter that does not know the kernel", async () => {
    const { env } = bare();
    const { status, stdout } = await liouville(["doctor"], { env });
    expect(stdout).toMatch(/^✓ Node \d+/);
    expect(stdout).toMatch(/✓ the kernel answers after [\d.]+ s, and has run a cell after [\d.]+ s/);
    expect(stdout).toContain("✗ Jupyter does not know the kernel (optional)\n    → npx liouville install\n");
    expect(stdout).toContain("everything needed is there");
    expect(status).toBe(0);
  });

  test("is content once that has been done", async () => {
    const { env } = bare();
    const prefix = folder();
    await liouville(["install", "--prefix", prefix], { env });
    const { status, stdout } = await liouville(["doctor", "--prefix", prefix], { env });
    expect(stdout).toContain(`✓ kernelspec in ${kernelIn(prefix)}\n`);
    expect(stdout).toContain("everything needed is there");
    expect(status).toBe(0);
  });

  test("sees a kernelspec that points to what is gone", async () => {
    const { env } = bare();
    const prefix = folder();
    mkdirSync(kernelIn(prefix), { recursive: true });
    const spec = {
      argv: [process.execPath, "/gone/main.js", "{connection_file}"],
      display_name: "L",
      language: "typescript",
    };
    writeFileSync(join(kernelIn(prefix), "kernel.json"), JSON.stringify(spec));
    const { status, stdout } = await liouville(["doctor", "--prefix", prefix], { env });
    expect(stdout).toContain("points to /gone/main.js, which is gone (optional)\n    → npx liouville install\n");
    expect(status).toBe(0);
    rmSync(prefix, { recursive: true });
  });
});

test("help lists every command, and each command has its own", async () => {
  const { stdout } = await liouville([]);
  for (const command of ["run", "lab", "ledger", "install", "uninstall", "doctor"]) {
    expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
    const own = await liouville([command, "--help"]);
    expect(own.status).toBe(0);
    expect(own.stdout).toMatch(new RegExp(`^liouville ${command}`));
  }
  const root = join(import.meta.dirname, "../..");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect((await liouville(["--version"])).stdout).toBe(`${version}\n`);
});
