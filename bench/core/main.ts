/** Our numerics against others and against native C. */

import { compare } from "./compare.js";
import { findPrograms } from "./programs.js";
import { works } from "./works/works.js";

export const main = (root: string, args: readonly string[]): Promise<void> =>
  compare(works, (say) => findPrograms(root, say), args);
