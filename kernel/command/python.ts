import { spawnSync } from "node:child_process";

export interface Python {
  readonly command: string;
  readonly version: string;
  /** `sys.prefix`: the environment that it belongs to. */
  readonly prefix: string;
}

/** JupyterLab asks for this or newer. */
export const oldestPython = [3, 10] as const;

const question = "import sys; print('%d.%d.%d' % sys.version_info[:3]); print(sys.prefix)";

/** What a Python says of itself; undefined when there is none under this name. */
const askPython = (command: string): Python | undefined => {
  const { status, stdout } = spawnSync(command, ["-c", question], { encoding: "utf8", windowsHide: true });
  const [version, prefix] = status === 0 ? stdout.split(/\r?\n/) : [];
  return version && prefix ? { command, version, prefix } : undefined;
};

const isNewEnough = ({ version }: Python): boolean => {
  const [major, minor] = version.split(".").map(Number);
  return major > oldestPython[0] || (major === oldestPython[0] && minor >= oldestPython[1]);
};

/** The first Python on the PATH that is new enough, under the names that systems give it. */
export const findPython = (): Python | undefined => {
  const names = process.platform === "win32" ? ["python", "python3", "py"] : ["python3", "python"];
  return names.map(askPython).find((python) => python !== undefined && isNewEnough(python));
};
