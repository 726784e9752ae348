/** A Python environment with pinned packages, made when it is first needed. */

import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./lock.js";
import { findPython, oldestPython } from "./python.js";

/** The environment could not be made; the message says what is missing and how to get it. */
export class VenvError extends Error {
  override readonly name = "VenvError";
}

export interface Venv {
  readonly python: string;
  /** The folder of its programs. */
  readonly bin: string;
}

const partsOf = (dir: string): Venv => {
  const windows = process.platform === "win32";
  const bin = join(dir, windows ? "Scripts" : "bin");
  return { bin, python: join(bin, windows ? "python.exe" : "python") };
};

const stampOf = (dir: string): string => join(dir, "liouville-requirements.txt");

const isReady = (dir: string, wanted: string): boolean =>
  existsSync(stampOf(dir)) && readFileSync(stampOf(dir), "utf8") === wanted && existsSync(partsOf(dir).python);

/** Runs a program and answers its output; PYTHONHOME and the like of the surroundings do not reach it. */
const perform = (command: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const { PYTHONHOME: _home, PYTHONPATH: _path, ...env } = process.env;
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", ({ message }) => resolve({ ok: false, output: message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });

const missingPython = `no Python from ${oldestPython.join(".")} was found on the PATH as python3 or python; install one, e.g. apt install python3 python3-venv, brew install python, or from https://www.python.org/downloads/`;

const make = async (dir: string, requirements: readonly string[]): Promise<void> => {
  const python = findPython();
  if (!python) throw new VenvError(missingPython);
  rmSync(dir, { recursive: true, force: true });
  const made = await perform(python.command, ["-m", "venv", dir]);
  if (!made.ok) {
    const hint = /ensurepip/.test(made.output) ? "; on Debian and Ubuntu: apt install python3-venv" : "";
    throw new VenvError(`${python.command} -m venv ${dir} failed${hint}\n${made.output.trim()}`);
  }
  if (requirements.length === 0) return;
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", ...requirements];
  const installed = await perform(partsOf(dir).python, pip);
  if (!installed.ok) throw new VenvError(`pip install ${requirements.join(" ")} failed\n${installed.output.trim()}`);
};

/**
 * The environment in `dir` with exactly these requirements; it is made, or made anew, unless it is there already.
 * @throws VenvError when there is no Python, or a package cannot be had.
 */
export const ensureVenv = async (
  dir: string,
  requirements: readonly string[],
  say: (line: string) => void = () => {},
): Promise<Venv> => {
  const wanted = `${requirements.join("\n")}\n`;
  if (isReady(dir, wanted)) return partsOf(dir);
  return alone(`${dir}.lock`, async () => {
    if (isReady(dir, wanted)) return partsOf(dir);
    say(`making a Python environment in ${dir} with ${requirements.join(", ")}; this takes a minute`);
    try {
      await make(dir, requirements);
    } catch (error) {
      rmSync(dir, { recursive: true, force: true });
      throw error;
    }
    writeFileSync(stampOf(dir), wanted);
    return partsOf(dir);
  });
};
