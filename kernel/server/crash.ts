/** What is told of a runtime that died: why, as far as it can be known, and what is lost. */

import type { Failure } from "../compiler/compiler.js";
import type { Death } from "../runtime/runtime-process.js";

const causeOf = ({ code, signal, deaf, lastWords }: Death, killed: boolean): string => {
  if (killed) return "it did not react to the interrupt and was ended by the second one";
  if (/heap out of memory|Allocation failed|ExceededHeapLimit|OOMError/i.test(lastWords)) {
    return "it ran out of memory; work on less at a time, or raise the limit with NODE_OPTIONS=--max-old-space-size=8192 (in MB)";
  }
  if (deaf) return "it closed a pipe through which the kernel speaks with it";
  if (signal === "SIGABRT") return "it called abort()";
  if (signal === "SIGKILL") return "it was killed (SIGKILL), by the system for want of memory or by a command";
  if (signal) return `it was ended by the signal ${signal}`;
  return `it called process.exit(${code})`;
};

/** The error of the cell that was running, or of the kernel when none was. */
export const crashFailure = (death: Death, killed: boolean): Failure => {
  const evalue = `the process that ran the cell has ended: ${causeOf(death, killed)}`;
  const advice = "A fresh one is ready. Variables are gone: run the cells above again.";
  return { ename: "RuntimeDied", evalue, traceback: [`\u001b[31mRuntimeDied\u001b[39m: ${evalue}`, advice] };
};
