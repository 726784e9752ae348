import { asTerm, inverse } from "../monomials/monomial.js";
import { labelOf } from "../notation/names.js";
import { monomials, tidy } from "../scalars/expand.js";
import { depends, polynomialIn } from "../scalars/polynomial.js";
import { substitute } from "../scalars/substitute.js";
import { minus, number, power, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import type { DeltaProblem } from "./read.js";

/** 1/c: of one monomial by its exponents, of a sum as a power. */
export const reciprocal = (of: Term): Term => {
  const all = monomials(of);
  return all.length === 1 ? asTerm(inverse(all[0]!)) : power(of, number(-1));
};

interface Line {
  readonly slope: Term;
  readonly rest: Term;
}

/** f = c x + rest, with c free of all variables. */
const lineIn = (f: Term, x: Term, variables: readonly Term[]): Line | undefined => {
  const polynomial = polynomialIn(f, [x]);
  if (!polynomial || polynomial.some(({ exponents: [degree] }) => degree! > 1)) return undefined;
  const [slope, rest] = [1, 0].map(
    (degree) => polynomial.find(({ exponents: [e] }) => e === degree)?.coefficient ?? zero,
  );
  return slope!.key === zero.key || depends(slope!, variables) ? undefined : { slope: slope!, rest: rest! };
};

/**
 * ∫ g δ(c x + b) dx = g(−b/c)/|c|: takes one δ and one variable away, if a δ is linear in a variable that has no ends and other δ are
 * left for the other variables.
 */
export const sifted = (problem: DeltaProblem): DeltaProblem | undefined => {
  const { deltas, variables, ends, weight, slopes } = problem;
  const enough = deltas.length > 1 || variables.length === 1;
  for (const f of enough ? deltas : [])
    for (const x of [...variables].reverse()) {
      const line = ends.has(labelOf(x)) ? undefined : lineIn(f, x, variables);
      if (!line) continue;
      const root = tidy(times(minus(line.rest), reciprocal(line.slope)));
      const at = (of: Term) => substitute(of, x, root);
      return {
        ...problem,
        deltas: deltas.filter((each) => each !== f).map((each) => tidy(at(each))),
        weight: line.slope.value ? times(number(line.slope.value.abs().inverse()), at(weight)) : at(weight),
        slopes: line.slope.value ? slopes : [...slopes, line.slope],
        variables: variables.filter((each) => each !== x),
      };
    }
  return undefined;
};

/** A problem with all linear δ taken away. */
export const siftedWholly = (problem: DeltaProblem): DeltaProblem => {
  const next = sifted(problem);
  return next ? siftedWholly(next) : problem;
};
