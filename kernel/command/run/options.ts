/** The options of `liouville run`. */

import { readFileSync } from "node:fs";
import type { Tolerance } from "../../notebook/compare-numbers.js";
import { type Parameters, parameterOf } from "../../notebook/parameters.js";
import { flagsOf, positive } from "../flags.js";
import { UsageError } from "../usage.js";

export interface RunFlags {
  readonly help: boolean;
  readonly notebooks: readonly string[];
  readonly parameters: Parameters;
  readonly timeout: number | undefined;
  readonly allowErrors: boolean;
  readonly output: string | undefined;
  readonly inplace: boolean;
  readonly html: string | undefined;
  readonly check: boolean;
  readonly tolerance: Tolerance;
  readonly kernel: string | undefined;
}

const options = {
  parameter: { type: "string", short: "p", multiple: true },
  "parameters-file": { type: "string", short: "f" },
  timeout: { type: "string", short: "t" },
  "allow-errors": { type: "boolean" },
  output: { type: "string", short: "o" },
  inplace: { type: "boolean", short: "i" },
  html: { type: "string" },
  check: { type: "boolean" },
  rtol: { type: "string" },
  atol: { type: "string" },
  kernel: { type: "string", short: "k" },
} as const;

/** `--html` may stand alone; what follows is its path only when it ends in `.html` or `/`. */
const htmlJoined = (args: readonly string[]): string[] => {
  const words = [...args];
  const at = words.indexOf("--html");
  if (at < 0) return words;
  const follows = /(\.html|[\\/])$/.test(words[at + 1] ?? "");
  words.splice(at, follows ? 2 : 1, `--html=${follows ? words[at + 1] : ""}`);
  return words;
};

const fromWords = (words: readonly string[]): Parameters => {
  try {
    return Object.fromEntries(words.map(parameterOf));
  } catch (error) {
    throw new UsageError(`--parameter: ${(error as Error).message}`);
  }
};

const fromFile = (path: string | undefined): Parameters => {
  if (path === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UsageError(`--parameters-file ${path} cannot be read: ${(error as Error).message}`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Parameters;
  throw new UsageError(`--parameters-file ${path} holds no JSON object, such as {"kT": 1.2}`);
};

/**
 * Reads the words after `liouville run`.
 * @throws UsageError when they make no sense.
 */
export const runFlags = (args: readonly string[]): RunFlags => {
  const { values, positionals } = flagsOf("run", htmlJoined(args), options);
  const given = fromWords(values.parameter ?? []);
  const help = values.help ?? false;
  if (!help && positionals.length === 0) throw new UsageError("run needs a notebook. See: liouville run --help");
  if (values.inplace && values.output !== undefined) throw new UsageError("--inplace and --output exclude each other");
  return {
    help,
    notebooks: positionals,
    parameters: { ...fromFile(values["parameters-file"]), ...given },
    timeout: positive("timeout", values.timeout),
    allowErrors: values["allow-errors"] ?? false,
    output: values.output,
    inplace: values.inplace ?? false,
    html: values.html,
    check: values.check ?? false,
    tolerance: { relative: positive("rtol", values.rtol) ?? 1e-6, absolute: positive("atol", values.atol) ?? 1e-9 },
    kernel: values.kernel,
  };
};
