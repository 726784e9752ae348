import { momentumParity } from "./parity.js";
import type { Rule } from "./rule.js";

/** ∫g dΓ* = 0 of a g that changes its sign as all momenta do. Asks that every factor of g be even or odd by the definitions. */
export const oddInMomentum: Rule = {
  name: "odd in momentum",
  prepare(_, from, fresh) {
    const parityOf = momentumParity(from, fresh);
    return {
      uses: [],
      rewrite: ({ name, within: [body] }) => (name.startsWith("∫Γ") && parityOf(body!) === -1 ? [] : undefined),
    };
  },
};
