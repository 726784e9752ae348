import { differentiate } from "./differentiate.js";
import { constant, multiply, type Sum } from "./index-form.js";
import { applied, isEndless } from "./linear.js";
import { replaceVariable } from "./replace-variable.js";
import type { Rule } from "./rule.js";

/** ∂/∂x ∫ₐᵇ g ds = g(b) ∂b/∂x − g(a) ∂a/∂x + ∫ₐᵇ ∂g/∂x ds. Asks for finite ends. */
export const leibniz: Rule = {
  name: "Leibniz",
  prepare: (_, { declarations }) => ({
    uses: [],
    rewrite({ name, labels, within: [whole] }) {
      const inner = whole?.length === 1 && whole[0]!.factors.length === 1 ? whole[0]!.factors[0]! : undefined;
      if (!name.startsWith("∂") || inner?.name !== "∫" || !inner.exponent.equals(1)) return undefined;
      const [body, from, to] = inner.within as [Sum, Sum, Sum];
      if (isEndless(from) || isEndless(to)) return undefined;
      const by = { name: name.slice(1), labels };
      const at = (end: Sum) =>
        multiply(replaceVariable(body, inner.labels[0]!, end, declarations), differentiate(end, by, declarations));
      return [
        ...at(to),
        ...multiply(constant(-1), at(from)),
        ...applied(inner, differentiate(body, by, declarations), declarations),
      ];
    },
  }),
};
