import { isCoordinate } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { integrated } from "./integrated.js";
import type { Rule } from "./rule.js";

/** ∂/∂x ∫g dΓ* = ∫∂g/∂x dΓ*, for x a time or a slow variable. Asks for decay, by which the integral converges uniformly. */
export const underTheIntegral: Rule = {
  name: "differentiate under the integral",
  prepare({ hypothesis = "" }, { declarations, hypotheses }) {
    if (!hypotheses.has(hypothesis)) return { missing: "the integrand decays at infinity, named as a hypothesis" };
    return {
      rests: [hypothesis],
      rewrite({ name, labels, within: [body] }) {
        const inner = body?.length === 1 && body[0]!.factors.length === 1 ? body[0]!.factors[0] : undefined;
        const by = name.slice(1);
        if (!name.startsWith("∂") || isCoordinate(by) || inner?.name !== "∫Γ" || !inner.exponent.equals(1))
          return undefined;
        return integrated(differentiate(inner.within[0]!, { name: by, labels }, declarations), declarations);
      },
    };
  },
};
