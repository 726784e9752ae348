import { setTimeout as sleep } from "node:timers/promises";

/** The value of a promise, or `undefined` when it takes longer than this many seconds (`undefined`: as long as it takes). */
export const within = async <T>(promise: Promise<T>, seconds: number | undefined): Promise<T | undefined> => {
  if (seconds === undefined) return promise;
  const timer = new AbortController();
  const late = sleep(seconds * 1000, undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
  }
};
