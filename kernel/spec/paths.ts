/** The folders in which Jupyter looks for kernels and extensions, by the rules of `jupyter_core` on each platform. */

import { homedir } from "node:os";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the rules depend on; the defaults are those of this process. */
export interface Place {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

export const thisPlace = (): Place => ({ env: process.env, platform: process.platform, home: homedir() });

/** The user's own data folder: `$JUPYTER_DATA_DIR`, or `~/.local/share/jupyter`, `~/Library/Jupyter`, `%APPDATA%\jupyter`. */
export const userDataDir = ({ env, platform, home }: Place = thisPlace()): string => {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
};

/** Where connection files go: `$JUPYTER_RUNTIME_DIR`, or `runtime` in the user's data folder. */
export const runtimeDir = (place: Place = thisPlace()): string =>
  place.env.JUPYTER_RUNTIME_DIR || join(userDataDir(place), "runtime");

const systemDataDirs = ({ env, platform }: Place): string[] =>
  platform === "win32"
    ? [join(env.PROGRAMDATA || "C:\\ProgramData", "jupyter")]
    : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

/** The prefixes of the Python environment that is active, if one is. */
export const activePrefixes = ({ env }: Place = thisPlace()): string[] =>
  [env.VIRTUAL_ENV, env.CONDA_PREFIX].filter((prefix): prefix is string => !!prefix);

/** Every data folder, in the order in which Jupyter reads them; earlier ones win. */
export const dataDirs = (place: Place = thisPlace()): string[] => {
  const given = (place.env.JUPYTER_PATH ?? "").split(delimiter).filter((dir) => dir !== "");
  const active = activePrefixes(place).map((prefix) => join(prefix, "share", "jupyter"));
  const user = userDataDir(place);
  return [...new Set([...given, ...active, user, ...systemDataDirs(place)])];
};
