/** The cell that runs now: compiled, sent to the runtime, and ended by its own report, by an interrupt or by a crash. */

import type { CompilerClient } from "../compiler/client.js";
import type { CompiledCell, Failure } from "../compiler/compiler.js";
import type { MimeBundle } from "../display/bundle.js";
import type { Report } from "../runtime/messages.js";
import type { Request } from "./post.js";
import type { RuntimeKeeper } from "./runtime-keeper.js";

/** How a cell ended. */
export type Outcome =
  | { readonly status: "ok"; readonly bundle?: MimeBundle }
  | { readonly status: "error"; readonly failure: Failure };

interface Job {
  readonly request: Request;
  readonly end: (outcome: Outcome) => void;
  readonly ended: Promise<Outcome>;
  cell?: CompiledCell;
  interrupted?: boolean;
  reported?: boolean;
  over?: boolean;
}

export interface Jobs {
  /** Compiles the code and runs it as a cell of this name. */
  evaluate(request: Request, code: string, name: string): Promise<Outcome>;
  /** The request whose cell runs now. */
  running(): Request | undefined;
  /** A report that ends a cell. */
  settle(report: Extract<Report, { type: "done" | "failed" | "abandoned" }>): void;
  interrupt(): Promise<void>;
  /** Ends the running cell, if there is one, with this failure. @returns whether there was one. */
  fail(failure: Failure): boolean;
}

const words = "the cell was interrupted; variables keep their values";
const interruption: Outcome = {
  status: "error",
  failure: {
    ename: "KeyboardInterrupt",
    evalue: words,
    traceback: [`\u001b[31mKeyboardInterrupt\u001b[39m: ${words}`],
  },
};

/** An interrupted cell that has not ended after this time (ms) is interrupted again: the interrupt may have overtaken it. */
const retry = 50;

const newJob = (request: Request): Job => {
  let resolve: (outcome: Outcome) => void = () => {};
  const ended = new Promise<Outcome>((settle) => {
    resolve = settle;
  });
  const end = (outcome: Outcome): void => {
    job.over = true;
    resolve(outcome);
  };
  const job: Job = { request, end, ended };
  return job;
};

/** The kernel itself failed, its compiler or its runtime: the cell is told, the kernel goes on. */
const kernelFailure = ({ message }: Error): Outcome => {
  const evalue = `${message}; if it happens again, restart the kernel and tell us the cell`;
  return { status: "error", failure: { ename: "KernelError", evalue, traceback: [`KernelError: ${evalue}`] } };
};

export interface Tools {
  readonly compiler: CompilerClient;
  readonly runtime: RuntimeKeeper;
  /** Hears which packages a cell is about to import. */
  foresee(modules: readonly string[]): void;
}

/** Brings the job into the runtime; it may be ended at every stage on the way. */
const start = async (job: Job, code: string, name: string, { compiler, runtime, foresee }: Tools): Promise<void> => {
  const compiled = await Promise.race([compiler.compile(code, name), job.ended]);
  if ("status" in compiled) return;
  if (!compiled.ok) return job.end({ status: "error", failure: compiled.failure });
  foresee(compiled.cell.modules);
  if (await Promise.race([runtime.calm(), job.ended])) return;
  job.cell = compiled.cell;
  runtime.order({ type: "execute", parent: job.request.header, cell: compiled.cell });
};

export const openJobs = (tools: Tools): Jobs => {
  const { compiler, runtime } = tools;
  let job: Job | undefined;

  const interrupt = async (): Promise<void> => {
    const stopped = job;
    if (stopped) stopped.interrupted = true;
    if (stopped && !stopped.cell) return stopped.end(interruption);
    do {
      await runtime.interrupt();
      runtime.order({ type: "interrupted", id: stopped?.request.header.msg_id ?? "" });
      if (!stopped) return;
      await Promise.race([stopped.ended, new Promise((resolve) => setTimeout(resolve, retry))]);
    } while (!stopped.over);
  };

  return {
    evaluate: async (request, code, name) => {
      const next = newJob(request);
      job = next;
      await start(next, code, name, tools).catch((error) => next.end(kernelFailure(error)));
      const outcome = await next.ended;
      job = undefined;
      return outcome;
    },
    running: () => job?.request,
    settle: (report) => {
      const settled = job;
      if (!settled?.cell || settled.reported || report.id !== settled.request.header.msg_id) return;
      settled.reported = true;
      compiler.commit(settled.cell.cell, report.marks);
      if (report.type === "done") return settled.end({ status: "ok", ...(report.bundle && { bundle: report.bundle }) });
      // What an interrupt makes fail, such as the sub-process it ends, is the interrupt.
      if (report.type === "abandoned" || settled.interrupted) return settled.end(interruption);
      void compiler.traceback(report.error).then(
        (failure) => settled.end({ status: "error", failure }),
        (error) => settled.end(kernelFailure(error)),
      );
    },
    interrupt,
    fail: (failure) => {
      job?.end({ status: "error", failure });
      return job !== undefined;
    },
  };
};
