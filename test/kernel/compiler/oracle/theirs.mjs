/** Runs sessions of cells through tslab's own converter and executor. Input and output: JSON on stdin and stdout. */

import { createRequire } from "node:module";
import { quietly, reportOf, sessionsFrom } from "./session.mjs";

const [root] = process.argv.slice(2);
const require = createRequire(`${root}/package.json`);
const { createConverter } = require("tslab/dist/converter.js");
const { createExecutor } = require("tslab/dist/executor.js");

const shown = [];
const errors = [];
const collector = {
  log: (value) => shown.push(value),
  error: (...args) => errors.push(args),
};

/** What tslab says when it is asked about a name. */
const typeOf = (executor, name) => (executor.inspect(name, 0)?.displayParts ?? []).map(({ text }) => text).join("");

async function runSession(executor, { cells }) {
  executor.reset();
  const reports = [];
  for (const { code, names } of cells) {
    shown.length = 0;
    errors.length = 0;
    const ok = await quietly(() => executor.execute(code));
    const types = Object.fromEntries(names.map((name) => [name, ok ? typeOf(executor, name) : ""]));
    reports.push(reportOf(ok, shown[0], types, errors));
  }
  return reports;
}

const node = createConverter();
const executor = createExecutor(process.cwd(), { node, browser: node, close() {} }, collector);
const output = [];
for (const session of await sessionsFrom(process.stdin)) output.push(await runSession(executor, session));
process.stdout.write(JSON.stringify(output), () => process.exit(0));
