import type { Declarations } from "../terms/declarations.js";
import { written } from "./canonical.js";
import { constant, type Factor, type Monomial, mentions, multiply, type Sum } from "./index-form.js";
import { termIsPositive } from "./positive.js";
import type { Rule } from "./rule.js";

const isVariable = (of: Factor, label: string): boolean => of.name === "•" && of.labels[0] === label;

const degree = ({ factors }: Monomial, label: string): number | undefined => {
  const touched = factors.filter((each) => mentions(each, label));
  if (!touched.every((each) => isVariable(each, label))) return undefined;
  return touched.reduce((sum, { exponent }) => sum + exponent.valueOf(), 0);
};

/** Whether a sum is of whole degrees from 0 on, all even or all odd, in a variable. */
const isParity = (sum: Sum, label: string, odd: 0 | 1): boolean =>
  sum.every((each) => {
    const of = degree(each, label);
    return of !== undefined && Number.isInteger(of) && of >= 0 && of % 2 === odd;
  });

/** e^{−c x²} with a c that is larger than 0 as declared. */
const isGaussian = ({ name, within: [body] }: Factor, label: string, declarations: Declarations): boolean => {
  const [only, ...more] = name === "exp" ? body! : [];
  if (!only || more.length > 0 || degree(only, label) !== 2) return false;
  const others = only.factors.filter((each) => !isVariable(each, label));
  return termIsPositive({ ...only, coefficient: only.coefficient.neg(), factors: others }, declarations);
};

/** Whether x → −x turns the sign of one term: an odd number of powers of x beside even functions of it. */
const isOdd = ({ factors }: Monomial, label: string): boolean => {
  const functions = factors.filter((each) => mentions(each, label) && !isVariable(each, label));
  const isEven = functions.every((each) => each.name === "exp" && isParity(each.within[0]!, label, 0));
  const powers = factors.filter((each) => isVariable(each, label));
  return isEven && isParity([{ coefficient: constant(1)[0]!.coefficient, factors: powers, bound: [] }], label, 1);
};

/** ∫₋ₐᵃ g dx = 0 of an odd g. Asks that the ends be opposite and, where they are infinite, that g contain a Gaussian that decays and no exponential that does not. */
export const oddOverInterval: Rule = {
  name: "odd over a symmetric interval",
  prepare: (_, { declarations }) => ({
    uses: [],
    rewrite({ name, labels: [label], within: [body, from, to] }) {
      if (name !== "∫" || written(from!) !== written(multiply(constant(-1), to!))) return undefined;
      const isInfinite = to!.some(({ factors }) => factors.some((each) => each.name === "∞"));
      const decays = ({ factors }: Monomial) => {
        const functions = factors.filter((each) => each.name === "exp" && mentions(each, label!));
        return functions.length > 0 && functions.every((each) => isGaussian(each, label!, declarations));
      };
      const vanishes = (each: Monomial) => isOdd(each, label!) && (!isInfinite || decays(each));
      return body!.every(vanishes) ? [] : undefined;
    },
  }),
};
