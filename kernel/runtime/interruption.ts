/** How the kernel stops the JavaScript of a runtime, and the sub-processes for which that JavaScript may be waiting. */

import type { ChildProcess } from "node:child_process";
import type { Duplex } from "node:stream";

/** JavaScript that has not stopped after this time (ms) waits for a sub-process, which has to end first. */
const pause = 30;
/** A sub-process that was only being started may have missed its signal: after this time (ms) it gets another one, then after twice as long, and so on. */
const again = 1000;

/**
 * Signals sub-processes until JavaScript has stopped. When it stops at once, they are signalled after it, for then it starts no more of them.
 * @returns a function to be called when it has.
 */
const signalUntilStopped = (signal: () => void): (() => void) => {
  let signalled = false;
  const send = (): void => {
    signalled = true;
    signal();
  };
  let timer: NodeJS.Timeout;
  const sendAfter = (ms: number, next: number): void => {
    timer = setTimeout(() => {
      send();
      sendAfter(next, 2 * next);
    }, ms);
  };
  sendAfter(pause, again);
  return () => {
    clearTimeout(timer);
    if (!signalled) send();
  };
};

/**
 * The interrupts of a runtime, over the pipe to its interrupt port: each resolves with the acknowledgement that answers it, or with the end of the process.
 * `signal` reaches its sub-processes.
 */
export const interruptPort = (child: ChildProcess, port: Duplex, signal: () => void): (() => Promise<void>) => {
  const waiting: { resolve(): void; stopped?(): void }[] = [];
  let open = false;
  const ask = (one: (typeof waiting)[number]): void => {
    one.stopped = signalUntilStopped(signal);
    port.write("i");
  };
  const answered = (): void => {
    const first = waiting.shift();
    first?.stopped?.();
    first?.resolve();
  };
  port.on("data", (data: Buffer) => {
    for (const letter of data.toString("latin1")) {
      if (letter === "i") answered();
      else {
        open = true;
        waiting.forEach(ask); // asked for before the port had opened
      }
    }
  });
  port.on("error", () => {});
  child.on("exit", () => {
    while (waiting.length > 0) answered();
  });
  return () =>
    new Promise((resolve) => {
      const one = { resolve };
      waiting.push(one);
      if (open) ask(one);
    });
};
