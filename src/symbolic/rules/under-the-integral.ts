import { decay } from "./decay.js";
import { isCoordinate } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { applied } from "./linear.js";
import type { Rule } from "./rule.js";

/**
 * ∂/∂x ∫g dΓ* = ∫∂g/∂x dΓ*, for x a time or a slow variable. Asks for a hypothesis by which g decays, so that the integral
 * converges uniformly.
 */
export const underTheIntegral: Rule = {
  name: "differentiate under the integral",
  prepare({ hypothesis = "" }, from, fresh) {
    const decays = decay(hypothesis, from, fresh);
    if ("missing" in decays) return decays;
    return {
      uses: [hypothesis],
      rewrite({ name, labels, within: [body] }) {
        const inner = body?.length === 1 && body[0]!.factors.length === 1 ? body[0]!.factors[0] : undefined;
        const by = name.slice(1);
        if (!name.startsWith("∂") || isCoordinate(by) || inner?.name !== "∫Γ" || !inner.exponent.equals(1))
          return undefined;
        const [integrand] = inner.within as [typeof body & {}];
        if (!integrand.every(({ factors }) => decays(factors))) return undefined;
        const { declarations } = from;
        return applied(inner, differentiate(integrand, { name: by, labels }, declarations), declarations);
      },
    };
  },
};
