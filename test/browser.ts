/** A browser for tests: the system's Chromium, Chrome or Edge, else the one that npm brought for Linux. */

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../kernel/figures/system-browser.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const home = `${root}.cache/chromium`;
const starter = `${home}/start`;

/** It asks for what a bare machine lacks: libraries of certificates, and fonts. */
const script = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib:$LD_LIBRARY_PATH"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

/** Several tests may unpack at once: each does it in a folder of its own, and the first one stays. */
const unpack = (): void => {
  const folder = `${home}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const code = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: root, env });
  writeFileSync(`${folder}/start`, script);
  chmodSync(`${folder}/start`, 0o755);
  try {
    renameSync(folder, home);
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
};

const missing = (why: string): undefined => {
  if (process.env.CI) throw new Error(`no browser for the tests: ${why}`);
  console.warn(`Tests that need a browser are skipped: ${why}`);
};

/** The program of a browser, or undefined after saying what is missing. @throws Error on CI, where it must not be missing. */
export const browserProgram = (): string | undefined => {
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  if (process.platform !== "linux" || process.arch !== "x64") return missing("install Chromium, Chrome or Edge");
  try {
    if (!existsSync(starter)) unpack();
    return starter;
  } catch (error) {
    return missing((error as Error).message);
  }
};

/** A browser without a window, or undefined after saying what is missing. @throws Error on CI, where it must not be missing. */
export const launchBrowser = async (): Promise<Browser | undefined> => {
  const executablePath = browserProgram();
  if (executablePath === undefined) return undefined;
  const sandboxed = process.getuid?.() !== 0;
  const webgl = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
  try {
    return await chromium.launch({
      executablePath,
      chromiumSandbox: sandboxed,
      args: [...webgl, "--font-render-hinting=none"],
    });
  } catch (error) {
    return missing((error as Error).message);
  }
};
