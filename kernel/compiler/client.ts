/** The compiler in its worker, as promises. Questions of the editor overtake cells that wait to be compiled. */

import { Worker } from "node:worker_threads";
import type { Compilation, Compiler, Completeness, Completions, Failure, Inspection, Thrown } from "./compilation.js";
import type { Request, Response } from "./worker.js";

export interface CompilerClient {
  compile(code: string, cell: string): Promise<Compilation>;
  commit(cell: string, marks: number): void;
  complete(code: string, offset: number): Promise<Completions>;
  inspect(code: string, offset: number): Promise<Inspection>;
  isComplete(code: string): Promise<Completeness>;
  traceback(error: Thrown): Promise<Failure>;
  reset(): void;
  warm(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the worker, which loads TypeScript and the library types at once. */
export function openCompiler(folder: string): CompilerClient {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: { folder } });
  const changes: Waiting[] = []; // compile, commit, reset: in order
  const questions: Waiting[] = [];
  let sent: Waiting | undefined;
  let count = 0;
  let broken: Error | undefined;

  const next = (): void => {
    if (sent) return;
    sent = questions.shift() ?? changes.shift();
    if (sent) worker.postMessage(sent.request);
  };
  const ask = <T>(queue: Waiting[], method: keyof Compiler, ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      count += 1;
      queue.push({ request: [count, method, args], resolve: resolve as (value: unknown) => void, reject });
      next();
    });
  const fail = (error: Error): void => {
    broken = error;
    for (const { reject } of [sent, ...questions.splice(0), ...changes.splice(0)].filter((one) => one !== undefined))
      reject(error);
    sent = undefined;
  };
  worker.on("message", ([, value, error]: Response) => {
    const done = sent;
    sent = undefined;
    if (error === undefined) done?.resolve(value);
    else done?.reject(new Error(`the compiler failed: ${error}`));
    next();
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the compiler has ended")));
  void ask(changes, "warm").catch(() => {});

  return {
    compile: (code, cell) => ask(changes, "compile", code, cell),
    commit: (cell, marks) => void ask(changes, "commit", cell, marks).catch(() => {}),
    complete: (code, offset) => ask(questions, "complete", code, offset),
    inspect: (code, offset) => ask(questions, "inspect", code, offset),
    isComplete: (code) => ask(questions, "isComplete", code),
    traceback: (error) => ask(questions, "traceback", error),
    reset: () => void ask(changes, "reset").catch(() => {}),
    warm: () => ask(changes, "warm"),
    close: async () => void (await worker.terminate()),
  };
}
