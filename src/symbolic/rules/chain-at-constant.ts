import { isCoordinate } from "./dependence.js";
import { differentiate } from "./differentiate.js";
import { evaluatedAt } from "./evaluated-at.js";
import { bind, type Factor, multiply, relabel } from "./index-form.js";
import type { Rule } from "./rule.js";

const sentence = /^(\S+) depends on Γ directly and through (.+)$/u;

/** Whether a factor is a function, at values of its slow variables or not. */
const isTaken = ({ name, within: [body] }: Factor, of: string): boolean =>
  name === of || (name.startsWith("|") && body!.some(({ factors }) => factors.some((each) => isTaken(each, of))));

/**
 * ∂/∂z g(Γ, X*) = (∂g/∂z)|_{X = X*} + ∂X* /∂z · (∂g/∂X)|_{X = X*}, for a coordinate z of Γ. Asks for the hypothesis that g depends on
 * Γ in these two ways. Of several X one is moved at a time, the last first.
 */
export const chainAtConstant: Rule = {
  name: "chain rule at constant X",
  prepare({ hypothesis = "", of = "ρ" }, { declarations, words }, fresh) {
    const [, name, through = ""] = sentence.exec(words.get(hypothesis) ?? "") ?? [];
    if (name !== of) return { missing: `that ${of} depends on Γ directly and through slow variables, as a hypothesis` };
    const slow = through.split(/ and |, /u);
    return {
      uses: [hypothesis],
      rewrite({ name: derivative, labels, within: [body] }) {
        const only = body?.length === 1 && body[0]!.factors.length === 1 ? body[0]!.factors[0] : undefined;
        const variable = only?.name.startsWith("|") ? only.name.slice(1) : "";
        if (!derivative.startsWith("∂") || !isCoordinate(derivative.slice(1)) || !slow.includes(variable))
          return undefined;
        const [inner, value] = only!.within as [NonNullable<typeof body>, NonNullable<typeof body>];
        if (!inner[0]!.factors.some((each) => isTaken(each, of))) return undefined;
        const by = { name: derivative.slice(1), labels };
        const there = (sum: typeof inner) => evaluatedAt(sum, variable, value, declarations);
        const along = declarations.get(variable)!.rank > 0 ? [fresh()] : [];
        const moved = relabel(value, new Map(along.map((label) => ["·", label])));
        const slope = differentiate(inner, { name: variable, labels: along }, declarations);
        return [
          ...there(differentiate(inner, by, declarations)),
          ...bind(multiply(differentiate(moved, by, declarations), there(slope)), ...along),
        ];
      },
    };
  },
};
