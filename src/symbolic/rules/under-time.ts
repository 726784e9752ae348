import { isCoordinate, sumDependsOn } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { type Factor, multiply, type Sum } from "./index-form.js";
import { applied, isEndless, isLinear, touchedBy } from "./linear.js";
import type { Rule } from "./rule.js";

const isOuter = ({ name }: Factor): boolean => /^(∫Γ|th$|@|e\^|∂)/u.test(name);

/**
 * What acts on Γ, ∫ … dΓ*, …ᵗʰ, ∂/∂z, 𝓛 or e^{𝓛t}, is taken under ∫ … ds, which becomes the outermost. Asks that the ends of the
 * integral be finite and no functions of what it acts on.
 */
export const underTime: Rule = {
  name: "exchange with ∫ds",
  prepare: (_, { declarations }) => ({
    uses: [],
    rewrite(of) {
      const [body, ...more] = isOuter(of) ? of.within[0]! : [];
      const inner = body?.factors.find(({ name, exponent }) => name === "∫" && exponent.equals(1));
      if (!inner || more.length > 0 || (of.name.startsWith("∂") && !isCoordinate(of.name.slice(1)))) return undefined;
      const [integrand, ...ends] = inner.within as [Sum, Sum, Sum];
      const touched = touchedBy(of, declarations);
      const isFree = (end: Sum) => !touched?.some((each) => sumDependsOn(end, each, declarations)) && !isEndless(end);
      if (!touched || !ends.every(isFree)) return undefined;
      const beside = { ...body!, factors: body!.factors.filter((each) => each !== inner) };
      const together = multiply([beside], integrand);
      const by = { name: of.name.slice(1), labels: of.labels };
      const under = isLinear(of) ? applied(of, together, declarations) : differentiate(together, by, declarations);
      return applied(inner, under, declarations);
    },
  }),
};
