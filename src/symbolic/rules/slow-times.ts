import { differentiate } from "./differentiate.js";
import { constant, factor, multiply, single } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import { summed } from "./over-index.js";
import type { Rule } from "./rule.js";

/** ∂u/∂t = Σₙ (∂tₙ/∂t) ∂u/∂tₙ of a function u of the times t₀, t₁, …. Asks that tₙ be defined as a function of t for all n. */
export const slowTimes: Rule = {
  name: "chain rule in the times",
  prepare({ definition = "" }, { declarations, definitions, equations }, fresh) {
    const given = definitions.has(definition) ? equations.get(definition) : undefined;
    const [index] = given?.left.subscripts ? given.left.parts : [];
    if (given?.left.name !== "t" || index?.head !== "symbol")
      return { missing: "the times t_n as functions of t, named as a definition" };
    return {
      uses: [definition],
      rewrite({ name, labels, within: [body] }) {
        if (name !== "∂t" || labels.length > 0) return undefined;
        const label = fresh();
        const time = inComponents(given.right, declarations, fresh, new Map([[index.name, label]]));
        const rate = differentiate(time, { name: "t", labels: [] }, declarations);
        const run = { label, from: constant(0), to: single(factor("∞")) };
        return summed(multiply(rate, single(factor("∂t", [label], [body!]))), run);
      },
    };
  },
};
