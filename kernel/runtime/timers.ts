/** Timers remember the cell that set them, so that interrupting the cell ends its loops over `setTimeout` and `setInterval`. */

import { type Activity, current } from "./current.js";

type Timer = NodeJS.Timeout | NodeJS.Immediate;
type Set = (callback: (...args: unknown[]) => void, ...rest: unknown[]) => Timer;

/** The timer function `set`, with its timers listed in the activity until they have fired or are cleared. */
const remembering = (set: Set, once: boolean): Set => {
  const remember: Set = (callback, ...rest) => {
    const activity = current();
    if (!activity || typeof callback !== "function") return set(callback, ...rest);
    const timer = set(
      (...args) => {
        if (once) activity.timers.delete(timer);
        callback(...args);
      },
      ...rest,
    );
    activity.timers.add(timer);
    return timer;
  };
  // Keeps util.promisify(setTimeout) working.
  return Object.defineProperties(remember, Object.getOwnPropertyDescriptors(set)) as Set;
};

/** Ends every timer that the activity has set. */
export const clearTimers = (activity: Activity): void => {
  for (const timer of activity.timers) {
    clearTimeout(timer as NodeJS.Timeout);
    clearImmediate(timer as NodeJS.Immediate);
  }
  activity.timers.clear();
};

/** Replaces the global timer functions by remembering ones. */
export const installTimers = (): void => {
  const globals = globalThis as unknown as Record<string, Set>;
  for (const name of ["setTimeout", "setImmediate"]) globals[name] = remembering(globals[name]!, true);
  globals.setInterval = remembering(globals.setInterval!, false);
};
