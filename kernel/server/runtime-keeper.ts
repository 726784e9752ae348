/** Keeps one runtime alive: starts it, interrupts it, replaces it when it dies. */

import type { Order, Report } from "../runtime/messages.js";
import type { Death, Runtime } from "../runtime/runtime-process.js";
import { startRuntime } from "../runtime/runtime-process.js";

export interface Listeners {
  report(report: Report): void;
  raw(name: "stdout" | "stderr", text: string): void;
  /** A fresh runtime has been started already. */
  death(death: Death, killed: boolean): void;
}

export interface RuntimeKeeper {
  order(order: Order): void;
  /** Stops the running JavaScript; when an earlier interrupt has not been obeyed, kills the runtime instead. */
  interrupt(): Promise<void>;
  /** Resolves when the runtime has started and no interrupt is under way: before that, a new cell would be hit by it. */
  calm(): Promise<void>;
  close(): void;
}

/** An interrupt that is not obeyed within this time (ms) may be followed by a kill. */
const patience = 400;

/** A promise to be resolved from outside. */
const signal = (): { readonly given: Promise<void>; readonly give: () => void } => {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
};

export const keepRuntime = (listeners: Listeners): RuntimeKeeper => {
  let closed = false;
  let ready = signal();
  let killed = false;
  let interrupting: { readonly done: Promise<void>; readonly since: number } | undefined;

  const start = (): Runtime => {
    const fresh = startRuntime();
    const started = signal();
    ready = started;
    fresh.events.on("report", (report) => (report.type === "ready" ? started.give() : listeners.report(report)));
    fresh.events.on("raw", (name, text) => listeners.raw(name, text));
    fresh.events.on("death", (death) => {
      if (closed) return;
      runtime = start();
      interrupting = undefined;
      listeners.death(death, killed);
      killed = false;
    });
    return fresh;
  };
  let runtime = start();

  const interrupt = (): Promise<void> => {
    const pending = interrupting;
    if (!pending) {
      const done = ready.given
        .then(() => runtime.interrupt())
        .finally(() => {
          if (interrupting?.done === done) interrupting = undefined;
        });
      interrupting = { done, since: performance.now() };
      return done;
    }
    if (performance.now() - pending.since > patience) {
      killed = true;
      runtime.kill();
    }
    return pending.done;
  };

  return {
    order: (order) => runtime.order(order),
    interrupt,
    calm: async () => {
      await ready.given;
      while (interrupting) await interrupting.done;
    },
    close: () => {
      closed = true;
      runtime.kill();
    },
  };
};
