import { decay } from "./decay.js";
import { isCoordinate } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { constant, type Factor, multiply } from "./index-form.js";
import { applied } from "./linear.js";
import type { Rule } from "./rule.js";

const isDerivativeOf = (of: Factor, name: string): boolean => {
  const [only] = of.within[0] ?? [];
  return (
    of.name.startsWith("∂") &&
    isCoordinate(of.name.slice(1)) &&
    only?.factors.length === 1 &&
    only.factors[0]!.name === name
  );
};

/**
 * ∫g ∂h/∂z dΓ* = −∫h ∂g/∂z dΓ* for a coordinate z of Γ. Asks for a hypothesis by which g h decays, so that nothing is left at
 * infinity.
 */
export const byParts: Rule = {
  name: "integrate by parts over Γ",
  prepare({ hypothesis = "", of: moved = "ρ" }, from, fresh) {
    const decays = decay(hypothesis, from, fresh);
    if ("missing" in decays) return decays;
    const { declarations } = from;
    return {
      uses: [hypothesis],
      rewrite(whole) {
        const [monomial, ...more] = whole.name === "∫Γ" ? whole.within[0]! : [];
        if (!monomial || more.length > 0 || !decays(monomial.factors)) return undefined;
        const found = monomial.factors.find((each) => isDerivativeOf(each, moved));
        if (!found?.exponent.equals(1)) return undefined;
        const rest = [{ ...monomial, factors: monomial.factors.filter((each) => each !== found) }];
        const by = { name: found.name.slice(1), labels: found.labels };
        const turned = multiply(multiply(constant(-1), found.within[0]!), differentiate(rest, by, declarations));
        return applied(whole, turned, declarations);
      },
    };
  },
};
