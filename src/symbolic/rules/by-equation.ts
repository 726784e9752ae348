import type { Equation } from "../statements/equation.js";
import type { Grounds } from "../statements/interpreters.js";
import { foldedAverage, isAverage } from "./averages.js";
import { replacement } from "./replacement.js";
import type { Ready, Rule } from "./rule.js";

const by = (number: string, equation: Equation, from: Grounds, fresh: () => string): Ready => {
  const rewrite = replacement(equation, number, from, fresh);
  return "missing" in rewrite ? rewrite : { rewrite, uses: [number] };
};

/** A name by what it stands for. Asks that the equation be a definition. */
export const unfold: Rule = {
  name: "unfold",
  prepare({ equation = "" }, from, fresh) {
    const given = from.equations.get(equation);
    return given && from.definitions.has(equation)
      ? by(equation, given, from, fresh)
      : { missing: `a definition (${equation}) among the premises` };
  },
};

/** What a name stands for by the name. Asks that the equation be a definition. */
export const fold: Rule = {
  name: "fold",
  prepare({ equation = "" }, from, fresh) {
    const given = from.equations.get(equation);
    if (given && from.definitions.has(equation) && isAverage(given))
      return { rewrite: foldedAverage(given, from, fresh), uses: [equation] };
    return given && from.definitions.has(equation)
      ? by(equation, { left: given.right, right: given.left }, from, fresh)
      : { missing: `a definition (${equation}) among the premises` };
  },
};

/** a → b wherever the left side a of an equation a = b stands. Asks that the equation be among the premises. */
export const substitute: Rule = {
  name: "substitute",
  prepare({ equation = "" }, from, fresh) {
    const given = from.equations.get(equation);
    return given ? by(equation, given, from, fresh) : { missing: `equation (${equation}) among the premises` };
  },
};
