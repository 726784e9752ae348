/** The package, installed from its tarball in an empty folder, as users have it. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { resultsOf, text, writeSample } from "./notebook.js";
import { pack, root } from "./pack.js";
import { run, succeed } from "./run.js";
import { scratch } from "./scratch.js";
import { common, diagnostic, mistaken, script } from "./scripts.js";

const folder = scratch();
const app = join(folder, "app");
const prefix = join(folder, "prefix");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const inApp = (...path: string[]) => join(app, "node_modules", ...path);
const liouville = (args: readonly string[], env?: NodeJS.ProcessEnv) => run(app, "npx", ["liouville", ...args], env);

beforeAll(async () => {
  const { tarball } = await pack(folder);
  mkdirSync(app);
  await succeed(app, "npm", "init", "-y");
  await succeed(app, "npm", "install", tarball);
}, 180_000);

describe("what is installed", () => {
  const packages = () =>
    Object.entries(json(join(app, "package-lock.json")).packages as Record<string, { hasInstallScript?: boolean }>);

  test("liouville alone was asked for, and neither tslab nor danfojs-node nor tensorflow come with it", () => {
    expect(Object.keys(json(join(app, "package.json")).dependencies)).toEqual(["liouville"]);
    const names = packages().map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => /tslab|danfo|tensorflow|chromium|playwright|vitest/.test(name))).toEqual([]);
  });

  test("one package has an install script: zeromq, which brings its addons and only loads one", () => {
    const scripted = packages().filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.map(([path]) => path)).toEqual(["node_modules/zeromq"]);
    expect(json(inApp("zeromq/package.json")).scripts.install).toBe("node ./script/install.js");
    expect(readFileSync(inApp("zeromq/script/install.js"), "utf8")).not.toMatch(/https?:|fetch\(|prebuild-install/);
    const addons = Object.keys(json(inApp("zeromq/build/manifest.json"))).map((key) => JSON.parse(key));
    for (const [os, arch] of [
      ["linux", "x64"],
      ["linux", "arm64"],
      ["darwin", "arm64"],
      ["win32", "x64"],
    ])
      expect(addons.some((addon) => addon.os === os && addon.arch === arch)).toBe(true);
  });
});

describe("npx liouville", () => {
  test("--version", async () => {
    expect(await liouville(["--version"])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });

  test("install --prefix writes a kernelspec that points into the folder, and the extension", async () => {
    expect(await liouville(["install", "--prefix", prefix])).toMatchObject({ status: 0 });
    const { argv, language } = json(join(prefix, "share/jupyter/kernels/liouville/kernel.json"));
    expect(language).toBe("typescript");
    expect(argv.slice(1)).toEqual([inApp("liouville/dist/kernel/server/main.js"), "{connection_file}"]);
    expect([argv[0], argv[1]].filter((file) => !existsSync(file))).toEqual([]);
    const extension = join(prefix, "share/jupyter/labextensions/@liouville/jupyterlab");
    const { name, jupyterlab } = json(join(extension, "package.json"));
    expect(name).toBe("@liouville/jupyterlab");
    expect(existsSync(join(extension, jupyterlab._build.load))).toBe(true);
  });

  test("doctor finds everything needed, and for the rest names the command that mends it", async () => {
    const { status, stdout } = await liouville(["doctor"], { JUPYTER_PATH: join(prefix, "share/jupyter") });
    expect(stdout).toMatch(/^✓ Node \d+\.\d+\.\d+\n✓ ZeroMQ [\d.]+\n✓ the kernel is built\n/);
    expect(stdout).toMatch(/^✓ the kernel answers after [\d.]+ s, and has run a cell after [\d.]+ s$/m);
    expect(stdout).toContain(`✓ kernelspec in ${join(prefix, "share/jupyter/kernels/liouville")}\n`);
    expect(stdout).toContain(`✓ JupyterLab extension ${version} in ${prefix}`);
    const lines = stdout.trimEnd().split("\n");
    const lacking = lines.flatMap((line, i) => (line.startsWith("✗") ? [[line, lines[i + 1]]] : []));
    for (const [what, mend] of lacking)
      expect([what, mend]).toEqual([expect.stringMatching(/\(optional\)$/), expect.stringMatching(/^ {4}→ ./)]);
    expect(lines.at(-1)).toBe("everything needed is there");
    expect(status).toBe(0);
  });
});

test("a notebook runs in a folder that has nothing installed, with figures, frames and formulas, and becomes a page", async () => {
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  writeSample(join(elsewhere, "notebook.ipynb"));
  const { status, stdout } = await liouville(["run", join(elsewhere, "notebook.ipynb"), "--html"]);
  expect(status, stdout).toBe(0);
  const { derivative, frame, figure, slider } = resultsOf(join(elsewhere, "notebook.executed.ipynb"));
  expect(text(derivative?.["text/plain"])).toBe("4 * x ^ 3");
  expect(text(frame?.["text/html"])).toMatch(/<table[\s\S]*0\.25/);
  expect(figure).toMatchObject({
    "application/vnd.plotly.v1+json": { data: expect.any(Array), layout: expect.any(Object) },
  });
  expect(Buffer.from(text(figure?.["image/png"]), "base64").subarray(1, 4).toString()).toBe("PNG");
  expect(slider).toHaveProperty(["application/vnd.jupyter.widget-view+json", "model_id"]);
  const page = readFileSync(join(elsewhere, "notebook.html"), "utf8");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain("Plotly");
  expect(page).not.toMatch(/<script[^>]+src=["']?http/);
}, 120_000);

describe("typed imports", () => {
  beforeAll(() => {
    for (const [name, source] of Object.entries({
      "script.mts": script,
      "common.cts": common,
      "mistaken.mts": mistaken,
    }))
      writeFileSync(join(app, name), source);
  });
  const tsc = (...args: string[]) => run(app, "npx", ["tsc", "--strict", "--target", "es2023", ...args]);

  test("TypeScript 6 with nodenext finds the one mistake, and Node runs what it writes", async () => {
    expect(await succeed(app, "npx", "tsc", "--version")).toMatch(/^Version 6\./);
    const sources = ["script.mts", "common.cts", "mistaken.mts"];
    const { status, stdout } = await tsc("--module", "nodenext", "--outDir", "out", ...sources);
    expect(stdout).toBe(`mistaken.mts${diagnostic}`);
    expect(status).toBe(2);
    expect(await succeed(app, "node", "out/common.cjs")).toBe("0.100\n");
    const printed = JSON.parse(await succeed(app, "node", "out/script.mjs"));
    expect(printed).toMatchObject({ key: "kramers-1940", fault: "grid", kind: "function" });
    expect(printed.rates[0]).toBe(0);
    expect(printed.rates[1]).toBeCloseTo(0.119118373 / 2, 4);
    expect(printed.mean).toBeLessThan(-0.5);
    expect(printed.traces).toBeGreaterThan(1);
  }, 60_000);

  test("TypeScript 6 with bundler resolution finds the same", async () => {
    const { status, stdout } = await tsc(
      "--module",
      "esnext",
      "--moduleResolution",
      "bundler",
      "--noEmit",
      "script.mts",
      "mistaken.mts",
    );
    expect(stdout).toBe(`mistaken.mts${diagnostic}`);
    expect(status).toBe(2);
  }, 60_000);
});
