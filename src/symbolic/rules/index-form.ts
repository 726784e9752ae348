import Fraction from "fraction.js";

/** A scalar factor, written in components: name, the labels of its atom and directions, and the sums within it; to a rational power. */
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

export const factor = (name: string, labels: readonly string[] = [], within: readonly Sum[] = []): Factor => ({
  name,
  labels,
  within,
  exponent: new Fraction(1),
});
export const single = (...factors: readonly Factor[]): Sum => [{ coefficient: new Fraction(1), factors, bound: [] }];
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
      contracted({
        coefficient: left.coefficient.mul(right.coefficient),
        factors: [...left.factors, ...right.factors],
        bound: [...left.bound, ...right.bound],
      }),
    ),
  );

/** The sum over further bound labels. */
export const bind = (sum: Sum, ...labels: readonly string[]): Sum =>
  sum.map((monomial) => contracted({ ...monomial, bound: [...monomial.bound, ...labels] }));
