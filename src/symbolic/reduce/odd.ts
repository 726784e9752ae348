import type { Monomial } from "../monomials/monomial.js";
import type { Term } from "../terms/term.js";

const oddOnes = (of: Term, odd: ReadonlySet<string>): number =>
  (odd.has(of.name) ? 1 : 0) + of.parts.reduce((sum, part) => sum + oddOnes(part, odd), 0);

/** Whether a monomial changes sign with the coordinates named; undefined where that cannot be read off. */
export const isOdd = ({ powers, core }: Monomial, odd: ReadonlySet<string>): boolean | undefined => {
  const all = [...powers.values()].filter(({ base }) => oddOnes(base, odd) > 0);
  if (all.some(({ base, exponent }) => base.head !== "symbol" || exponent.d !== 1n)) return undefined;
  const sum = all.reduce((total, { exponent }) => total + Number(exponent.s * exponent.n), oddOnes(core, odd));
  return Math.abs(sum) % 2 === 1;
};
