/** Memory of a large run. */

import type { Reply } from "../program.js";
import { question, type Work } from "../work.js";

/** The first run of a process of its own; nothing is warm, so that its threads and compiled code count as well. */
export const memory: Work = {
  name: "memory of 10⁶ trajectories",
  meaning: "how much more is resident at the height of a run of 100 steps than before it, in a process of its own",
  unit: "MB",
  rounds: 1,
  ours: question("liouville, fresh", "memory", {
    trajectories: 1e6,
    steps: 100,
    dt: 0.01,
    mass: 1.5,
    gamma: 2,
    kT: 1.25,
    h: 2.2,
  }),
  peers: [],
  limit: "ours <= 200 MB",
  figure: ({ answer }: Reply) => answer[0]!,
  better: "less",
  difference: () => undefined,
};
