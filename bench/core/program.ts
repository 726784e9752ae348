/** A program that answers requests, a line of JSON each: ours, a peer's or a native one. */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What is asked: the name of a work, and its parameters. */
export type Request = Readonly<Record<string, number | string>>;

/** What comes back: seconds by the clock and of the processor, and numbers that show the work was done. */
export interface Reply {
  readonly wall: number;
  readonly processor: number;
  readonly answer: readonly number[];
}

export interface Program {
  readonly version: string;
  /** @throws Error with the last words of a program that ends instead of answering */
  ask(request: Request): Promise<Reply>;
  end(): void;
}

/** One thread each, whatever their libraries would like. */
const oneThread = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
  NUMBA_NUM_THREADS: "1",
  NPROC: "1",
  XLA_FLAGS: "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
};

/** The line that names an error, in what a program said before it ended. */
const lastWords = (complaint: string): string => {
  const lines = complaint.trim().split("\n");
  return lines.findLast((line) => /^\w*Error\b/.test(line)) ?? (lines.at(-1) || "it ended without a word");
};

const start = ([command, ...args]: readonly string[]) => {
  const child = spawn(command!, args, { stdio: "pipe", env: { ...process.env, ...oneThread } });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (complaint = (complaint + text).slice(-2000)));
  child.stdin.on("error", () => undefined); // it has ended, and the missing answer will say so
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (request: Request): Promise<Reply> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { done, value } = await lines.next();
    if (done) throw new Error(lastWords(complaint));
    return JSON.parse(value) as Reply;
  };
  return { ask, end: () => child.kill() };
};

/** The program of a command; it starts when it is asked for the first time, and again after it has failed. */
export const program = (version: string, command: readonly string[]): Program => {
  let running: ReturnType<typeof start> | undefined;
  const end = (): void => {
    running?.end();
    running = undefined;
  };
  const ask = async (request: Request): Promise<Reply> => {
    running ??= start(command);
    try {
      return await running.ask(request);
    } catch (error) {
      end();
      throw error;
    }
  };
  return { version, ask, end };
};
