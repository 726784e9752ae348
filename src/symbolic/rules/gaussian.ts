import Fraction from "fraction.js";
import { exponential, exponentOf } from "./exponential.js";
import {
  bind,
  constant,
  type Factor,
  factor,
  type Monomial,
  mentions,
  multiply,
  relabel,
  type Sum,
  single,
} from "./index-form.js";
import { isWholeLine, type Line, lineOf } from "./over-line.js";
import { isPositive } from "./positive.js";
import { raised } from "./powers.js";
import { renamed } from "./renamed.js";
import { conditions, type Rule } from "./rule.js";

/** a and b of an exponent −ax² + bx; of a vector x, b along "·". */
interface Quadratic {
  readonly a: Sum;
  readonly b: Sum;
}

const times = ({ exponent }: Factor): number =>
  exponent.d === 1n && exponent.s > 0n ? Number(exponent.n) : Number.NaN;

const without = (term: Monomial, gone: readonly Factor[], free: readonly string[]): Monomial => ({
  ...term,
  factors: term.factors.filter((each) => !gone.includes(each)),
  bound: term.bound.filter((label) => !free.includes(label)),
});

/** The part of a term beside x, x², x · x, and how often x stands in it. */
const beside = (term: Monomial, { label, directions }: Line): readonly [number, Monomial] | undefined => {
  const found = term.factors.filter(({ name, labels }) => name === "•" && labels[0] === label);
  const degree = found.reduce((sum, each) => sum + times(each), 0);
  const along = new Set(found.map(({ labels }) => labels[1]!));
  const rest = without(term, found, directions ? [...along] : []);
  if (rest.factors.some((each) => mentions(each, label)) || !(degree === 1 || degree === 2)) return undefined;
  if (directions === undefined) return [degree, rest];
  const [direction, ...others] = along;
  const isShared = term.bound.includes(direction!) && others.length === 0;
  const standsElsewhere = rest.factors.some((each) => mentions(each, direction!));
  if (!isShared || standsElsewhere !== (degree === 1)) return undefined;
  return [degree, relabel([rest], new Map([[direction!, "·"]]))[0]!];
};

const quadratic = (exponent: Sum, line: Line): Quadratic | undefined => {
  const parts = exponent.map((term) => beside(term, line));
  if (parts.some((part) => part === undefined)) return undefined;
  const of = (degree: number) => parts.flatMap((part) => (part![0] === degree ? [part![1]] : []));
  return { a: multiply(constant(-1), of(2)), b: of(1) };
};

/** b · b, or b² of a scalar. */
const squared = (b: Sum, { directions }: Line, fresh: () => string): Sum => {
  if (directions === undefined) return multiply(b, renamed(b, fresh));
  const along = fresh();
  const there = relabel(b, new Map([["·", along]]));
  return bind(multiply(there, renamed(there, fresh)), along);
};

/**
 * ∫_{−∞}^∞ e^{−ax² + bx} dx = (π/a)^{1/2} e^{b²/4a}, and of a vector in d directions ∫e^{−a x · x + b · x} dᵈx = (π/a)^{d/2} e^{b · b/4a}:
 * the square is completed, and b may be imaginary. Asks that the integral run over the whole line and that a > 0 by declarations.
 */
export const gaussian: Rule = {
  name: "Gaussian integral",
  prepare(_, { declarations }, fresh) {
    const { lacks, missing } = conditions();
    return {
      uses: [],
      lacks,
      rewrite(of) {
        const line = lineOf(of);
        const [body] = of.within[0] ?? [];
        if (!line || !body || body.factors.some(({ name }) => name !== "exp")) return undefined;
        const form = quadratic(exponentOf(body), line);
        if (!form) return undefined;
        if (!isWholeLine(line)) return missing("an integral from −∞ to ∞");
        if (!isPositive(form.a, declarations)) return missing("a > 0 in e^{−ax² + bx}, as declared");
        const inverse = raised(form.a, constant(-1), declarations);
        const width = multiply(single(factor("π")), inverse);
        const height = raised(width, constant(new Fraction(line.directions ?? 1, 2)), declarations);
        const square = multiply(constant(new Fraction(1, 4)), multiply(squared(form.b, line, fresh), inverse));
        return multiply(height, exponential(square));
      },
    };
  },
};
