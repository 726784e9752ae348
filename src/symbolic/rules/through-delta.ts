import type { Grounds } from "../statements/interpreters.js";
import { delta, minus, plus, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { isCoordinate } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { bind, constant, factor, multiply, single } from "./index-form.js";
import { sameAs } from "./normal-form.js";
import type { Rule } from "./rule.js";

interface Slow {
  readonly name: string;
  readonly rank: number;
}

/** The slow variables X of Δ = ∏ δ(X − X*), if a definition says that it is this. */
export const pinned = (
  definition: string,
  { equations, definitions, declarations }: Grounds,
): { readonly name: string; readonly slow: readonly Slow[] } | undefined => {
  const given = equations.get(definition);
  if (!given || !definitions.has(definition)) return undefined;
  const factors = given.right.head === "times" ? given.right.parts : [given.right];
  const slow = factors.flatMap((of: Term): readonly Slow[] => {
    const found = [...declarations].find(([name, { role, rank }]) => {
      const difference = plus(symbol(name, rank), minus(symbol(name, rank, { starred: true })));
      return role === "slow" && of.head === "delta" && of.rank === 0 && sameAs(of, delta(difference), declarations);
    });
    return found ? [{ name: found[0], rank: found[1].rank }] : [];
  });
  return slow.length === factors.length ? { name: given.left.name, slow } : undefined;
};

/** ∂Δ/∂z = −Σ (∂X* /∂z) · ∂Δ/∂X of Δ = ∏ δ(X − X*) and a coordinate z of Γ. Asks that Δ be defined as this product. */
export const throughDelta: Rule = {
  name: "chain rule on δ(X − X*)",
  prepare({ definition = "" }, from, fresh) {
    const found = pinned(definition, from);
    if (!found) return { missing: "Δ = δ(X − X*) of slow variables X, named as a definition" };
    return {
      uses: [definition],
      rewrite({ name: derivative, labels, within: [body] }) {
        const only = body?.length === 1 && body[0]!.factors.length === 1 ? body[0]!.factors[0] : undefined;
        const isTurned = derivative.startsWith("∂") && isCoordinate(derivative.slice(1));
        if (!isTurned || only?.name !== found.name || !only.exponent.equals(1)) return undefined;
        return found.slow.flatMap(({ name, rank }) => {
          const along = Array.from({ length: rank }, fresh);
          const by = { name: derivative.slice(1), labels };
          const star = differentiate(single(factor(`${name}*`, along)), by, from.declarations);
          return bind(multiply(multiply(constant(-1), star), single(factor(`∂${name}`, along, [body!]))), ...along);
        });
      },
    };
  },
};
