import Fraction from "fraction.js";
import type { Declarations } from "../terms/declarations.js";
import { constant, type Factor, factor, type Sum, single } from "./index-form.js";
import { isPositive } from "./positive.js";
import { primeFactors, withNumbers } from "./roots.js";

/** A number as an exponent; undefined for every other sum. */
const numberOf = (of: Sum): Fraction | undefined => {
  if (of.length === 0) return new Fraction(0);
  const [only] = of;
  return of.length === 1 && only!.factors.length === 0 && only!.bound.length === 0 ? only!.coefficient : undefined;
};

const ofOneTerm = ([only]: Sum, x: Fraction): Sum => {
  const { coefficient, factors } = only!;
  const powers = factors.map((each) => ({ ...each, exponent: each.exponent.mul(x) }));
  if (x.d === 1n) return [withNumbers({ coefficient: coefficient.pow(x)!, factors: powers, bound: [] })];
  const roots = primeFactors(coefficient).map((each) => ({ ...each, exponent: each.exponent.mul(x) }));
  return [withNumbers({ coefficient: new Fraction(1), factors: [...roots, ...powers], bound: [] })];
};

/** Whether a factor may be 0 for some atoms: a number of each atom that is not declared positive, as θᵢ. */
const mayVanish = ({ name, within }: Factor, declarations: Declarations): boolean => {
  if (name === "^") return within[0]!.some(({ factors }) => factors.some((each) => mayVanish(each, declarations)));
  const declared = declarations.get(name.replace(/_.*/u, "_"));
  return declared?.role === "atom" && declared.rank === 0 && declared.positive !== true;
};

/**
 * (a b …)ˣ = aˣ bˣ … of one term: for a whole x, and for every rational x where the factors are positive; else the power
 * stands. It stands too for x ≤ 0 where a factor may be 0, so that θᵢ/θᵢ is not 1.
 */
export const raised = (base: Sum, exponent: Sum, declarations: Declarations): Sum => {
  const x = numberOf(exponent);
  if (x === undefined) return single(factor("^", [], [base, exponent]));
  const isUnsafe = x.compare(0) <= 0 && base.some((term) => term.factors.some((each) => mayVanish(each, declarations)));
  if (isUnsafe) return single(factor("^", [], [base, exponent]));
  if (x.equals(0)) return constant(1);
  if (x.equals(1)) return base;
  const isOne = base.length === 1 && base[0]!.bound.length === 0 && (x.d === 1n || isPositive(base, declarations));
  return isOne ? ofOneTerm(base, x) : single({ ...factor("^", [], [base]), exponent: x });
};
