import Fraction from "fraction.js";
import { withNumbers } from "./roots.js";

/**
 * A scalar factor, written in components: its name, the labels of its index and directions, and the sums within it; to a rational
 * power. Of what is linear the body is the first of the sums.
 *
 * | name | labels | within | reads |
 * | --- | --- | --- | --- |
 * | X, X_1, X_ | index of X_, directions | | a component of what is declared; `X*` of a slow variable as phase function |
 * | • | variable | | the variable that an integral binds |
 * | # | index | | an index as a number |
 * | 𝟏 | two | | Kronecker's δ |
 * | ∂x | labels of x | body | ∂/∂x |
 * | ∫Γ, th | | body | ∫ … dΓ*, …ᵗʰ |
 * | ∫ | variable, its number of directions if it is a vector | body, from, to | ∫ … ds, bound by its first label |
 * | ∏ | index | body, from, to | ∏ₗ, bound by its label |
 * | ∈ | index | from, to | 1 where the index is between its ends, 0 elsewhere: Σ_{l=1}^M is Σₗ ∈ … |
 * | =0 | | argument | 1 where the argument, made of indices, is 0, and 0 elsewhere |
 * | 2, 3, 5, …, i, π | | | roots of primes, the imaginary unit, π |
 * | lim x | | body, target | the limit x → target |
 * | @𝓛 | index | body | what an operator makes of the body |
 * | e^𝓛 | | body, time | what e^{𝓛t} makes of it |
 * | \|x | | body, value | the body where x has the value, whose direction is "·" |
 * | δ0, δ1, exp, ln | | argument | functions of sums; δ1 is δ of a vector along "·"; the argument of an exp is one term |
 * | ^ | | base; base, exponent | a power that is not spread over its base, of a number by the exponent of the factor |
 */
export interface Factor {
  readonly name: string;
  readonly labels: readonly string[];
  readonly within: readonly Sum[];
  readonly exponent: Fraction;
}

/** q f₁ f₂ …, summed over the bound labels (atoms and directions). */
export interface Monomial {
  readonly coefficient: Fraction;
  readonly factors: readonly Factor[];
  readonly bound: readonly string[];
}

export type Sum = readonly Monomial[];

const unit = new Fraction(1);

export const factor = (name: string, labels: readonly string[] = [], within: readonly Sum[] = []): Factor => ({
  name,
  labels,
  within,
  exponent: unit,
});
export const single = (...factors: readonly Factor[]): Sum => [{ coefficient: unit, factors, bound: [] }];
export const constant = (value: Fraction | number): Sum =>
  new Fraction(value).equals(0) ? [] : [{ coefficient: new Fraction(value), factors: [], bound: [] }];

/** The sum with labels replaced throughout. */
export const relabel = (sum: Sum, to: ReadonlyMap<string, string>): Sum =>
  sum.map((monomial) => ({
    ...monomial,
    bound: monomial.bound.map((label) => to.get(label) ?? label),
    factors: monomial.factors.map((each) => ({
      ...each,
      labels: each.labels.map((label) => to.get(label) ?? label),
      within: each.within.map((inner) => relabel(inner, to)),
    })),
  }));

/** Kronecker's δ of two labels, which a sum over either of them takes away. */
export const kronecker = (a: string, b: string): Sum => (a === b ? constant(1) : single(factor("𝟏", [a, b])));

const contracted = (monomial: Monomial): Monomial => {
  const { bound, factors } = monomial;
  const found = factors.find(({ name, labels: [a, b] }) => name === "𝟏" && (bound.includes(a!) || bound.includes(b!)));
  if (!found) return monomial;
  const [a, b] = found.labels as [string, string];
  const [gone, kept] = bound.includes(b) ? [b, a] : [a, b];
  if (gone === kept) return monomial;
  const rest = {
    ...monomial,
    factors: factors.filter((each) => each !== found),
    bound: bound.filter((l) => l !== gone),
  };
  return contracted(relabel([rest], new Map([[gone, kept]]))[0]!);
};

/** The product of two sums, whose bound labels differ. */
export const multiply = (a: Sum, b: Sum): Sum =>
  a.flatMap((left) =>
    b.map((right) =>
      contracted(
        withNumbers({
          coefficient: left.coefficient.mul(right.coefficient),
          factors: [...left.factors, ...right.factors],
          bound: [...left.bound, ...right.bound],
        }),
      ),
    ),
  );

/** The sum over further bound labels. */
export const bind = (sum: Sum, ...labels: readonly string[]): Sum =>
  sum.map((monomial) => contracted({ ...monomial, bound: [...monomial.bound, ...labels] }));

/** Whether a factor binds its first label within. */
export const binds = ({ name }: Factor): boolean => name === "∫" || name === "∏";

/** A sum with each factor of its terms replaced by a sum. Bound labels are bound again when all factors are there. */
export const eachFactor = (sum: Sum, of: (each: Factor) => Sum): Sum =>
  sum.flatMap(({ coefficient, factors, bound }) =>
    bind(
      factors.reduce<Sum>((product, each) => multiply(product, of(each)), [{ coefficient, factors: [], bound: [] }]),
      ...bound,
    ),
  );

/** A term with equal names of one component collected to a power, so that t₀ t₀⁻¹ is 1. */
export const collected = (of: Monomial): Monomial => {
  const powers = new Map<string, Factor>();
  const others = of.factors.filter((each) => {
    if (each.within.length > 0) return true;
    const key = `${each.name}[${each.labels}]`;
    const before = powers.get(key);
    powers.set(key, before ? { ...each, exponent: before.exponent.add(each.exponent) } : each);
    return false;
  });
  return { ...of, factors: [...others, ...[...powers.values()].filter(({ exponent }) => !exponent.equals(0))] };
};

/** Whether a label stands anywhere in a factor. */
export const mentions = (of: Factor, label: string): boolean =>
  of.labels.includes(label) ||
  of.within.some((sum) => sum.some(({ factors }) => factors.some((f) => mentions(f, label))));
