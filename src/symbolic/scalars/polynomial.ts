import type Fraction from "fraction.js";
import { gather, type Monomial } from "../monomials/monomial.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import { monomials } from "./expand.js";

/** A term of a polynomial: c · Π xᵢ^{eᵢ}, the exponents in the order of the variables. */
export interface PolynomialTerm {
  readonly exponents: readonly number[];
  readonly coefficient: Term;
}

const holds = (of: Term, keys: ReadonlySet<string>): boolean => [...positions(of)].some(([, { key }]) => keys.has(key));

const isCount = (exponent: Fraction): boolean => exponent.d === 1n && exponent.compare(0) >= 0;

/** Whether any of the variables occurs in a term. */
export const depends = (of: Term, variables: readonly Term[]): boolean =>
  holds(of, new Set(variables.map(({ key }) => key)));

/** A scalar as a polynomial in some variables, whose coefficients may hold all other names; undefined where it is none. */
export const polynomialIn = (of: Term, variables: readonly Term[]): readonly PolynomialTerm[] | undefined => {
  const keys = new Set(variables.map(({ key }) => key));
  const terms = new Map<string, { exponents: readonly number[]; parts: Monomial[] }>();
  for (const each of monomials(of)) {
    const others = [...each.powers].filter(([key]) => !keys.has(key));
    if (others.some(([, { base }]) => holds(base, keys)) || holds(each.core, keys)) return undefined;
    const found = variables.map(({ key }) => each.powers.get(key)?.exponent);
    if (found.some((exponent) => exponent && !isCount(exponent))) return undefined;
    const exponents = found.map((exponent) => Number(exponent ?? 0));
    const entry = terms.get(exponents.join()) ?? { exponents, parts: [] };
    entry.parts.push({ ...each, powers: new Map(others) });
    terms.set(exponents.join(), entry);
  }
  return [...terms.values()].map(({ exponents, parts }) => ({ exponents, coefficient: gather(parts) }));
};
