/** Requests to the compiler's worker, one at a time, so that an urgent one need not wait behind the others. */

import type { Worker } from "node:worker_threads";
import type { Compiler } from "./compilation.js";
import type { Request, Response } from "./worker.js";

/** Questions of the editor come before cells, and cells before what is done ahead of need. */
export type Urgency = "question" | "cell" | "ahead";

export interface Turns {
  ask<T>(urgency: Urgency, method: keyof Compiler, ...args: readonly unknown[]): Promise<T>;
  /** Sent before whatever is asked next, with no answer; where nothing is asked, when the thread has time for it. */
  tell(method: keyof Compiler, ...args: readonly unknown[]): void;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Time (ms) without requests after which something is done ahead of need. */
const pause = 200;

export function takeTurns(worker: Worker): Turns {
  const queues: Record<Urgency, Waiting[]> = { question: [], cell: [], ahead: [] };
  let sent: Waiting | undefined;
  let broken: Error | undefined;

  let rest: NodeJS.Timeout | undefined;
  const told: Request[] = [];

  const hand = (): void => {
    for (const request of told.splice(0)) worker.postMessage(request);
  };
  const send = (waiting: Waiting): void => {
    sent = waiting;
    hand();
    worker.postMessage(waiting.request);
  };
  const ahead = (): void => {
    const waiting = sent ? undefined : queues.ahead.shift();
    if (waiting) send(waiting);
  };
  const next = (): void => {
    if (sent) return;
    clearTimeout(rest);
    const waiting = queues.question.shift() ?? queues.cell.shift();
    if (waiting) send(waiting);
    else if (queues.ahead.length > 0) rest = setTimeout(ahead, pause).unref();
  };
  const fail = (error: Error): void => {
    broken ??= error;
    const lost = [sent, ...Object.values(queues).flatMap((queue) => queue.splice(0))];
    sent = undefined;
    for (const waiting of lost) waiting?.reject(broken);
  };
  worker.on("message", ([value, error]: Response) => {
    const done = sent;
    sent = undefined;
    if (error === undefined) done?.resolve(value);
    else done?.reject(new Error(`the compiler failed: ${error}`));
    next();
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the compiler has ended")));

  return {
    ask: (urgency, method, ...args) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        queues[urgency].push({ request: [method, args, true], resolve: resolve as (value: unknown) => void, reject });
        next();
      }),
    tell: (method, ...args) => {
      told.push([method, args, false]);
      if (told.length === 1) setImmediate(hand);
    },
  };
}
