import Fraction from "fraction.js";
import { gather, type Monomial, powerOf, productOf } from "../monomials/monomial.js";
import { quotient } from "../scalars/divide.js";
import { monomials, tidy } from "../scalars/expand.js";
import { type NumberOf, numberOf } from "../scalars/number.js";
import { polynomialIn } from "../scalars/polynomial.js";
import { substitute } from "../scalars/substitute.js";
import { minus, number, one, plus, symbol, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { blocks, type Entries, inverseOf } from "./symmetric.js";

/** f = ½ (z − z₀)ᵀA(z − z₀) − K: A, z₀ and K. */
export interface Quadratic {
  readonly matrix: Entries;
  readonly inverse: Entries;
  readonly centre: readonly Term[];
  /** K, the height above the bottom. */
  readonly height: Term;
}

const half = number("1/2");

/** The matrix A of second derivatives, the slopes b at 0 and the value c at 0 of a polynomial of second degree. */
const coefficientsOf = (f: Term, variables: readonly Term[]) => {
  const polynomial = polynomialIn(f, variables);
  const degree = (exponents: readonly number[]) => exponents.reduce((sum, e) => sum + e, 0);
  if (!polynomial || polynomial.some(({ exponents }) => degree(exponents) > 2)) return undefined;
  const at = (...indices: readonly number[]): Term => {
    const wanted = variables.map((_, i) => indices.filter((j) => j === i).length).join();
    return polynomial.find(({ exponents }) => exponents.join() === wanted)?.coefficient ?? zero;
  };
  const matrix = variables.map((_, i) =>
    variables.map((__, j) => (i === j ? tidy(times(number(2), at(i, i))) : at(i, j))),
  );
  return { matrix, slopes: variables.map((_, i) => at(i)), value: at() };
};

/** Whether the first number on the diagonal is negative, as in δ(E − H). */
const isUpsideDown = (matrix: Entries): boolean =>
  (monomials(matrix[0]?.[0] ?? one)[0]?.coefficient ?? new Fraction(1)).compare(0) < 0;

const isNegative = ({ head, parts: [first], value }: Term): boolean =>
  (head === "number" ? value : head === "times" ? first!.value : undefined)?.compare(0) === -1;

/** E − V in place of −V + E. */
const positiveFirst = (of: Term): Term =>
  of.head === "plus" ? plus(...[...of.parts].sort((a, b) => Number(isNegative(a)) - Number(isNegative(b)))) : of;

/** The square completed: z₀ = −A⁻¹b, K = ½ bᵀA⁻¹b − c; undefined where f is no polynomial of second degree with a square of each variable. */
export const quadraticOf = (f: Term, variables: readonly Term[]): Quadratic | undefined => {
  const found = coefficientsOf(f, variables);
  if (!found || found.matrix.some((row, i) => row[i]!.key === zero.key)) return undefined;
  if (isUpsideDown(found.matrix)) return quadraticOf(tidy(minus(f)), variables);
  const { matrix, slopes, value } = found;
  const centre = variables.map(() => zero);
  const drops = blocks(matrix).map(({ rows, determinant, adjugate }) => {
    const moved = adjugate.map((row) => plus(...row.map((entry, b) => times(entry, slopes[rows[b]!]!))));
    for (const [a, i] of rows.entries()) centre[i] = quotient(minus(moved[a]!), determinant);
    return quotient(times(half, plus(...rows.map((i, a) => times(slopes[i]!, moved[a]!)))), determinant);
  });
  return { matrix, inverse: inverseOf(matrix), centre, height: positiveFirst(tidy(plus(...drops, minus(value)))) };
};

/** (2π)^{n/2}/Γ(n/2 + k) as a rational number, a power of π, and √2 for odd n. */
const constantOf = (
  n: number,
  k: number,
): { readonly rational: Fraction; readonly pi: number; readonly root: Fraction } => {
  const whole = Math.floor(n / 2);
  const odd = n % 2 === 1;
  let rational = new Fraction(2).pow(whole)!;
  for (let j = odd ? 0 : 1; j < whole + k; j++) rational = rational.div(odd ? new Fraction(2 * j + 1, 2) : j);
  return { rational, pi: whole, root: new Fraction(odd ? 2 : 1) };
};

/** Σ over the pairings of Π Cᵢⱼ: the moment ⟨yᵢ yⱼ …⟩ of a Gaussian with covariance C. */
const wick = ([first, ...rest]: readonly number[], C: Entries): Term => {
  if (first === undefined) return one;
  return plus(
    ...rest.flatMap((other, at) => {
      const entry = C[first]![other]!;
      return entry.key === zero.key
        ? []
        : [
            times(
              entry,
              wick(
                rest.filter((_, i) => i !== at),
                C,
              ),
            ),
          ];
    }),
  );
};

/** (2π)^{n/2}/Γ(n/2 + k) · c/√det A · K^{n/2 − 1 + k}: what the part of degree 2k of a weight gives. */
export interface Layer {
  readonly k: number;
  readonly moment: Term;
}

/**
 * The parts of ∫ g δ(½ yᵀA y − K) dⁿy = Σₖ (2π)^{n/2}/Γ(n/2 + k) ⟨g₂ₖ⟩ K^{n/2 − 1 + k}/√det A for K > 0, where g₂ₖ is the part of g of degree 2k about
 * the centre and ⟨…⟩ a Gaussian average with covariance A⁻¹; undefined where g is no polynomial.
 */
export const overEllipsoid = (
  weight: Term,
  variables: readonly Term[],
  { inverse, centre }: Quadratic,
): readonly Layer[] | undefined => {
  const shifted = variables.reduce((of, z, i) => substitute(of, z, plus(z, centre[i]!)), weight);
  const polynomial = polynomialIn(shifted, variables);
  return polynomial?.flatMap(({ exponents, coefficient }) => {
    const indices = exponents.flatMap((e, i) => Array<number>(e).fill(i));
    const moment = tidy(times(coefficient, wick(indices, inverse)));
    return indices.length % 2 === 1 || moment.key === zero.key ? [] : [{ k: indices.length / 2, moment }];
  });
};

/** n/2 − 1 + k. */
export const exponentOf = ({ k }: Layer, { matrix }: Quadratic): number => matrix.length / 2 - 1 + k;

/** (2π)^{n/2}/(Γ(n/2 + k) √det A) as a number. */
export const frontOf = ({ k }: Layer, { matrix }: Quadratic, value: NumberOf): number => {
  const { rational, pi, root } = constantOf(matrix.length, k);
  const volume = blocks(matrix).reduce((product, { determinant }) => product * numberOf(determinant, value), 1);
  return (Number(rational) * Math.PI ** pi * Math.sqrt(Number(root))) / Math.sqrt(volume);
};

/** √q · Π bᵉ, q a rational number. */
interface Front {
  readonly root: Fraction;
  readonly powers: readonly Monomial[];
}

/** aᵉ for a > 0 and 2e whole: a product name by name and its number apart, unless √(a²) = |a| is in it; anything else as a power. */
const raised = (of: Term, exponent: Fraction): Front => {
  const [only, ...more] = monomials(of);
  const isSafe = only && more.length === 0 && [...only.powers.values()].every(({ exponent: e }) => e.n % 2n === 1n);
  if (!isSafe) return { root: new Fraction(1), powers: [powerOf(of, exponent)] };
  const powers = [...only.powers.values()].map(({ base, exponent: e }) => powerOf(base, e.mul(exponent)));
  return { root: only.coefficient.pow(exponent.mul(2))!, powers };
};

/** √q as a rational number times the root of a whole number without square factors. */
const surd = (q: Fraction): Monomial => {
  let [rest, outside] = [q.n * q.d, 1n];
  for (let p = 2n; p * p <= rest && p < 1000n; p++)
    while (rest % (p * p) === 0n) [rest, outside] = [rest / (p * p), outside * p];
  const powers = rest === 1n ? new Map() : powerOf(number(new Fraction(rest)), new Fraction(1, 2)).powers;
  return { coefficient: new Fraction(outside).div(new Fraction(q.d)), powers, core: one };
};

const isPi = ({ head, name, parts: [base] }: Term): boolean => name === "π" || (head === "power" && base!.name === "π");
const isSurd = ({ head, parts: [base] }: Term): boolean => head === "power" && base!.head === "number";

/** Roots of numbers and π directly behind the number. */
const inOrder = (of: Term): Term => {
  if (of.head === "plus") return plus(...of.parts.map(inOrder));
  if (of.head !== "times") return of;
  const place = (part: Term) => (part.head === "number" ? 0 : isSurd(part) ? 1 : isPi(part) ? 2 : 3);
  return times(...[...of.parts].sort((a, b) => place(a) - place(b)));
};

/** The sum of the layers as a formula that holds for K > 0. */
export const summed = (layers: readonly Layer[], quadratic: Quadratic): Term => {
  const n = quadratic.matrix.length;
  const volumes = blocks(quadratic.matrix).map(({ determinant }) => raised(determinant, new Fraction(-1, 2)));
  const all = layers.flatMap((layer) => {
    const { rational, pi, root } = constantOf(n, layer.k);
    const fronts = [...volumes, raised(quadratic.height, new Fraction(n - 2 + 2 * layer.k, 2))];
    const roots = fronts.reduce((product, each) => product.mul(each.root), root);
    const numeric = surd(roots);
    const front = [powerOf(symbol("π"), new Fraction(pi)), ...fronts.flatMap(({ powers }) => powers)].reduce(
      productOf,
      {
        ...numeric,
        coefficient: numeric.coefficient.mul(rational),
      },
    );
    return monomials(layer.moment).map((each) => productOf(front, each));
  });
  return inOrder(gather(all));
};
