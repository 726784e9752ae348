import { expand, gather, type Monomial, productOf } from "../monomials/monomial.js";
import { number, one, power } from "../terms/build.js";
import type { Term } from "../terms/term.js";

/** What a core, or a scalar name, is worth in other names: Σᵢ θᵢpᵢ = ε^{−1/2} Π, m = m̂/ε. */
export type Dictionary = ReadonlyMap<string, Monomial>;

const raised = (of: Monomial, exponent: Monomial["coefficient"]): Monomial =>
  of.core.key === one.key
    ? expand(power(gather([of]), number(exponent)))[0]!
    : exponent.equals(1)
      ? of
      : { ...of, core: power(of.core, number(exponent)) };

/** A monomial with its names exchanged for those of the dictionary, until none of them is left. */
export const foldOne = (of: Monomial, dictionary: Dictionary): Monomial => {
  const known = dictionary.get(of.core.key);
  if (known) return foldOne(productOf({ ...of, core: one }, known), dictionary);
  const entry = [...of.powers].find(([key]) => dictionary.has(key));
  if (!entry) return of;
  const [key, { exponent }] = entry;
  const rest = new Map([...of.powers].filter(([other]) => other !== key));
  return foldOne(productOf({ ...of, powers: rest }, raised(dictionary.get(key)!, exponent)), dictionary);
};

/** The term multiplied out and told in the names of the dictionary. */
export const fold = (of: Term, dictionary: Dictionary): readonly Monomial[] =>
  expand(gather(expand(of).map((each) => foldOne(each, dictionary))));
