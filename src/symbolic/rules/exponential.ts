import { factor, type Monomial, type Sum, single } from "./index-form.js";

/** e^{a + b + …} = e^a e^b …, by which what does not depend on a variable can be told from what does. */
export const exponential = (of: Sum): Sum => single(...of.map((term) => factor("exp", [], [[term]])));

/** The exponent of all exponentials of a term together: x a + … of (e^a)^x …. */
export const exponentOf = ({ factors }: Monomial): Sum =>
  factors.flatMap(({ name, within: [of], exponent }) =>
    name === "exp" ? of!.map((term) => ({ ...term, coefficient: term.coefficient.mul(exponent) })) : [],
  );
