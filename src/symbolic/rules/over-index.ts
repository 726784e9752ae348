import Fraction from "fraction.js";
import type { Declarations } from "../terms/declarations.js";
import { exponential, exponentOf } from "./exponential.js";
import { bind, constant, factor, type Monomial, multiply, type Sum, single } from "./index-form.js";
import { isPositive } from "./positive.js";
import { isPrime, primeFactors } from "./roots.js";

/** An index that runs over the integers between its ends. */
export interface Run {
  readonly label: string;
  readonly from: Sum;
  readonly to: Sum;
}

/** 1 while the index runs, 0 beyond: Σ over the run is Σ over all with this factor, so that sums over other sets are told apart. */
export const running = ({ label, from, to }: Run): Sum => single(factor("∈", [label], [from, to]));

/** Σ over an index. */
export const summed = (body: Sum, run: Run): Sum => bind(multiply(body, running(run)), run.label);

const productOf = (body: Sum, { label, from, to }: Run): Sum => single(factor("∏", [label], [body, from, to]));

const isSplit = ({ coefficient, bound, factors }: Monomial, declarations: Declarations): boolean =>
  bound.length === 0 &&
  coefficient.compare(0) > 0 &&
  factors.every(
    (each) =>
      each.exponent.d === 1n ||
      isPrime(each) ||
      isPositive(single({ ...each, exponent: new Fraction(1) }), declarations),
  );

/** ∏ over an index: ∏ fg = ∏f ∏g, and ∏e^a = e^{Σa}. */
export const multiplied = (body: Sum, run: Run, declarations: Declarations): Sum => {
  const [only] = body;
  if (body.length !== 1 || !isSplit(only!, declarations)) return productOf(body, run);
  const powers = [...primeFactors(only!.coefficient), ...only!.factors.filter(({ name }) => name !== "exp")];
  const apart = powers.map((each): Sum => {
    const [whole] = productOf(single({ ...each, exponent: new Fraction(1) }), run);
    return [{ ...whole!, factors: whole!.factors.map((product) => ({ ...product, exponent: each.exponent })) }];
  });
  return [...apart, exponential(summed(exponentOf(only!), run))].reduce(multiply, constant(1));
};
