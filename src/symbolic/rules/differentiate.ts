import Fraction from "fraction.js";
import type { Declarations } from "../terms/declarations.js";
import { dependsOn, sumDependsOn } from "./dependence.js";
import { evaluatedAt } from "./evaluated-at.js";
import { constant, type Factor, factor, kronecker, type Monomial, multiply, type Sum, single } from "./index-form.js";
import { raised } from "./powers.js";

/** ∂/∂x with the labels of x: atom and direction. */
export interface By {
  readonly name: string;
  readonly labels: readonly string[];
}

/** Whether the value at which something is taken changes with a variable, or is that of this variable. */
const movesValue = (of: Factor, by: By, declarations: Declarations): boolean =>
  of.name === `|${by.name}` || sumDependsOn(of.within[1]!, by.name, declarations);

const inner = (of: Factor, by: By, declarations: Declarations): Sum => {
  const whole = single(of);
  const [argument] = of.within;
  if (of.name === "exp") return multiply(whole, differentiate(argument!, by, declarations));
  if (of.name === "ln")
    return multiply(raised(argument!, constant(-1), declarations), differentiate(argument!, by, declarations));
  if (of.name === "^" && of.within.length === 1) return differentiate(argument!, by, declarations);
  if (of.name.startsWith("|") && !movesValue(of, by, declarations))
    return evaluatedAt(differentiate(argument!, by, declarations), of.name.slice(1), of.within[1]!, declarations);
  return single(factor(`∂${by.name}`, by.labels, [whole]));
};

const oneFactor = (monomial: Monomial, at: number, by: By, declarations: Declarations): Sum => {
  const of = monomial.factors[at]!;
  if (!dependsOn(of, by.name, declarations)) return [];
  const others = {
    ...monomial,
    coefficient: monomial.coefficient.mul(of.exponent),
    factors: [
      ...monomial.factors.filter((_, i) => i !== at),
      ...(of.exponent.equals(1) ? [] : [{ ...of, exponent: of.exponent.sub(1) }]),
    ],
  };
  if ((of.name === by.name || of.name === `${by.name}_`) && of.labels.length === by.labels.length)
    return by.labels.reduce<Sum>((sum, label, i) => multiply(sum, kronecker(label, of.labels[i]!)), [others]);
  return multiply([others], inner({ ...of, exponent: new Fraction(1) }, by, declarations));
};

/** ∂/∂x of a sum by the product rule: (f g)′ = f′ g + f g′, (fⁿ)′ = n fⁿ⁻¹ f′, (e^g)′ = e^g g′, (ln g)′ = g′/g, ∂rᵢ/∂rⱼ = δᵢⱼ 1; what is taken at a value that does not move is differentiated before. */
export const differentiate = (sum: Sum, by: By, declarations: Declarations): Sum =>
  sum.flatMap((monomial) => monomial.factors.flatMap((_, at) => oneFactor(monomial, at, by, declarations)));
