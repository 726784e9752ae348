#!/usr/bin/env node
/** The command line `liouville`. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { didYouMean } from "../nearest.js";
import { NotebookError } from "../notebook/problem.js";
import { packageRoot } from "../package-root.js";
import type { Command } from "./command.js";
import { doctor } from "./doctor/doctor.js";
import { install } from "./install.js";
import { lab } from "./lab/lab.js";
import { ledger } from "./ledger.js";
import { run } from "./run/run.js";
import { uninstall } from "./uninstall.js";
import { UsageError } from "./usage.js";
import { VenvError } from "./venv.js";

const commands: Readonly<Record<string, Command>> = { run, lab, ledger, install, uninstall, doctor };

const version = (): string => JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")).version;

const help = (): string => {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `liouville ${version()}: TypeScript notebooks for multiscale statistical mechanics

${lines.join("\n")}

  liouville COMMAND --help says more; --version prints the version.
`;
};

const perform = async ([word, ...args]: readonly string[]): Promise<number> => {
  if (word === undefined || /^(--help|-h|help)$/.test(word)) process.stdout.write(help());
  else if (/^(--version|-V)$/.test(word)) process.stdout.write(`${version()}\n`);
  else if (Object.hasOwn(commands, word)) return commands[word].run(args);
  else {
    const kind = word.startsWith("-") ? "option" : "command";
    throw new UsageError(
      `there is no ${kind} ${word}.${didYouMean(word, Object.keys(commands))} See: liouville --help`,
    );
  }
  return 0;
};

try {
  process.exitCode = await perform(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof UsageError || error instanceof NotebookError || error instanceof VenvError;
  if (!expected) throw error;
  process.stderr.write(`liouville: ${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
