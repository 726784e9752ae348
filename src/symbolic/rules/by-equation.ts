import { written } from "./canonical.js";
import { single } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import type { Rule } from "./rule.js";

/** a → b wherever the scalar left side a of an equation a = b stands. Asks that the equation be among the premises. */
export const byEquation: Rule = {
  name: "substitute",
  prepare({ equation = "" }, { declarations, equations }, fresh) {
    const given = equations.get(equation);
    if (!given) return { missing: `equation (${equation}) among the premises` };
    if (given.left.rank !== 0) return { missing: `equation (${equation}) between scalars` };
    const left = written(inComponents(given.left, declarations, fresh));
    return {
      rests: [],
      rewrite: (of) => (written(single(of)) === left ? inComponents(given.right, declarations, fresh) : undefined),
    };
  },
};
