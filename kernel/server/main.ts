#!/usr/bin/env node
/** The kernel process: `main.js CONNECTION_FILE`, as kernelspecs start it. */

import { readConnection } from "../wire/connection.js";
import { startKernel } from "./kernel.js";

/** How often (ms) it is looked whether the front end that started the kernel is still there. */
const glance = 1000;

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
};

/** Jupyter names the process that a kernel must not outlive. */
const endWith = (parent: number, end: () => void): void => {
  const watch = setInterval(() => {
    if (isThere(parent)) return;
    clearInterval(watch);
    end();
  }, glance);
  watch.unref();
};

const path = process.argv[2];
if (path === undefined) {
  console.error(
    "usage: main.js CONNECTION_FILE (front ends start kernels themselves; try `liouville lab` or `liouville run`)",
  );
  process.exit(2);
}
try {
  const kernel = await startKernel(readConnection(path));
  process.on("SIGINT", () => void kernel.interrupt());
  process.on("SIGTERM", () => void kernel.shutdown());
  const parent = Number(process.env.JPY_PARENT_PID);
  if (parent > 1) endWith(parent, () => void kernel.shutdown());
} catch (error) {
  console.error(`liouville: ${(error as Error).message}`);
  process.exit(1);
}
