import Fraction from "fraction.js";
import { asTerm, gather, inverse, type Monomial, productOf } from "../monomials/monomial.js";
import { number, plus, power, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { monomials, tidy } from "./expand.js";

const STEPS = 200;

/** Which of two monomials has the higher power of the name that comes first in the alphabet. */
const later = (a: Monomial, b: Monomial): number => {
  const names = [...new Set([...a.powers.keys(), ...b.powers.keys()])].sort();
  const zero = new Fraction(0);
  const differing = names.find(
    (name) => !(a.powers.get(name)?.exponent ?? zero).equals(b.powers.get(name)?.exponent ?? zero),
  );
  if (differing === undefined) return 0;
  return (b.powers.get(differing)?.exponent ?? zero).compare(a.powers.get(differing)?.exponent ?? zero);
};

const isPolynomial = (all: readonly Monomial[]): boolean =>
  all.every(({ powers }) => [...powers.values()].every(({ exponent }) => exponent.d === 1n && exponent.compare(0) > 0));

/** a/b of polynomials that divide without remainder. */
const exact = (a: Term, b: Term): Term | undefined => {
  const divisor = [...monomials(tidy(b))].sort(later);
  let rest = monomials(tidy(a));
  if (!isPolynomial(divisor) || !isPolynomial(rest)) return undefined;
  const found: Monomial[] = [];
  for (let step = 0; step < STEPS; step++) {
    const [first] = [...rest].sort(later);
    if (!first) return gather(found);
    const share = productOf(first, inverse(divisor[0]!));
    if (!isPolynomial([share])) return undefined;
    found.push(share);
    rest = monomials(tidy(plus(gather(rest), times(number(-1), asTerm(share), b))));
  }
  return undefined;
};

/** a/b, divided through where it can be without remainder. */
export const quotient = (a: Term, b: Term): Term => {
  const divisor = monomials(b);
  if (divisor.length === 1) return tidy(times(a, asTerm(inverse(divisor[0]!))));
  return exact(a, b) ?? tidy(times(tidy(a), power(tidy(b), number(-1))));
};
