/** All that is measured, in turn. */

import type { Work } from "../work.js";
import { diffusion } from "./diffusion.js";
import { ensembles } from "./ensembles.js";
import { linear } from "./linear.js";
import { memory } from "./memory.js";

export const works: readonly Work[] = [...ensembles, ...linear, diffusion, memory];
