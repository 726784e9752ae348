import { startKernel } from "../../client/client.js";
import { ourKernel } from "../../spec/kernelspec.js";
import type { Look } from "./finding.js";

/** Starts the kernel and lets it compute: the one look that tells whether all else is in place. */
export const kernelRuns: Look = async () => {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(2);
  try {
    const kernel = await startKernel({ argv: ourKernel().argv, startTimeout: 30 });
    const ready = seconds();
    const { status, outputs, error } = await kernel.execute("6 * 7", { timeout: 30 });
    await kernel.shutdown();
    if (status === "ok" && JSON.stringify(outputs).includes("42")) {
      return {
        ok: true,
        needed: true,
        what: `the kernel answers after ${ready} s, and has run a cell after ${seconds()} s`,
      };
    }
    const why = error ? `${error.ename}: ${error.evalue}` : status;
    return {
      ok: false,
      needed: true,
      what: `the kernel does not compute 6 * 7: ${why}`,
      mend: "npm ci && npm run build",
    };
  } catch (error) {
    const what = `the kernel does not start: ${(error as Error).message}`;
    return { ok: false, needed: true, what, mend: "npm ci && npm run build" };
  }
};
