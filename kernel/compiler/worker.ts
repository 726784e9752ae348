/** The compiler as a worker: takes `[method, arguments, isAnswered]`, answers `[value]` or `[undefined, message]`. */

import { parentPort, workerData } from "node:worker_threads";
import type { Compiler } from "./compilation.js";
import { createCompiler } from "./compiler.js";

export type Request = readonly [method: keyof Compiler, args: readonly unknown[], isAnswered: boolean];
export type Response = readonly [value: unknown, error?: string];

const port = parentPort!;
const compiler = createCompiler((workerData as { folder: string }).folder);

function answer(method: keyof Compiler, args: readonly unknown[]): Response {
  try {
    return [(compiler[method] as (...args: readonly unknown[]) => unknown)(...args)];
  } catch (error) {
    return [undefined, error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

port.on("message", ([method, args, isAnswered]: Request) => {
  const response = answer(method, args);
  if (isAnswered) port.postMessage(response);
});
