import type { Declarations } from "../terms/declarations.js";
import type { Factor, Monomial, Sum } from "./index-form.js";
import { isPrime } from "./roots.js";

/** Whether i stands nowhere in a sum. */
export const isReal = (sum: Sum): boolean =>
  sum.every(({ factors }) => factors.every(({ name, within }) => name !== "i" && within.every(isReal)));

const factorIsPositive = (of: Factor, declarations: Declarations): boolean => {
  if (isPrime(of) || of.name === "π" || of.name === "∈") return true;
  if (of.name === "exp") return isReal(of.within[0]!);
  if (of.name === "^") return isPositive(of.within[0]!, declarations) && of.within.every(isReal);
  if (of.name === "∏") return isPositive(of.within[0]!, declarations);
  return declarations.get(of.name)?.positive === true;
};

/** Whether a term is larger than 0 by what its factors are declared to be. */
export const termIsPositive = ({ coefficient, factors }: Monomial, declarations: Declarations): boolean =>
  coefficient.compare(0) > 0 && factors.every((each) => factorIsPositive(each, declarations));

/** Whether a sum is larger than 0, as all of its terms are. */
export const isPositive = (sum: Sum, declarations: Declarations): boolean =>
  sum.length > 0 && sum.every((each) => termIsPositive(each, declarations));
