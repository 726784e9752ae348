/** Real roots of polynomials with rational coefficients, by Sturm's theorem: none is missed, and double ones are known as such. */

import Fraction from "fraction.js";

/** c₀ + c₁ x + …, the last not 0. */
export type Coefficients = readonly Fraction[];

const zero = new Fraction(0);

const trimmed = (p: Coefficients): Coefficients => {
  const last = p.findLastIndex((c) => !c.equals(0));
  return p.slice(0, last + 1);
};

export const at = (p: Coefficients, x: Fraction): Fraction => p.reduceRight((sum, c) => sum.mul(x).add(c), zero);
const slope = (p: Coefficients): Coefficients => p.slice(1).map((c, k) => c.mul(k + 1));

/** What is left of a after division by b. */
const remainder = (a: Coefficients, b: Coefficients): Coefficients => {
  let rest = [...a];
  while (rest.length >= b.length) {
    const share = rest.at(-1)!.div(b.at(-1)!);
    const shift = rest.length - b.length;
    rest = rest.map((c, k) => (k >= shift ? c.sub(share.mul(b[k - shift]!)) : c)).slice(0, -1);
  }
  return trimmed(rest);
};

/** p, p′ and the remainders with turned sign, each made small by a positive number; the last is the greatest common divisor of p and p′. */
const sturm = (p: Coefficients): readonly Coefficients[] => {
  const chain: Coefficients[] = [p, slope(p)];
  for (;;) {
    const rest = remainder(chain.at(-2)!, chain.at(-1)!);
    if (rest.length === 0) return chain;
    const size = rest.at(-1)!.abs();
    chain.push(rest.map((c) => c.neg().div(size)));
  }
};

/** How often the signs along the chain change at x. */
const changes = (chain: readonly Coefficients[], x: Fraction): number => {
  const signs = chain.map((p) => at(p, x).compare(0)).filter((sign) => sign !== 0);
  return signs.filter((sign, i) => i > 0 && sign * signs[i - 1]! < 0).length;
};

/** All roots lie within this of 0. */
const bound = (p: Coefficients): Fraction =>
  p
    .slice(0, -1)
    .map((c) => c.div(p.at(-1)!).abs())
    .reduce((most, c) => (c.compare(most) > 0 ? c : most), zero)
    .add(1);

/** Intervals (a, b] with one root each, in order. */
const isolated = (
  chain: readonly Coefficients[],
  a: Fraction,
  b: Fraction,
): readonly (readonly [Fraction, Fraction])[] => {
  const count = changes(chain, a) - changes(chain, b);
  if (count === 0) return [];
  if (count === 1) return [[a, b]];
  const middle = a.add(b).div(2);
  return [...isolated(chain, a, middle), ...isolated(chain, middle, b)];
};

/** A root as a number, and exactly where it is rational. */
export interface Root {
  readonly value: number;
  readonly exact: Fraction | undefined;
}

const HALVINGS = 70;

/** The root in an interval, by halving, and the rational number of small denominator that is one. */
const refined = (chain: readonly Coefficients[], [from, to]: readonly [Fraction, Fraction]): Root => {
  const [p] = chain as [Coefficients];
  let [a, b] = [from, to];
  for (let step = 0; step < HALVINGS && at(p, b).compare(0) !== 0; step++) {
    const middle = a.add(b).div(2);
    if (changes(chain, a) - changes(chain, middle) === 1) b = middle;
    else a = middle;
  }
  if (at(p, b).equals(0)) return { value: Number(b), exact: b };
  const value = Number(a.add(b).div(2));
  const near = new Fraction(value).simplify(1e-9);
  return { value, exact: near.compare(a) > 0 && near.compare(b) <= 0 && at(p, near).equals(0) ? near : undefined };
};

/** The different real roots in order, and those among them at which the slope vanishes, too. */
export const realRoots = (given: Coefficients): { readonly all: readonly Root[]; readonly double: readonly Root[] } => {
  const p = trimmed(given);
  if (p.length < 2) return { all: [], double: [] };
  const chain = sturm(p);
  const common = chain.at(-1)!;
  const range = bound(p);
  const all = isolated(chain, range.neg(), range).map((interval) => refined(chain, interval));
  return { all, double: common.length > 1 ? realRoots(common).all : [] };
};
