/** Callbacks remember the cell that passed them on, and timers are listed, so that interrupting a cell ends its loops over them. */

import { type Activity, current, enter } from "./current.js";

type Timer = NodeJS.Timeout | NodeJS.Immediate;
type Callback = (...args: unknown[]) => unknown;
type Set = (callback: Callback, ...rest: unknown[]) => Timer;
type Defer = (callback: Callback, ...rest: unknown[]) => void;

/** The timer function `set`, with its timers listed in the activity until they have fired or are cleared. */
const listing = (set: Set, once: boolean): Set => {
  const listed: Set = (callback, ...rest) => {
    const activity = current();
    if (!activity || typeof callback !== "function") return set(callback, ...rest);
    const timer = set(
      (...args) => {
        if (once) activity.timers.delete(timer);
        enter(activity, () => callback(...args));
      },
      ...rest,
    );
    activity.timers.add(timer);
    return timer;
  };
  // Keeps util.promisify(setTimeout) working.
  return Object.defineProperties(listed, Object.getOwnPropertyDescriptors(set)) as Set;
};

/** The function `defer`, whose callback runs in the activity that passed it. */
const carrying = (defer: Defer): Defer => {
  const carried: Defer = (callback, ...rest) => {
    const activity = current();
    const plain = !activity || typeof callback !== "function";
    defer(plain ? callback : (...args) => enter(activity, () => callback(...args)), ...rest);
  };
  return carried;
};

/** Ends every timer that the activity has set. */
export const clearTimers = (activity: Activity): void => {
  for (const timer of activity.timers) {
    clearTimeout(timer as NodeJS.Timeout);
    clearImmediate(timer as NodeJS.Immediate);
  }
  activity.timers.clear();
};

/** Replaces the global timer functions, `queueMicrotask` and `process.nextTick`. */
export const installTimers = (): void => {
  const globals = globalThis as unknown as Record<string, Set>;
  for (const name of ["setTimeout", "setImmediate"]) globals[name] = listing(globals[name]!, true);
  globals.setInterval = listing(globals.setInterval!, false);
  globalThis.queueMicrotask = carrying(globalThis.queueMicrotask as Defer) as typeof queueMicrotask;
  process.nextTick = carrying(process.nextTick as Defer) as typeof process.nextTick;
};
