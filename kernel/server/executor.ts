/** Executes requests one after another: compile, run in the runtime, publish, reply. */

import type { CompilerClient } from "../compiler/client.js";
import type { CompiledCell, Failure } from "../compiler/compiler.js";
import type { MimeBundle } from "../display/bundle.js";
import type { Report, Thrown } from "../runtime/messages.js";
import type { Header } from "../wire/message.js";
import type { History } from "./history.js";
import type { Outputs } from "./outputs.js";
import { pageOf } from "./pager.js";
import type { Post, Request } from "./post.js";
import type { RuntimeKeeper } from "./runtime-keeper.js";

/** How a cell ended. */
type Outcome =
  | { readonly status: "ok"; readonly bundle?: MimeBundle; readonly payload?: Record<string, unknown>[] }
  | { readonly status: "error"; readonly failure: Failure };

export interface Parts {
  readonly post: Post;
  readonly outputs: Outputs;
  readonly compiler: CompilerClient;
  readonly runtime: RuntimeKeeper;
  readonly history: History;
}

export interface Executor {
  enqueue(request: Request): void;
  /** The request whose cell runs now. */
  running(): Request | undefined;
  /** A report that settles a cell: its end, or its error. */
  settle(report: Extract<Report, { type: "done" | "failed" | "abandoned" }>): void;
  interrupt(): Promise<void>;
  /** Ends the running cell, if there is one, with this failure. @returns whether there was one. */
  fail(failure: Failure): boolean;
}

interface Job {
  readonly request: Request;
  readonly end: (outcome: Outcome) => void;
  readonly ended: Promise<Outcome>;
  cell?: CompiledCell;
  interrupted?: boolean;
}

const interruption: Failure = {
  ename: "KeyboardInterrupt",
  evalue: "the cell was interrupted; variables keep their values",
  traceback: ["\u001b[31mKeyboardInterrupt\u001b[39m: the cell was interrupted; variables keep their values"],
};

/** Handles of displays show nothing of their own. */
const isBlank = ({ data }: MimeBundle): boolean => Object.keys(data).length === 1 && data["text/plain"] === "";

/** An interrupted cell that has not ended after this time (ms) is interrupted again. */
const retry = 50;

const newJob = (request: Request): Job => {
  let end: (outcome: Outcome) => void = () => {};
  const ended = new Promise<Outcome>((resolve) => {
    end = resolve;
  });
  return { request, end, ended };
};

