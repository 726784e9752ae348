import { delta, minus, plus, symbol } from "../terms/build.js";
import { isCoordinate } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { bind, constant, factor, multiply, relabel, single } from "./index-form.js";
import { inComponents, sameAs } from "./normal-form.js";
import type { Rule } from "./rule.js";

/**
 * ∂Δ/∂z = −(∂X* /∂z) · ∂Δ/∂X of Δ = δ(X − X*) and a coordinate z of Γ. Asks that Δ be defined as this δ;
 * `equation` says what X* is, where it is to be differentiated.
 */
export const throughDelta: Rule = {
  name: "chain rule on δ(X − X*)",
  prepare({ of: name = "Δ", slow = "R", definition = "", equation }, { declarations, equations }, fresh) {
    const given = equations.get(definition);
    const { rank } = declarations.get(slow) ?? { rank: 1 };
    const wanted = delta(plus(symbol(slow, rank), minus(symbol(slow, rank, { starred: true }))));
    if (given?.left.name !== name || !sameAs(given.right, wanted, declarations))
      return { missing: `${name} = δ(${slow} − ${slow}*), named as a definition` };
    const meaning = equation === undefined ? undefined : equations.get(equation);
    if (equation !== undefined && meaning?.left.name !== slow)
      return { missing: `equation (${equation}) among the premises, which says what ${slow}* is` };
    const starAlong = (along: readonly string[]) =>
      meaning
        ? relabel(
            inComponents(meaning.right, declarations, fresh),
            new Map(along.map((label, i) => ["abcdef"[i]!, label])),
          )
        : single(factor(`${slow}*`, along));
    return {
      rests: [],
      rewrite({ name: derivative, labels, within: [body] }) {
        const only = body?.length === 1 && body[0]!.factors.length === 1 ? body[0]!.factors[0] : undefined;
        if (!derivative.startsWith("∂") || !isCoordinate(derivative.slice(1)) || only?.name !== name) return undefined;
        const along = Array.from({ length: rank }, fresh);
        const by = { name: derivative.slice(1), labels };
        const star = differentiate(starAlong(along), by, declarations);
        return bind(multiply(multiply(constant(-1), star), single(factor(`∂${slow}`, along, [body!]))), ...along);
      },
    };
  },
};
