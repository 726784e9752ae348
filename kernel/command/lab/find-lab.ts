import { spawnSync } from "node:child_process";

export interface Lab {
  /** The words that start it. */
  readonly command: readonly string[];
  readonly version: string;
}

/** The extension and the settings of this package are for JupyterLab 4. */
const isFit = (version: string): boolean => Number(version.split(".")[0]) >= 4;

const ask = (command: readonly string[]): Lab | undefined => {
  const [program, ...args] = [...command, "--version"];
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8", windowsHide: true });
  const version = status === 0 ? stdout.trim() : "";
  return /^\d+\.\d+/.test(version) ? { command, version } : undefined;
};

/** JupyterLab 4 or later in this environment: `jupyter-lab` on the PATH, or the one of `python3`. */
export const findLab = (): Lab | undefined => {
  const ways = [["jupyter-lab"], ["python3", "-m", "jupyterlab"], ["python", "-m", "jupyterlab"]];
  for (const way of ways) {
    const lab = ask(way);
    if (lab && isFit(lab.version)) return lab;
  }
  return undefined;
};
