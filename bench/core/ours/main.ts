/** Our side, through the public face of the built library; only the bare linear algebra of a step comes from inside. */

import { diffusion } from "./diffusion.js";
import { ensemble } from "./ensemble.js";
import { factoredStep, implicitStep } from "./implicit-step.js";
import { memory } from "./memory.js";
import { serve } from "./serve.js";
import { slowest } from "./slowest.js";

await serve({
  ensemble,
  memory,
  slowest,
  diffusion,
  "implicit step": implicitStep,
  "implicit step, factored before": factoredStep,
});