export const openExecutor = ({ post, outputs, compiler, runtime, history }: Parts): Executor => {
  const queue: Request[] = [];
  let job: Job | undefined;
  let count = 0;
  let asides = 0;
  let working = false;

  const failureOf = async (error: Thrown): Promise<Outcome> => ({
    status: "error",
    failure: await compiler.traceback(error),
  });

  /** Compiles the code and runs it in the runtime, as the job's cell; an interrupt ends it at any stage. */
  const compute = async (of: Job, code: string, name: string): Promise<Outcome> => {
    const compiled = await Promise.race([compiler.compile(code, name), of.ended]);
    if ("status" in compiled) return compiled;
    if (!compiled.ok) return { status: "error", failure: compiled.failure };
    const stopped = await Promise.race([runtime.calm(), of.ended]);
    if (stopped) return stopped;
    of.cell = compiled.cell;
    runtime.order({ type: "execute", parent: of.request.header, cell: compiled.cell });
    return of.ended;
  };

  const evaluate = (request: Request, code: string, name: string): Promise<Outcome> => {
    const next = newJob(request);
    job = next;
    return compute(next, code, name).finally(() => {
      job = undefined;
    });
  };

  const expressionValue = async (request: Request, code: unknown): Promise<Record<string, unknown>> => {
    asides += 1;
    const outcome = await evaluate(request, String(code), `aside[${asides}]`);
    if (outcome.status === "error") return { status: "error", ...outcome.failure };
    return { status: "ok", ...(outcome.bundle ?? { data: { "text/plain": "undefined" }, metadata: {} }) };
  };

  const expressionValues = async (request: Request): Promise<Record<string, unknown>> => {
    const values: Record<string, unknown> = {};
    const asked = (request.content.user_expressions ?? {}) as Record<string, unknown>;
    for (const [name, code] of Object.entries(asked)) values[name] = await expressionValue(request, code);
    return values;
  };

  const outcomeOf = async (request: Request, code: string, name: string): Promise<Outcome> => {
    const page = await pageOf(code, compiler);
    if (page) return { status: "ok", payload: [page] };
    return code.trim() === "" ? { status: "ok" } : evaluate(request, code, name);
  };

  /** The requests that were sent before the error was told: they belong to the same "run all". */
  const doomedBy = async (reply: { status: string }, content: Record<string, unknown>): Promise<Request[]> => {
    if (reply.status === "ok" || content.stop_on_error === false) return [];
    await new Promise((resolve) => setImmediate(resolve));
    return queue.splice(0);
  };

  const abort = (request: Request): void => {
    outputs.publish(request.header, "status", { content: { execution_state: "busy" } });
    post.reply(request, "execute_reply", { content: { status: "aborted", execution_count: count } });
    outputs.publish(request.header, "status", { content: { execution_state: "idle" } });
  };

  const textOf = (outcome: Outcome): string | undefined => {
    const text = outcome.status === "ok" ? outcome.bundle?.data["text/plain"] : undefined;
    return typeof text === "string" ? text : undefined;
  };

  const run = async (request: Request): Promise<void> => {
    const { header, content } = request;
    const code = content.code as string;
    const silent = content.silent === true;
    const stored = !silent && content.store_history !== false && code.trim() !== "";
    if (stored) count += 1;
    else asides += 1;
    outputs.publish(header, "status", { content: { execution_state: "busy" } });
    if (!silent) outputs.publish(header, "execute_input", { content: { code, execution_count: count } });
    const outcome = await outcomeOf(request, code, stored ? `In[${count}]` : `aside[${asides}]`);
    if (stored) history.add({ line: count, input: code, ...(textOf(outcome) && { output: textOf(outcome)! }) });
    const reply = await (outcome.status === "ok" ? succeed(request, outcome, silent) : fail(header, outcome.failure));
    await outputs.drained();
    const doomed = await doomedBy(reply, content);
    post.reply(request, "execute_reply", { content: { ...reply, execution_count: count } });
    outputs.publish(header, "status", { content: { execution_state: "idle" } });
    doomed.forEach(abort);
  };

  const succeed = async (request: Request, outcome: Outcome & { status: "ok" }, silent: boolean) => {
    const { bundle, payload = [] } = outcome;
    if (bundle && !silent && !isBlank(bundle)) {
      outputs.publish(request.header, "execute_result", { content: { ...bundle, execution_count: count } });
    }
    return { status: "ok", payload, user_expressions: await expressionValues(request) };
  };

  const fail = async (header: Header, failure: Failure) => {
    outputs.publish(header, "error", { content: { ...failure } });
    return { status: "error", ...failure };
  };

  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let request = queue.shift(); request; request = queue.shift()) await run(request);
    working = false;
  };

  return {
    enqueue: (request) => {
      queue.push(request);
      void work();
    },
    running: () => job?.request,
    settle: (report) => {
      const settled = job;
      if (!settled || report.id !== settled.request.header.msg_id || !settled.cell) return;
      compiler.commit(settled.cell.cell, report.marks);
      // What an interrupt makes fail, such as the sub-process it ends, is the interrupt.
      if (report.type === "abandoned" || (report.type === "failed" && settled.interrupted)) {
        settled.end({ status: "error", failure: interruption });
      } else if (report.type === "failed") void failureOf(report.error).then(settled.end);
      else settled.end({ status: "ok", ...(report.bundle && { bundle: report.bundle }) });
    },
    interrupt: async () => {
      const stopped = job;
      if (stopped) stopped.interrupted = true;
      if (stopped && !stopped.cell) return stopped.end({ status: "error", failure: interruption });
      do {
        await runtime.interrupt();
        runtime.order({ type: "interrupted", id: stopped?.request.header.msg_id ?? "" });
        if (!stopped) return;
        await Promise.race([stopped.ended, new Promise((resolve) => setTimeout(resolve, retry))]);
      } while (stopped === job); // the interrupt overtook the cell on its way to the runtime
    },
    fail: (failure) => {
      job?.end({ status: "error", failure });
      return job !== undefined;
    },
  };
};
