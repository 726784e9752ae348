import { constant, multiply, single } from "./index-form.js";
import type { Rule } from "./rule.js";
import { pinned } from "./through-delta.js";

/** ∂Δ/∂X = −∂Δ/∂X* of Δ = ∏ δ(X − X*), which depends on the difference alone. Asks that Δ be defined as this product. */
export const starOfDelta: Rule = {
  name: "δ(X − X*) depends on X − X*",
  prepare({ definition = "" }, from) {
    const found = pinned(definition, from);
    if (!found) return { missing: "Δ = δ(X − X*) of slow variables X, named as a definition" };
    const slow = new Set(found.slow.map(({ name }) => `∂${name}`));
    return {
      uses: [definition],
      rewrite(of) {
        const [only, ...more] = slow.has(of.name) ? of.within[0]! : [];
        if (only?.factors.length !== 1 || only.factors[0]!.name !== found.name || more.length > 0) return undefined;
        return multiply(constant(-1), single({ ...of, name: `${of.name}*` }));
      },
    };
  },
};
