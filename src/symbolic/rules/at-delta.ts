import type { Declarations } from "../terms/declarations.js";
import { constant, eachFactor, type Factor, type Monomial, type Sum, single } from "./index-form.js";
import { applied } from "./linear.js";
import { raised } from "./powers.js";
import type { Rule } from "./rule.js";
import { pinned } from "./through-delta.js";

const isStar = (value: Sum, name: string): boolean =>
  value.length === 1 && value[0]!.factors.length === 1 && value[0]!.factors[0]!.name === `${name}*`;

/** A factor beside Δ with X for X*, as far as it is a function of X*: not within what acts on Γ. */
const unstarred = (of: Factor, slow: readonly string[], declarations: Declarations): Sum => {
  const starred = slow.find((name) => of.name === `${name}*`);
  if (starred) return single({ ...of, name: starred });
  if (/^(exp|ln|\^)$/u.test(of.name))
    return single({
      ...of,
      within: of.within.map((sum) => sum.flatMap((each) => besideDelta(each, slow, declarations))),
    });
  const at = slow.find((name) => of.name === `|${name}` && isStar(of.within[1]!, name));
  if (!at) return single(of);
  const inner = of.within[0]!.flatMap((each) => besideDelta(each, slow, declarations));
  return raised(inner, constant(of.exponent), declarations);
};

const besideDelta = (of: Monomial, slow: readonly string[], declarations: Declarations): Sum =>
  eachFactor([of], (each) => unstarred(each, slow, declarations));

/** Whether a name stands in a factor, at any depth but under an integral over Γ of its own. */
const holds = (of: Factor, name: string): boolean =>
  of.name === name ||
  (!/^(∫Γ|th$)/u.test(of.name) &&
    of.within.some((sum) => sum.some(({ factors }) => factors.some((each) => holds(each, name)))));

/** ∫Δ g(X*) dΓ* = ∫Δ g(X) dΓ* of Δ = ∏ δ(X − X*), also of what stands before it: g(Γ*, X*). Asks that Δ be defined as this product, and stand alone. */
export const atDelta: Rule = {
  name: "Δ sets X* to X",
  prepare({ definition = "" }, from) {
    const found = pinned(definition, from);
    if (!found) return { missing: "Δ = δ(X − X*) of slow variables X, named as a definition" };
    const slow = found.slow.map(({ name }) => name);
    return {
      uses: [definition],
      rewrite(of) {
        const [body, ...more] = of.name.startsWith("∫Γ") ? of.within[0]! : [];
        const deltas = body?.factors.filter((each) => holds(each, found.name)) ?? [];
        const isBeside = deltas.length === 1 && deltas[0]!.name === found.name && deltas[0]!.exponent.equals(1);
        return isBeside && more.length === 0
          ? applied(of, besideDelta(body!, slow, from.declarations), from.declarations)
          : undefined;
      },
    };
  },
};
