/** Keeping work in the cell it belongs to, on top of the runtime's own way of following cells. */

import { type Activity, current, resume } from "../runtime/current.js";
import { processWide } from "./process-wide.js";

/** Where the runtime and the notebook's folder have a copy of this module each, both follow cells with the first. */
const cells = processWide("cells", () => ({ current, resume }));

/** The function, to be run in the present cell whenever it is called. */
export const boundToCell = <A extends unknown[], R>(work: (...args: A) => R): ((...args: A) => R) => {
  const cell = cells.current();
  return (...args) => cells.resume(cell, () => work(...args));
};

const companions = processWide("companions", () => new WeakMap<Activity, unknown>());

/** Runs `work` in the present cell, with `companion` to be found from there, also after an `await` and in timers. */
export const accompanied = <T>(companion: unknown, work: () => T): T => {
  const inner = Object.create(cells.current() ?? null) as Activity;
  companions.set(inner, companion);
  return cells.resume(inner, work);
};

/** What the running code has been given by `accompanied`. */
export const companion = (): unknown => {
  const cell = cells.current();
  return cell && companions.get(cell);
};
