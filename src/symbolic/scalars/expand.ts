import { expand, gather, type Monomial } from "../monomials/monomial.js";
import { number, times } from "../terms/build.js";
import { rebuild } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";

const LARGEST = 12;

/** (a + b)ⁿ as (a + b) (a + b) …, for whole n, and powers of numbers as numbers. */
const opened = (of: Term): Term => {
  const parts = of.parts.map(opened);
  const [base, exponent] = parts;
  const n = of.head === "power" && exponent!.value ? Number(exponent!.value) : 0;
  if (Number.isInteger(n) && n > 1) {
    if (base!.head === "number") return number(base!.value!.pow(n)!);
    if (base!.head === "plus" && n <= LARGEST) return times(...Array<Term>(n).fill(base!));
  }
  return parts.length === 0 ? of : rebuild(of, parts);
};

/** A scalar as a sum of monomials, whole powers of sums multiplied out. */
export const monomials = (of: Term): readonly Monomial[] => expand(opened(of));

/** A scalar with products and whole powers multiplied out, and like terms added. */
export const tidy = (of: Term): Term => gather(monomials(of));
