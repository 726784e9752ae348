import { PhysicsError } from "../../../errors.js";
import {
  type Complex,
  coefficient,
  constant,
  derivative as derivativeOf,
  multiply,
  type Polynomial,
  parted,
  valueAt as polynomialAt,
  product as productOf,
  raised,
  scaled,
  substituted as substitutedIn,
  sum,
  variable,
  variablesOf,
} from "./polynomial.js";

/** δ⁽ⁿ⁾(a) of a linear a. */
export interface Delta {
  readonly of: Polynomial;
  readonly order: number;
}

/** polynomial · exp(quadratic) · Πδ⁽ⁿ⁾(linear), to be integrated over the variables that are still pending. */
export interface Part {
  readonly factor: Polynomial;
  readonly exponent: Polynomial;
  readonly deltas: readonly Delta[];
  readonly pending: string;
}

/** A sum of such parts: closed under +, ×, ∂, affine substitution and integration over all space. */
export type Gaussian = readonly Part[];

export const polynomial = (factor: Polynomial): Gaussian =>
  factor.size === 0 ? [] : [{ factor, exponent: new Map(), deltas: [], pending: "" }];
export const scalar = (re: number, im = 0): Gaussian => polynomial(constant(re, im));

const textOf = (of: Polynomial): string =>
  [...of]
    .map(([m, [re, im]]) => `${m}:${re.toPrecision(13)},${im.toPrecision(13)}`)
    .sort()
    .join(";");
const keyOf = ({ exponent, deltas, pending }: Part): string =>
  [textOf(exponent), ...deltas.map(({ of, order }) => `${order}${textOf(of)}`), pending].join("|");

const gathered = (parts: Gaussian): Gaussian => {
  if (parts.length < 2) return parts;
  const all = new Map<string, Part>();
  for (const part of parts) {
    const key = keyOf(part);
    const there = all.get(key);
    all.set(key, there ? { ...there, factor: sum(there.factor, part.factor) } : part);
  }
  return [...all.values()].filter(({ factor }) => factor.size > 0);
};

export const plus = (...all: readonly Gaussian[]): Gaussian => gathered(all.flat());

export const times = (a: Gaussian, b: Gaussian): Gaussian =>
  gathered(
    a.flatMap((x) =>
      b.map((y) => ({
        factor: productOf(x.factor, y.factor),
        exponent: x.exponent.size === 0 ? y.exponent : y.exponent.size === 0 ? x.exponent : sum(x.exponent, y.exponent),
        deltas: [...x.deltas, ...y.deltas],
        pending: x.pending + y.pending,
      })),
    ),
  );

const slope = ({ of }: Delta, v: string): Complex => coefficient(of, v);
const isZero = ([re, im]: Complex): boolean => re === 0 && im === 0;

/** ∂/∂v. */
export const derivative = (of: Gaussian, v: string): Gaussian =>
  gathered(
    of.flatMap((part) => {
      const within = sum(derivativeOf(part.factor, v), productOf(part.factor, derivativeOf(part.exponent, v)));
      const smooth = within.size > 0 ? [{ ...part, factor: within }] : [];
      const sharp = part.deltas.flatMap((delta, i) => {
        const c = slope(delta, v);
        const deltas = part.deltas.map((each, k) => (k === i ? { ...each, order: each.order + 1 } : each));
        return isZero(c) ? [] : [{ ...part, deltas, factor: scaled(part.factor, c) }];
      });
      return [...smooth, ...sharp];
    }),
  );

/** Affine functions in the place of variables, all at once. */
export const substituted = (of: Gaussian, by: ReadonlyMap<string, Polynomial>): Gaussian =>
  gathered(
    of.map((part) => ({
      ...part,
      factor: substitutedIn(part.factor, by),
      exponent: substitutedIn(part.exponent, by),
      deltas: part.deltas.map(({ of: linear, order }) => ({ of: substitutedIn(linear, by), order })),
    })),
  );

const sifted = (part: Part, v: string, i: number): Gaussian => {
  const { of: linear, order } = part.deltas[i]!;
  const [c] = coefficient(linear, v);
  const rest = sum(linear, scaled(variable(v), [-c, 0]));
  const others: Part = { ...part, deltas: part.deltas.filter((_, k) => k !== i) };
  let changed: Gaussian = [others];
  for (let n = 0; n < order; n++) changed = derivative(changed, v);
  const weight = (order % 2 === 0 ? 1 : -1) / (c ** order * Math.abs(c));
  const root = scaled(rest, [-1 / c, 0]);
  return times(substituted(changed, new Map([[v, root]])), scalar(weight));
};

