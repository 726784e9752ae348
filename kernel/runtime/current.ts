/** The cell to which running code belongs, followed through timers and promises. */

import { AsyncLocalStorage } from "node:async_hooks";
import type { Header } from "../wire/message.js";

/** One execution (or one comm message): its request, and what must end when it is interrupted. */
export interface Activity {
  readonly parent: Header;
  readonly timers: Set<NodeJS.Timeout | NodeJS.Immediate>;
  interrupted: boolean;
  marks: number;
}

const storage = new AsyncLocalStorage<Activity>();
let latest: Activity | undefined;

/** Runs `work` as a new activity of the request `parent`. */
export const within = <T>(parent: Header, work: (activity: Activity) => T): T => {
  const activity: Activity = { parent, timers: new Set(), interrupted: false, marks: 0 };
  latest = activity;
  return storage.run(activity, work, activity);
};

/** The activity of this async context; where it was lost, the latest one. */
export const current = (): Activity | undefined => storage.getStore() ?? latest;
