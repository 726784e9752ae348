/** The compiler in a thread of its own: requests come as `[id, method, arguments]`, answers go as `[id, value]` or `[id, undefined, message]`. */

import { parentPort, workerData } from "node:worker_threads";
import type { Compiler } from "./compilation.js";
import { createCompiler } from "./compiler.js";

export type Request = readonly [id: number, method: keyof Compiler, args: readonly unknown[]];
export type Response = readonly [id: number, value: unknown, error?: string];

const port = parentPort!;
const compiler = createCompiler((workerData as { folder: string }).folder);

const answer = ([id, method, args]: Request): Response => {
  try {
    return [id, (compiler[method] as (...args: readonly unknown[]) => unknown)(...args)];
  } catch (error) {
    return [id, undefined, error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
};

port.on("message", (request: Request) => port.postMessage(answer(request)));
