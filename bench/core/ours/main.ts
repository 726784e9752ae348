/** Our side, through the public face of the built library. */

import { ensemble } from "./ensemble.js";
import { memory } from "./memory.js";
import { serve } from "./serve.js";

await serve({ ensemble, memory });
