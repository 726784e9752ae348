/** What both runners share: reading the sessions, and how the end of a cell is told. */

import { format, inspect } from "node:util";

export async function sessionsFrom(stream) {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return JSON.parse(text);
}

/** Runs with the output of the cells themselves kept from stdout. */
export async function quietly(work) {
  const { log } = console;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = log;
  }
}

/** tslab does not show null and undefined, so that they count as no value. */
export const reportOf = (ok, value, types, errors = []) => ({
  ok,
  value: value == null ? "" : inspect(value, { depth: 5, breakLength: 100 }),
  types,
  error: errors.map((args) => format(...args)).join("\n"),
});
