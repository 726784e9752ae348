import type { Declarations } from "../terms/declarations.js";
import { dependsOn } from "./dependence.js";
import { type Factor, factor, type Sum, single } from "./index-form.js";

/** ∫ … dΓ* of each term, with what does not depend on Γ and the sums over atoms and directions pulled out. */
export const integrated = (body: Sum, declarations: Declarations, name = "∫Γ"): Sum => {
  const within = (each: Factor) => dependsOn(each, "r", declarations) || dependsOn(each, "p", declarations);
  return body.map((monomial) => {
    const whole = factor(name, [], [single(...monomial.factors.filter(within))]);
    return { ...monomial, factors: [...monomial.factors.filter((each) => !within(each)), whole] };
  });
};
