import Fraction from "fraction.js";
import { atoms, dot, exp, ln, number, one, outer, plus, power, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";

/** c · Π bᵉ · core: a rational number, powers of scalar names, and what cannot be taken apart (a vector, a sum over atoms). */
export interface Monomial {
  readonly coefficient: Fraction;
  /** By the key of the base. */
  readonly powers: ReadonlyMap<string, { readonly base: Term; readonly exponent: Fraction }>;
  readonly core: Term;
}

const unit: Monomial = { coefficient: new Fraction(1), powers: new Map(), core: one };

const multiplied = (a: Monomial["powers"], b: Monomial["powers"]): Monomial["powers"] => {
  const all = new Map(a);
  for (const [key, { base, exponent }] of b) {
    const sum = exponent.add(all.get(key)?.exponent ?? 0);
    if (sum.equals(0)) all.delete(key);
    else all.set(key, { base, exponent: sum });
  }
  return all;
};

const joined = (a: Monomial, b: Monomial, join: (a: Term, b: Term) => Term): Monomial => ({
  coefficient: a.coefficient.mul(b.coefficient),
  powers: multiplied(a.powers, b.powers),
  core: join(a.core, b.core),
});
const product = (a: Monomial, b: Monomial): Monomial =>
  joined(a, b, (x, y) => (x.key === one.key ? y : y.key === one.key ? x : times(...[x, y].sort(byKey))));
const byKey = (a: { readonly key: string }, b: { readonly key: string }) =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** a · b, of vectors in one order. */
const contracted = (a: Term, b: Term): Term => (a.rank === 1 && b.rank === 1 && b.key < a.key ? dot(b, a) : dot(a, b));

const base = (of: Term): Monomial => ({
  ...unit,
  powers: new Map([[of.key, { base: of, exponent: new Fraction(1) }]]),
});
const core = (of: Term): Monomial => ({ ...unit, core: of });

/** Whether a root can be taken of each power by itself: not of a², whose root is |a|. */
const hasRoots = ({ coefficient, powers }: Monomial): boolean =>
  coefficient.equals(1) && [...powers.values()].every(({ exponent }) => exponent.d !== 1n || exponent.n % 2n !== 0n);

/** (Π bᵉ)ˣ = Π bᵉˣ, for a whole x or where roots can be taken. */
const raised = (of: Monomial, exponent: Fraction): Monomial | undefined =>
  of.core.key === one.key && (exponent.d === 1n || hasRoots(of))
    ? {
        coefficient: of.coefficient.equals(1) ? of.coefficient : of.coefficient.pow(exponent)!,
        powers: new Map(
          [...of.powers].map(([key, { base, exponent: e }]) => [key, { base, exponent: e.mul(exponent) }]),
        ),
        core: one,
      }
    : undefined;

/** Whether the name of an atom, i, occurs free in a term. */
export const mentions = (of: Term, index: string): boolean =>
  of.head === "symbol" && of.name === index
    ? true
    : of.head === "atoms" && of.name === index
      ? false
      : of.parts.some((part) => mentions(part, index));

const raise = (base: Term, exponent: Fraction): Term => (exponent.equals(1) ? base : power(base, number(exponent)));

const coreOf = ({ core }: Monomial): readonly Term[] => (core.key === one.key ? [] : [core]);

const indicates = ({ base }: { readonly base: Term }): boolean => base.name.startsWith("θ");

/** Σᵢ of a monomial: what does not depend on i goes in front; θᵢ² = θᵢ, and two indicators never hold at once. */
const summed = (index: string, of: Monomial): readonly Monomial[] => {
  const within = [...of.powers.values()].filter(({ base }) => mentions(base, index));
  if (within.filter(indicates).length > 1) return [];
  const outside = new Map([...of.powers].filter(([, { base }]) => !mentions(base, index)));
  const factors = within
    .map(({ base, exponent }) =>
      raise(base, indicates({ base }) && exponent.compare(0) > 0 ? new Fraction(1) : exponent),
    )
    .sort(byKey);
  return [{ coefficient: of.coefficient, powers: outside, core: atoms(index, times(...factors, ...coreOf(of))) }];
};

/** A term as a sum of monomials: products multiplied out, sums over atoms taken term by term. */
export const expand = (of: Term): readonly Monomial[] => {
  const [first, second] = of.parts;
  const pairs = (join: (a: Monomial, b: Monomial) => Monomial) =>
    expand(first!).flatMap((a) => expand(second!).map((b) => join(a, b)));
  switch (of.head) {
    case "number":
      return of.value!.equals(0) ? [] : [{ ...unit, coefficient: of.value! }];
    case "symbol":
      return [of.rank === 0 ? base(of) : core(of)];
    case "plus":
      return of.parts.flatMap(expand);
    case "times":
      return of.parts.reduce<readonly Monomial[]>(
        (sum, part) => sum.flatMap((a) => expand(part).map((b) => product(a, b))),
        [unit],
      );
    case "power": {
      const alone = expand(first!);
      const whole = alone.length === 1 && second!.head === "number" ? raised(alone[0]!, second!.value!) : undefined;
      return [whole ?? base(of)];
    }
    case "dot":
      return pairs((a, b) => joined(a, b, contracted));
    case "outer":
      return pairs((a, b) => joined(a, b, outer));
    case "atoms":
      return expand(first!).flatMap((each) => summed(of.name, each));
    case "exp":
      return [base(exp(collect(first!)))];
    case "ln":
      return [base(ln(collect(first!)))];
    default:
      return [core(of)];
  }
};

/** A monomial as a term. */
export const asTerm = ({ coefficient, powers, core }: Monomial): Term => {
  const numeric = coefficient.equals(1) ? [] : [number(coefficient)];
  const scalars = [...powers.values()]
    .sort((a, b) => byKey(a.base, b.base))
    .map(({ base, exponent }) => raise(base, exponent));
  return times(...numeric, ...scalars, ...coreOf({ coefficient, powers, core }));
};

/** Equal up to the number in front. */
const kind = ({ powers, core }: Monomial): string =>
  [...powers]
    .map(([key, { exponent }]) => `${key}^${exponent.toFraction()}`)
    .sort()
    .concat(core.key)
    .join(" ");

/** The sum of monomials as a term, like ones added. */
export const gather = (monomials: readonly Monomial[]): Term => {
  const kinds = new Map<string, Monomial>();
  for (const each of monomials) {
    const before = kinds.get(kind(each));
    kinds.set(kind(each), before ? { ...each, coefficient: each.coefficient.add(before.coefficient) } : each);
  }
  return plus(...[...kinds.values()].filter(({ coefficient }) => !coefficient.equals(0)).map(asTerm));
};

/** A term with products multiplied out and like terms added. */
export const collect = (of: Term): Term => gather(expand(of));

/** a b of monomials. */
export const productOf = product;

/** 1/a of a monomial without a core. */
export const inverse = ({ coefficient, powers }: Monomial): Monomial => ({
  coefficient: coefficient.inverse(),
  powers: new Map([...powers].map(([key, { base, exponent }]) => [key, { base, exponent: exponent.neg() }])),
  core: one,
});

/** bᵉ as a monomial. */
export const powerOf = (base: Term, exponent: Fraction): Monomial => ({
  ...unit,
  powers: exponent.equals(0) ? new Map() : new Map([[base.key, { base, exponent }]]),
});
