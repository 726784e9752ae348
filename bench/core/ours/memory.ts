import { ensemble, type Parameters } from "./ensemble.js";
import type { Prepare } from "./serve.js";

/** [MB that a run adds to what is resident before it]. */
export const memory: Prepare<Parameters> = (parameters) => {
  const run = ensemble({ ...parameters, potential: "built in", noise: "f64", threads: 2, every: 10 });
  return async () => {
    const before = process.memoryUsage().rss;
    await run();
    return [(process.resourceUsage().maxRSS * 1024 - before) / 1e6];
  };
};
