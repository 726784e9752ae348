/** The runtime as the kernel sees it: a process that is given orders, interrupted, and replaced when it dies. */

import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import type { Duplex, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { receiveFrames } from "./frames.js";
import { interruptPort } from "./interruption.js";
import type { Order, Report } from "./messages.js";
import { orderPipe } from "./order-pipe.js";

export interface Death {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** A pipe to the kernel was closed, so that the process could not be heard or stopped any more. */
  readonly deaf: boolean;
  /** What the process wrote to its standard error in its last moments. */
  readonly lastWords: string;
}

export interface RuntimeEvents {
  report: [Report];
  /** Bytes that sub-processes or native code wrote past `process.stdout`. */
  raw: ["stdout" | "stderr", string];
  death: [Death];
}

export interface Runtime {
  readonly events: EventEmitter<RuntimeEvents>;
  readonly pid: number | undefined;
  order(order: Order): void;
  /** Stops the running JavaScript; resolves once the thread has obeyed. */
  interrupt(): Promise<void>;
  kill(): void;
}

/** A process that ends closes its pipes a moment before; one that lives on after this time (ms) has closed them itself. */
const grace = 100;

const main = fileURLToPath(new URL("./main.js", import.meta.url));
/** Node writes these to standard error when a process with an inspector ends; they concern nobody. */
const chatter =
  /^(Waiting for the debugger to disconnect\.\.\.|Debugger (listening|attached|ending).*|For help, see: .*)\r?\n?/gm;
/** What V8 and Node write when they give up; it is told in the cell's error instead of being poured out raw. */
const agony = /Assertion failed:|FATAL ERROR|Native stack trace|JavaScript stack trace|<--- Last few GCs|# Fatal error/;

const listen = (
  child: ChildProcess,
  name: "stdout" | "stderr",
  events: EventEmitter<RuntimeEvents>,
): (() => string) => {
  let last = "";
  let dying = false;
  child[name]?.setEncoding("utf8").on("data", (chunk: string) => {
    const text = chunk.replace(chatter, "");
    last = (last + text).slice(-4000);
    dying ||= name === "stderr" && agony.test(last);
    if (text !== "" && !dying) events.emit("raw", name, text);
  });
  return () => last;
};

/** The process is the leader of a group of its own, so sub-processes of the user's code are reached with it. */
const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
};

/** Starts a runtime in the kernel's working directory, which is the notebook's folder. */
export const startRuntime = (): Runtime => {
  const events = new EventEmitter<RuntimeEvents>();
  const child = spawn(
    process.execPath,
    ["--no-force-async-hooks-checks", "--enable-source-maps", "--disable-warning=ExperimentalWarning", main],
    { stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "pipe"], detached: true },
  );
  listen(child, "stdout", events);
  const lastWords = listen(child, "stderr", events);
  const reports = child.stdio[3] as Readable;
  receiveFrames(reports, (messages) => {
    for (const message of messages) events.emit("report", message as Report);
  });
  const drained = new Promise<void>((resolve) => reports.on("close", resolve));
  const orders = (child.stdio as unknown as Duplex[])[5]!;
  let deaf = false;
  const cut = (): void => {
    const judge = (): void => {
      deaf = child.exitCode === null && child.signalCode === null;
      if (deaf) signalGroup(child, "SIGKILL");
    };
    setTimeout(judge, grace);
  };
  for (const pipe of [reports, orders]) pipe.on("end", cut).on("error", () => {});
  child.on("error", () => {});
  child.on("exit", async (code, signal) => {
    await drained;
    signalGroup(child, "SIGKILL");
    events.emit("death", { code, signal, deaf, lastWords: lastWords() });
  });
  return {
    events,
    pid: child.pid,
    order: orderPipe(orders),
    interrupt: interruptPort(child, child.stdio[4] as Duplex, () => signalGroup(child, "SIGINT")),
    kill: () => signalGroup(child, "SIGKILL"),
  };
};
