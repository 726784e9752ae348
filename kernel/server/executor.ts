/** Executes requests one after another, with the messages that the protocol asks for around each. */

import type { CompilerClient } from "../compiler/client.js";
import type { MimeBundle } from "../display/bundle.js";
import type { History } from "./history.js";
import type { Jobs, Outcome } from "./job.js";
import type { Outputs } from "./outputs.js";
import { pageOf, questionOf } from "./pager.js";
import type { Post, Request } from "./post.js";

type Content = Record<string, unknown>;

export interface Desk {
  readonly post: Post;
  readonly outputs: Outputs;
  readonly compiler: CompilerClient;
  readonly jobs: Jobs;
  readonly history: History;
}

/** A request with what the counters say of it. */
interface Turn {
  readonly request: Request;
  readonly code: string;
  /** Number of the cell, or of the last one for code that is not counted. */
  readonly count: number;
  readonly name: string;
  readonly stored: boolean;
  readonly silent: boolean;
}

/** Handles of displays show nothing of their own. */
const isBlank = ({ data }: MimeBundle): boolean => Object.keys(data).length === 1 && data["text/plain"] === "";

const textOf = (outcome?: Outcome): { output?: string } => {
  const text = outcome?.status === "ok" ? outcome.bundle?.data["text/plain"] : undefined;
  return typeof text === "string" ? { output: text } : {};
};

/** Numbers cells as front ends show them, and code that is not kept in the history apart from them. */
const openCounter = (): ((request: Request) => Turn) => {
  let cells = 0;
  let asides = 0;
  return (request) => {
    const { code, silent, store_history } = request.content as {
      code: string;
      silent?: unknown;
      store_history?: unknown;
    };
    const stored = silent !== true && store_history !== false && code.trim() !== "";
    if (stored) cells += 1;
    else asides += 1;
    const name = stored ? `In[${cells}]` : `aside[${asides}]`;
    return { request, code, count: cells, name, stored, silent: silent === true };
  };
};

/** What a reply says when the kernel itself failed. */
const failed = (error: unknown): Content => {
  const evalue = `the kernel could not answer: ${(error as Error).message}`;
  return { status: "error", ename: "KernelError", evalue, traceback: [`KernelError: ${evalue}`] };
};

/** The values of `user_expressions`, each evaluated as a cell of its own after the code. */
const expressionValues = async ({ request, name }: Turn, jobs: Jobs): Promise<Content> => {
  const expressionValue = async (key: string, code: unknown): Promise<Content> => {
    const outcome = await jobs.evaluate(request, String(code), `${name} ${key}`);
    if (outcome.status === "error") return { status: "error", ...outcome.failure };
    return { status: "ok", ...(outcome.bundle ?? { data: { "text/plain": "undefined" }, metadata: {} }) };
  };
  const values: Content = {};
  const asked = (request.content.user_expressions ?? {}) as Content;
  for (const [key, code] of Object.entries(asked)) values[key] = await expressionValue(key, code);
  return values;
};

interface Ended {
  /** The content of the reply. */
  readonly reply: Content;
  readonly outcome?: Outcome;
}

/** Runs the code of a turn and publishes how it ended. */
const perform = async (turn: Turn, { outputs, compiler, jobs }: Desk): Promise<Ended> => {
  const { request, code, count, name, silent } = turn;
  const asked = questionOf(code);
  const page = asked === undefined ? undefined : await pageOf(asked, compiler);
  const idle = page !== undefined || code.trim() === "";
  const outcome: Outcome = idle ? { status: "ok" } : await jobs.evaluate(request, code, name);
  if (outcome.status === "error") {
    outputs.publish(request.header, "error", { content: { ...outcome.failure } });
    return { reply: { status: "error", ...outcome.failure }, outcome };
  }
  if (outcome.bundle && !silent && !isBlank(outcome.bundle)) {
    outputs.publish(request.header, "execute_result", { content: { ...outcome.bundle, execution_count: count } });
  }
  const user_expressions = await expressionValues(turn, jobs);
  return { reply: { status: "ok", payload: page ? [page] : [], user_expressions }, outcome };
};

/** @returns a function that takes execute requests, to be called with each as it arrives. */
export const openExecutor = (desk: Desk): ((request: Request) => void) => {
  const { post, outputs } = desk;
  const queue: Request[] = [];
  const count = openCounter();
  let working = false;

  const say = ({ header }: Request, execution_state: string): void =>
    outputs.publish(header, "status", { content: { execution_state } });
  const finish = (request: Request, content: Content): void => {
    try {
      post.reply(request, "execute_reply", { content });
    } catch (error) {
      post.reply(request, "execute_reply", { content: failed(error) });
    }
    say(request, "idle");
  };
  /** The requests that were sent before an error was told: they belong to the same "run all". */
  const doomedBy = async ({ status }: Content, { content }: Request): Promise<Request[]> => {
    if (status === "ok" || content.stop_on_error === false) return [];
    await new Promise((resolve) => setImmediate(resolve));
    return queue.splice(0);
  };

  const run = async (request: Request): Promise<void> => {
    const turn = count(request);
    const { code, count: execution_count } = turn;
    const performing = perform(turn, desk); // the compiler, a thread of its own, begins while this one publishes
    say(request, "busy");
    if (!turn.silent) outputs.publish(request.header, "execute_input", { content: { code, execution_count } });
    const { reply, outcome } = await performing.catch((error): Ended => ({ reply: failed(error) }));
    await outputs.drained();
    const doomed = await doomedBy(reply, request);
    finish(request, { ...reply, execution_count });
    if (turn.stored) desk.history.add({ line: execution_count, input: code, ...textOf(outcome) });
    for (const aborted of doomed) {
      say(aborted, "busy");
      finish(aborted, { status: "aborted", execution_count });
    }
  };
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let request = queue.shift(); request; request = queue.shift()) await run(request);
    working = false;
  };
  return (request) => {
    queue.push(request);
    void work();
  };
};
