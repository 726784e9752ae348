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
  /** Hands over an order, after the interrupt that is under way: before, it might not be heard. */
  order(order: Order): void;
  /** Stops the running JavaScript; when an earlier interrupt has not been obeyed, kills the runtime instead. */
  interrupt(): Promise<void>;
  /**
   * Resolves when the runtime has started and no interrupt is under way: before that, a new cell would be hit by it.
   * @throws Error with the last words of a runtime that does not start.
   */
  calm(): Promise<void>;
  close(): void;
}

/** An interrupt that is not obeyed within this time (ms) may be followed by a kill. */
const patience = 400;

/** Runtimes that die before they are ready are replaced as often; then a cell has to ask for another. */
const attempts = 3;

/** A promise to be settled from outside. */
const signal = () => {
  let give = (): void => {};
  let refuse = (_: Error): void => {};
  const given = new Promise<void>((resolve, reject) => {
    give = resolve;
    refuse = reject;
  });
  given.catch(() => {}); // whoever waits hears it
  return { given, give, refuse };
};

/** Starts runtimes one after another; `ready` is that of the present one. */
const openSuccession = (listeners: Listeners, onDeath: (death: Death) => void) => {
  let failures = 0;
  const succession = { closed: false, down: false, ready: signal(), runtime: undefined as unknown as Runtime, start };
  function start(): void {
    const runtime = startRuntime();
    const ready = signal();
    Object.assign(succession, { runtime, ready, down: false });
    runtime.events.on("report", (report) => {
      if (report.type !== "ready") return listeners.report(report);
      failures = 0;
      ready.give();
    });
    runtime.events.on("raw", (name, text) => listeners.raw(name, text));
    runtime.events.on("death", (death) => {
      if (succession.closed) return;
      failures += 1;
      succession.down = failures >= attempts;
      const { code, signal: by, lastWords } = death;
      ready.refuse(
        new Error(`the process for cells does not start (${by ?? `exit status ${code}`}): ${lastWords.trim()}`),
      );
      if (!succession.down) start();
      onDeath(death);
    });
  }
  start();
  return succession;
};

export const keepRuntime = (listeners: Listeners): RuntimeKeeper => {
  let killed = false;
  let interrupting: { readonly done: Promise<void>; readonly since: number } | undefined;
  const held: Order[] = [];
  const now = openSuccession(listeners, (death) => {
    interrupting = undefined;
    held.length = 0;
    listeners.death(death, killed);
    killed = false;
  });

  const press = (): Promise<void> => {
    const stopped = now.ready.given.then(() => now.runtime.interrupt()).catch(() => {});
    const done = stopped.finally(() => {
      if (interrupting?.done !== done) return;
      interrupting = undefined;
      for (const order of held.splice(0)) now.runtime.order(order);
    });
    interrupting = { done, since: performance.now() };
    return done;
  };
  const pressAgain = ({ done, since }: NonNullable<typeof interrupting>): Promise<void> => {
    killed ||= performance.now() - since > patience;
    if (killed) now.runtime.kill();
    return done;
  };

  return {
    order: (order) => (interrupting ? void held.push(order) : now.runtime.order(order)),
    interrupt: () => (interrupting ? pressAgain(interrupting) : press()),
    calm: async () => {
      if (now.down) now.start();
      await now.ready.given;
      while (interrupting) await interrupting.done;
    },
    close: () => {
      now.closed = true;
      now.runtime.kill();
    },
  };
};
