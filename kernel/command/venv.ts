/** A Python environment with pinned packages, made when it is first needed. */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./lock.js";
import { findPython, oldestPython, type Python } from "./python.js";

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

/** The file that makes a folder ours; in the end it holds the requirements. */
const stamp = "liouville-requirements.txt";
const stampOf = (dir: string): string => join(dir, stamp);

const isReady = (dir: string, wanted: string): boolean =>
  existsSync(stampOf(dir)) && readFileSync(stampOf(dir), "utf8") === wanted && existsSync(partsOf(dir).python);

const namesIn = (dir: string): string[] => {
  try {
    return readdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new VenvError(`${dir} is no folder that can be read: ${(error as Error).message}`);
  }
};

/** The names in a folder that may be emptied: one that is absent, empty or stamped. */
const ownNames = (dir: string): string[] => {
  const names = namesIn(dir);
  if (names.length === 0 || names.includes(stamp)) return names;
  throw new VenvError(`${dir} exists and is not ours; name a folder that is absent or empty`);
};

/** An empty folder but for its stamp, which is there before anything else is, and while anything is removed. */
const claim = (dir: string): void => {
  const names = ownNames(dir);
  mkdirSync(dir, { recursive: true });
  writeFileSync(stampOf(dir), "being made\n");
  for (const name of names) if (name !== stamp) rmSync(join(dir, name), { recursive: true, force: true });
};

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

const fill = async (dir: string, requirements: readonly string[], python: Python): Promise<void> => {
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

const make = async (dir: string, requirements: readonly string[]): Promise<void> => {
  const python = findPython();
  if (!python) throw new VenvError(missingPython);
  claim(dir);
  try {
    await fill(dir, requirements, python);
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
};

/**
 * The environment in `dir` with exactly these requirements; it is made, or made anew, unless it is there already.
 * A folder with anything in it that was not made here is left as it is.
 * @throws VenvError when the folder is another's, there is no Python, or a package cannot be had.
 */
export const ensureVenv = async (
  dir: string,
  requirements: readonly string[],
  say: (line: string) => void = () => {},
): Promise<Venv> => {
  const wanted = `${requirements.join("\n")}\n`;
  if (isReady(dir, wanted)) return partsOf(dir);
  ownNames(dir);
  return alone(`${dir}.lock`, async () => {
    if (isReady(dir, wanted)) return partsOf(dir);
    say(`making a Python environment in ${dir} with ${requirements.join(", ")}; this takes a minute`);
    await make(dir, requirements);
    writeFileSync(stampOf(dir), wanted);
    return partsOf(dir);
  });
};