const rootOf = ([re, im]: Complex): Complex => {
  const r = Math.hypot(re, im);
  const a = Math.sqrt((r + re) / 2);
  return [a, a === 0 ? Math.sqrt(r) : im / (2 * a)];
};
const inverse = ([re, im]: Complex): Complex => [re / (re * re + im * im), -im / (re * re + im * im)];

/** ∫vⁿ exp(av² + Lv)dv = √(π/−a) e^{−L²/4a} Σₖ n!/((n−2k)! k! 2ᵏ) (−1/2a)ᵏ (−L/2a)ⁿ⁻²ᵏ. */
const overGaussian = (part: Part, v: string): Part => {
  const a = coefficient(part.exponent, v + v);
  const linear = new Map<string, Complex>();
  const rest = new Map<string, Complex>();
  for (const [monomial, c] of part.exponent) {
    const [n, others] = parted(monomial, v);
    if (n === 0) rest.set(monomial, c);
    else if (n === 1) linear.set(others, c);
  }
  const spread = inverse([-2 * a[0], -2 * a[1]]);
  const mean = scaled(linear, spread);
  let factor: Polynomial = new Map();
  for (const [monomial, c] of part.factor) {
    const [n, others] = parted(monomial, v);
    let weight: Complex = c;
    for (let k = 0; 2 * k <= n; k++) {
      factor = sum(factor, productOf(new Map([[others, weight]]), raised(mean, n - 2 * k)));
      const next = ((n - 2 * k) * (n - 2 * k - 1)) / (2 * (k + 1));
      weight = multiply(multiply(weight, spread), [next, 0]);
    }
  }
  const width = rootOf(multiply([2 * Math.PI, 0], spread));
  const exponent = sum(rest, scaled(productOf(linear, linear), multiply(spread, [0.5, 0])));
  return { ...part, factor: scaled(factor, width), exponent };
};

const integratedPart = (part: Part, v: string): Gaussian => {
  const i = part.deltas.findIndex((delta) => !isZero(slope(delta, v)));
  if (i >= 0) return sifted(part, v, i);
  const [re, im] = coefficient(part.exponent, v + v);
  const steep = Math.max(...[...part.exponent.values()].map(([a, b]) => Math.hypot(a, b)), 0);
  if (Math.hypot(re, im) < 1e-12 * steep || steep === 0) return [{ ...part, pending: part.pending + v }];
  if (re > 0)
    throw new PhysicsError("expression", {
      what: "An integral over all space grows without bound",
      expected: "an integrand that decays",
      remedy: "Check the sign of the exponent",
    });
  return [overGaussian(part, v)];
};

/** ∫ … dv over all space; where it does not converge by itself, it waits for the integrals around it. */
export const integrated = (of: Gaussian, v: string): Gaussian => {
  const once = of.flatMap((part) => integratedPart(part, v));
  return gathered(
    once.flatMap((part) =>
      [...part.pending].reduce<Gaussian>(
        (so, waiting) =>
          so.flatMap((each) => {
            const ready = coefficient(each.exponent, waiting + waiting);
            return isZero(ready)
              ? [each]
              : integratedPart({ ...each, pending: each.pending.replace(waiting, "") }, waiting);
          }),
        [part],
      ),
    ),
  );
};

export const isSharp = (of: Gaussian): boolean => of.some(({ deltas, pending }) => deltas.length > 0 || pending !== "");

const expOf = ([re, im]: Complex): Complex => [Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im)];

/** The value at a point. */
export const valueAt = (of: Gaussian, point: (v: string) => number): Complex => {
  let [re, im] = [0, 0];
  for (const { factor, exponent } of of) {
    const [a, b] = multiply(polynomialAt(factor, point), expOf(polynomialAt(exponent, point)));
    re += a;
    im += b;
  }
  return [re, im];
};

/** The variables that stand in it. */
export const variables = (of: Gaussian): ReadonlySet<string> =>
  new Set(
    of.flatMap(({ factor, exponent, deltas }) =>
      [factor, exponent, ...deltas.map((delta) => delta.of)].flatMap((each) => [...variablesOf(each)]),
    ),
  );
