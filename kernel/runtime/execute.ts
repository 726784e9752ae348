/** Runs a compiled cell and reports its value or what it threw. */

import { inspect } from "node:util";
import vm from "node:vm";
import type { CompiledCell } from "../compiler/compiler.js";
import { bundleOfAsync } from "../display/bundle.js";
import type { Header } from "../wire/message.js";
import { type Activity, within } from "./current.js";
import { defineModule, notebookRequire } from "./import.js";
import type { Report, Thrown } from "./messages.js";
import { type CellScope, scope } from "./scope.js";
import { clearTimers } from "./timers.js";

type CellFunction = (scope: CellScope, require: NodeJS.Require) => unknown;

/** A thrown value as text; errors keep the chain of their causes in the stack. */
const described = (value: unknown): Thrown => {
  if (!(value instanceof Error)) return { name: "Uncaught", message: inspect(value), stack: "" };
  const cause = value.cause === undefined ? "" : `\nCaused by: ${thrown(value.cause).stack || inspect(value.cause)}`;
  return { name: String(value.name), message: String(value.message), stack: `${value.stack ?? ""}${cause}` };
};

/** The same for any value: one whose own getters throw is told so. */
export const thrown = (value: unknown): Thrown => {
  try {
    return described(value);
  } catch {
    return { name: "Uncaught", message: "a value that cannot be read: its own getters throw", stack: "" };
  }
};

const compileCell = ({ javascript, cell }: CompiledCell): CellFunction =>
  new vm.Script(javascript, {
    filename: cell,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext() as CellFunction;

const settle = async (cell: CompiledCell, activity: Activity): Promise<Report> => {
  const id = activity.parent.msg_id;
  try {
    if (cell.module) defineModule(cell.module.name, cell.module.javascript);
    const value = compileCell(cell)(scope, notebookRequire);
    const bundle = await bundleOfAsync(cell.awaits ? await value : value);
    return { type: "done", id, marks: activity.marks, ...(bundle && { bundle }) };
  } catch (error) {
    return { type: "failed", id, marks: activity.marks, error: thrown(error) };
  }
};

let running: Activity | undefined;

/**
 * Ends what an interrupted cell left behind: its timers now, its promises at their next top-level `await`. A cell that is not there is reported too: the
 * interrupt may have kept its order from being heard. One that has ended before has been reported before.
 */
export const abandon = (id: string, report: (report: Report) => void): void => {
  const left = running?.parent.msg_id === id ? running : undefined;
  if (left) {
    left.interrupted = true;
    clearTimers(left);
  }
  report({ type: "abandoned", id, marks: left?.marks ?? 0 });
  if (left) running = undefined;
};

/** Runs the cell as an activity of its request; the report comes when it settles, unless it was interrupted before. */
export const execute = (parent: Header, cell: CompiledCell, report: (report: Report) => void): Promise<void> =>
  within(parent, async (activity) => {
    running = activity;
    const outcome = await settle(cell, activity);
    if (activity.interrupted) return;
    report(outcome);
    running = undefined; // not before: an interrupt that cuts the report short has to find the cell
  });
