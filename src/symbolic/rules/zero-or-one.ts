import Fraction from "fraction.js";
import { written } from "./canonical.js";
import { type Factor, type Monomial, type Sum, single } from "./index-form.js";
import { says } from "./number-atoms.js";
import { type Rule, rewritten } from "./rule.js";

const spelled = (of: Factor): string => written(single({ ...of, exponent: new Fraction(1) }));

const once = (of: Monomial): Monomial => {
  const seen = new Set<string>();
  const factors = of.factors.flatMap((each) => {
    if (each.name !== "θ_" || each.exponent.compare(0) <= 0) return [each];
    const isFirst = !seen.has(spelled(each));
    seen.add(spelled(each));
    return isFirst ? [{ ...each, exponent: new Fraction(1) }] : [];
  });
  return { ...of, factors };
};

const throughout = (sum: Sum): Sum =>
  sum.map(once).map((term) => ({
    ...term,
    factors: term.factors.map((each) => ({ ...each, within: each.within.map(throughout) })),
  }));

/** θᵢⁿ = θᵢ for n > 0, as θᵢ is 0 or 1. Asks for what θᵢ says, named as a definition. */
export const zeroOrOne: Rule = {
  name: "θ is 0 or 1",
  prepare({ definition = "" }, { words, declarations }) {
    if (!says(definition, words)) return { missing: "θ_i = 1 if atom i is in the nanoparticle, named as a definition" };
    return { uses: [definition], whole: (sum) => rewritten(throughout(sum), () => undefined, declarations) };
  },
};
