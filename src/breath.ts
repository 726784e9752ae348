/** A pause in long work every ten milliseconds, so that timers, messages and interrupts get their turn. */
const SLICE = 10;

/** Gives way to the event loop when the slice is used up; rejects when `signal` is aborted. */
export const breathing = (signal?: AbortSignal): (() => Promise<void> | undefined) => {
  let since = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - since < SLICE) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  };
};
