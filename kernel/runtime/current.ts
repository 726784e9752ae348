/**
 * The cell to which running code belongs, followed through promises (by V8's promise hooks) and through timers (timers.ts).
 * AsyncLocalStorage would do it too, but before Node 24 its hooks make Node abort when a microtask is terminated.
 */

import { promiseHooks } from "node:v8";
import type { Header } from "../wire/message.js";

/** One execution (or one comm message): its request, and what must end when it is interrupted. */
export interface Activity {
  readonly parent: Header;
  readonly timers: Set<NodeJS.Timeout | NodeJS.Immediate>;
  interrupted: boolean;
  marks: number;
}

let here: Activity | undefined;
let latest: Activity | undefined;
const owners = new WeakMap<object, Activity>();

promiseHooks.createHook({
  init(promise) {
    if (here) owners.set(promise, here);
  },
  before(promise) {
    here = owners.get(promise);
  },
  after() {
    here = undefined;
  },
});

/** Runs `work` in the activity. */
export const resume = <T>(activity: Activity | undefined, work: () => T): T => {
  const outer = here;
  here = activity;
  try {
    return work();
  } finally {
    here = outer;
  }
};

let culprit: Activity | undefined;

/** Runs a callback of the event loop in the activity; what it throws reaches nobody but the process, which asks whose it was. */
export const enter = <T>(activity: Activity, work: () => T): T => {
  try {
    return resume(activity, work);
  } catch (error) {
    culprit = activity;
    throw error;
  }
};

/** The activity whose callback threw last, or that of a rejected promise; asked once. */
export const blamed = (promise?: object): Activity | undefined => {
  const found = (promise && owners.get(promise)) ?? culprit ?? current();
  culprit = undefined;
  return found;
};

/** Runs `work` as a new activity of the request `parent`. */
export const within = <T>(parent: Header, work: (activity: Activity) => T): T => {
  const activity: Activity = { parent, timers: new Set(), interrupted: false, marks: 0 };
  latest = activity;
  return resume(activity, () => work(activity));
};

/** A termination unwinds past every `finally`: what it left set is forgotten. */
export const forget = (): void => {
  here = undefined;
};

/** The activity of the running code; where it was lost (in callbacks of native code), the latest one. */
export const current = (): Activity | undefined => here ?? latest;
