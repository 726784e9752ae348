import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { packageRoot } from "../../package-root.js";
import { installInto } from "../../spec/install.js";
import { ownFolder, shortHash } from "../../spec/own-folder.js";
import type { Command } from "../command.js";
import { labRequirements } from "../pins.js";
import { say } from "../say.js";
import { UsageError } from "../usage.js";
import { ensureVenv } from "../venv.js";
import { findLab, type Lab } from "./find-lab.js";

const standardVenv = (): string => join(ownFolder(), `venv-${shortHash(labRequirements.join())}`);

const help = `liouville lab [--venv DIR] [ARGS…]

Opens JupyterLab with this kernel and its extension. ARGS go to JupyterLab as they are: a notebook, a folder,
--no-browser, --port 8889. Where there is no JupyterLab 4, a Python environment is made first with
${labRequirements.join(" and ")}, in
${standardVenv()}

  --venv DIR   use the environment in DIR, made in the same way, even where there is a JupyterLab
`;

/** Takes `--venv DIR` out of the words, wherever it stands; the others are JupyterLab's. */
const ownWords = (args: readonly string[]): { venv: string | undefined; rest: string[] } => {
  const rest = args.flatMap((word) => (word.startsWith("--venv=") ? ["--venv", word.slice("--venv=".length)] : [word]));
  const at = rest.indexOf("--venv");
  if (at < 0) return { venv: undefined, rest };
  const [, venv] = rest.splice(at, 2);
  if (!venv) throw new UsageError("--venv needs a folder");
  return { venv: resolve(venv), rest };
};

const labIn = async (dir: string): Promise<Lab> => {
  const { python } = await ensureVenv(dir, labRequirements, say);
  return { command: [python, "-m", "jupyterlab"], version: labRequirements[0].split("==")[1] };
};

const chosenLab = async (venv: string | undefined): Promise<Lab> => {
  const found = venv === undefined ? findLab() : undefined;
  return found ?? labIn(venv ?? standardVenv());
};

/** A data folder of this installation alone, so that opening JupyterLab changes nothing for others. */
const dataFolder = async (): Promise<string> => {
  const dir = join(ownFolder(), `jupyter-${shortHash(packageRoot)}`);
  await installInto(dir);
  return dir;
};

/** Words with which JupyterLab does something else than to serve; they know no --allow-root. */
const errands = /^(build|clean|paths?|workspaces?|licenses|list|stop)$/;

/** JupyterLab runs for root only when told to; in containers root is who there is. */
const forRoot = (words: readonly string[]): readonly string[] =>
  process.getuid?.() === 0 && !errands.test(words[0] ?? "") && !words.includes("--allow-root") ? ["--allow-root"] : [];

/** Runs the server until it ends, and ends it when told to end. Ctrl-C reaches it through the terminal; it asks back and we wait. */
const attend = ([program, ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((settle, reject) => {
    const child = spawn(program, args, { stdio: "inherit", env });
    const patient = () => {};
    const pass = () => child.kill("SIGTERM");
    process.on("SIGINT", patient).on("SIGTERM", pass).on("SIGHUP", pass);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("SIGINT", patient).off("SIGTERM", pass).off("SIGHUP", pass);
      settle(code ?? 128 + constants.signals[signal ?? "SIGTERM"]);
    });
  });

export const lab: Command = {
  summary: "open JupyterLab with the kernel; makes one where there is none",
  help,
  async run(args) {
    const { venv, rest } = ownWords(args);
    if (/^(--help|-h)$/.test(rest[0] ?? "")) {
      say(help.trimEnd());
      return 0;
    }
    const { command, version } = await chosenLab(venv);
    const path = [await dataFolder(), process.env.JUPYTER_PATH].filter(Boolean).join(delimiter);
    say(`JupyterLab ${version} with the kernel of ${packageRoot}`);
    return attend([...command, ...rest, ...forRoot(rest)], { ...process.env, JUPYTER_PATH: path });
  },
};
