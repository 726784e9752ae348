/** The process that runs the user's code, on its main thread. Pipe 3 carries reports to the kernel, pipe 4 interrupts, pipe 5 orders. */

import { Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { ambient } from "../notebook/globals.js";
import { markInterrupted } from "../progress/interrupted.js";
import { libraryProgress } from "../progress/library-progress.js";
import { answerControl } from "../widgets/control.js";
import { blamed, current, forget, within } from "./current.js";
import { abandon, execute, thrown } from "./execute.js";
import { receiveFrames, sendFrame } from "./frames.js";
import { type CommMessage, type Host, installHost } from "./host.js";
import type { Order, Report } from "./messages.js";
import { installOutput } from "./output.js";
import { installTimers } from "./timers.js";

const report = (message: Report): void => sendFrame(3, message);

/** The bytes that a view shows, whatever its element type. */
const bytes = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

const commListeners: ((message: CommMessage) => void | Promise<void>)[] = [];
const questions = new Map<number, { resolve(value: string): void; reject(error: Error): void }>();
let asked = 0;

const runtimeHost: Host = {
  publish(type, content, { metadata = {}, buffers = [] } = {}) {
    const parent = current()?.parent;
    report({
      type: "publish",
      ...(parent && { parent }),
      message: type,
      content,
      metadata,
      buffers: buffers.map(bytes),
    });
  },
  input(prompt, password = false) {
    const parent = current()?.parent;
    if (!parent) return Promise.reject(new Error("input() is answered while a cell runs"));
    asked += 1;
    report({ type: "input", request: asked, parent, prompt, password });
    return new Promise((resolve, reject) => questions.set(asked, { resolve, reject }));
  },
  onComm(listener) {
    commListeners.push(listener);
  },
};

const answer = ({ request, value, refusal }: Extract<Order, { type: "input" }>): void => {
  const question = questions.get(request);
  questions.delete(request);
  if (value !== undefined) question?.resolve(value);
  else question?.reject(new Error(refusal ?? "no answer"));
};

const stray = (error: unknown, promise?: object): void => {
  const parent = blamed(promise)?.parent;
  report({ type: "stray", ...(parent && { parent }), error: thrown(error) });
};

/** Ids of the comm messages that are being handled. */
const handling = new Set<string>();

const hear = ({ parent, message }: Extract<Order, { type: "comm" }>): Promise<void> =>
  within(parent, async () => {
    handling.add(parent.msg_id);
    for (const listener of commListeners) await Promise.resolve(listener(message)).catch((error) => stray(error));
    if (handling.delete(parent.msg_id)) report({ type: "comm-done", id: parent.msg_id });
  });

const obey = (order: Order): void => {
  forget();
  if (order.type === "execute") void execute(order.parent, order.cell, report);
  else if (order.type === "comm") void hear(order);
  else if (order.type === "input") answer(order);
  else {
    handling.clear();
    markInterrupted();
    abandon(order.id, report);
  }
};

Error.stackTraceLimit = 100; // the line of the cell is the last one above many of a library
installHost(runtimeHost);
answerControl();
installOutput(runtimeHost);
installTimers();
Object.assign(globalThis, ambient, { [Symbol.for("liouville.progress")]: libraryProgress });
new Worker(new URL("./interrupt-port.js", import.meta.url), { execArgv: [] }).unref();
process.on("SIGINT", () => {}); // meant for sub-processes: the interrupt port stops JavaScript
process.on("uncaughtException", (error) => stray(error));
process.on("unhandledRejection", stray);
const orders: Order[] = [];
receiveFrames(new Socket({ fd: 5, readable: true, writable: true }), (received) => {
  orders.push(...(received as Order[]));
  // An order that is terminated leaves the others to the next call.
  for (let order = orders.shift(); order; order = orders.shift()) obey(order);
});
report({ type: "ready" });
// Notebooks begin by importing the library: it is read while the first cell is being typed or compiled.
void import("../../src/index.js").catch(() => {});
