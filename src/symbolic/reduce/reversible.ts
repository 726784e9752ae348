import { expand } from "../monomials/monomial.js";
import type { Term } from "../terms/term.js";
import { isOdd } from "./odd.js";
import type { Scaling } from "./programme.js";

const changesSign = (of: Term, odd: ReadonlySet<string>): boolean => odd.has(of.name);

/**
 * Whether motion can be reversed: the rate of every even coordinate is odd, and that of every odd one even. Newton's equations of
 * atoms can; a magnetic force makes the rate of a momentum odd in part, and then they cannot.
 */
export const isReversible = ({ motion = [] }: Scaling, odd: ReadonlySet<string>): boolean =>
  motion.every(({ coordinate, rate }) =>
    expand(rate).every((part) => isOdd(part, odd) === !changesSign(coordinate, odd)),
  );
