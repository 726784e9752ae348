import { decay } from "./decay.js";
import { momentumParity } from "./parity.js";
import type { Rule } from "./rule.js";

/**
 * ∫g dΓ* = 0 of a g that changes its sign as all momenta do. Asks that every factor of g be even or odd by the definitions, and for a
 * hypothesis by which g decays, so that the integral converges.
 */
export const oddInMomentum: Rule = {
  name: "odd in momentum",
  prepare({ hypothesis = "" }, from, fresh) {
    const decays = decay(hypothesis, from, fresh);
    if ("missing" in decays) return decays;
    const parityOf = momentumParity(from, fresh);
    return {
      uses: [hypothesis],
      rewrite({ name, within: [body] }) {
        const isOdd = name.startsWith("∫Γ") && body!.every(({ factors }) => decays(factors)) && parityOf(body!) === -1;
        return isOdd ? [] : undefined;
      },
    };
  },
};
