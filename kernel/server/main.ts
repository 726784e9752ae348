#!/usr/bin/env node
/** The kernel process: `main.js CONNECTION_FILE`, as kernelspecs start it. */

import { readConnection } from "../wire/connection.js";
import { startKernel } from "./kernel.js";

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
} catch (error) {
  console.error(`liouville: ${(error as Error).message}`);
  process.exit(1);
}
