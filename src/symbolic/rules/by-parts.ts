import { isCoordinate } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { constant, type Factor, multiply } from "./index-form.js";
import { integrated } from "./integrated.js";
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

/** ∫g ∂h/∂z dΓ* = −∫h ∂g/∂z dΓ* for a coordinate z of Γ. Asks for the decay of h, by which nothing is left at infinity. */
export const byParts: Rule = {
  name: "integrate by parts over Γ",
  prepare({ hypothesis = "", of: moved = "ρ" }, { declarations, hypotheses }) {
    if (!hypotheses.has(hypothesis)) return { missing: `${moved} decays at infinity, named as a hypothesis` };
    return {
      rests: [hypothesis],
      rewrite({ name, within: [body] }) {
        if (name !== "∫Γ" || body?.length !== 1) return undefined;
        const [monomial] = body;
        const found = monomial!.factors.find((each) => isDerivativeOf(each, moved));
        if (!found) return undefined;
        const rest = [{ ...monomial!, factors: monomial!.factors.filter((each) => each !== found) }];
        const by = { name: found.name.slice(1), labels: found.labels };
        const turned = multiply(multiply(constant(-1), found.within[0]!), differentiate(rest, by, declarations));
        return integrated(turned, declarations);
      },
    };
  },
};
