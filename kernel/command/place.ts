/** Where `install` and `uninstall` work: a Jupyter data folder, by `--user`, `--prefix P` or `--sys-prefix`. */

import { join, resolve } from "node:path";
import { activePrefixes, userDataDir } from "../spec/paths.js";
import { flagsOf } from "./flags.js";
import { findPython } from "./python.js";
import { UsageError } from "./usage.js";

const options = {
  user: { type: "boolean" },
  prefix: { type: "string" },
  "sys-prefix": { type: "boolean" },
} as const;

export const placeHelp = `  --user          for this user: ${userDataDir()} (default)
  --prefix P      below P, in P/share/jupyter
  --sys-prefix    into the active Python environment: $VIRTUAL_ENV, $CONDA_PREFIX, or the one of python3
`;

const shared = (prefix: string): string => join(resolve(prefix), "share", "jupyter");

const sysPrefix = (): string => {
  const prefix = activePrefixes()[0] ?? findPython()?.prefix;
  if (prefix !== undefined) return prefix;
  throw new UsageError("--sys-prefix needs an active Python environment, or a python3 on the PATH; try --user");
};

/**
 * The data folder that the words after the command mean, or undefined when they ask for help.
 * @throws UsageError when they make no sense.
 */
export const placeOf = (command: string, args: readonly string[]): string | undefined => {
  const { values, positionals } = flagsOf(command, args, options);
  if (values.help) return undefined;
  if (positionals.length > 0) throw new UsageError(`${command} takes no arguments, but was given ${positionals[0]}`);
  const chosen = [values.user, values.prefix, values["sys-prefix"]].filter((value) => value !== undefined);
  if (chosen.length > 1) throw new UsageError("--user, --prefix and --sys-prefix exclude each other");
  if (values.prefix === "") throw new UsageError("--prefix needs a folder");
  if (values.prefix !== undefined) return shared(values.prefix);
  return values["sys-prefix"] ? shared(sysPrefix()) : userDataDir();
};
