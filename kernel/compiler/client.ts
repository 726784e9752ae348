/** The compiler in a worker of its own, as promises. */

import { Worker } from "node:worker_threads";
import type { Compilation, Completeness, Completions, Failure, Inspection, Thrown } from "./compilation.js";
import { takeTurns } from "./turns.js";

export interface CompilerClient {
  compile(code: string, cell: string): Promise<Compilation>;
  commit(cell: string, marks: number): void;
  complete(code: string, offset: number): Promise<Completions>;
  inspect(code: string, offset: number): Promise<Inspection>;
  isComplete(code: string): Promise<Completeness>;
  traceback(error: Thrown): Promise<Failure>;
  reset(): void;
  /** Loads the library types; done at the start, before anything is asked. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** Packages whose types are read while nothing else is to be done. */
const likely = ["liouville", "mathjs", "danfojs", "plotly.js"];

/** Starts the worker for the cells of a notebook in `folder`. */
export function openCompiler(folder: string): CompilerClient {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: { folder } });
  const { ask, tell } = takeTurns(worker);
  const ignore = () => {};
  ask<void>("cell", "warm").catch(ignore);
  for (const name of likely) {
    ask<void>("ahead", "preload", name).catch(ignore);
    ask<void>("ahead", "rehearse").catch(ignore);
  }
  return {
    compile: (code, cell) => ask("cell", "compile", code, cell),
    commit: (cell, marks) => tell("commit", cell, marks),
    complete: (code, offset) => ask("question", "complete", code, offset),
    inspect: (code, offset) => ask("question", "inspect", code, offset),
    isComplete: (code) => ask("question", "isComplete", code),
    traceback: (error) => ask("question", "traceback", error),
    reset: () => tell("reset"),
    warm: () => ask("cell", "warm"),
    async close() {
      await worker.terminate();
    },
  };
}
