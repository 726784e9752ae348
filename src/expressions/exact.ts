/** The functions of the vocabulary from + − × ÷ √ and the bits of a number: the same on every machine, and as fit for vectors as for numbers. */

import { arithmetic, type Code, hold, negative, type Operand } from "./code.js";

/** The writing of one formula into code. */
const writer = (code: Code) => {
  const plus = (a: Operand, b: Operand) => arithmetic(code, "+", a, b);
  const minus = (a: Operand, b: Operand) => arithmetic(code, "-", a, b);
  const times = (a: Operand, b: Operand) => arithmetic(code, "*", a, b);
  const over = (a: Operand, b: Operand) => arithmetic(code, "/", a, b);
  const horner = (x: Operand, coefficients: readonly number[]) =>
    coefficients.reduceRight<Operand>((sum, c) => plus(c, times(x, sum)), 0);
  /** c₀ + c₁ x + c₂ x² + …, as (c₀ + c₂ x² + …) + x (c₁ + c₃ x² + …), of which a processor has both under way at once. */
  const series = (x: Operand, coefficients: readonly number[]) => {
    const square = times(x, x);
    const [even, odd] = [0, 1].map((parity) => coefficients.filter((_, n) => n % 2 === parity));
    return plus(horner(square, even), times(x, horner(square, odd)));
  };
  /** x to the next whole number, for |x| < 2⁵¹; in numbers as large as 3·2⁵¹ the last bit stands for 1. */
  const round = (x: Operand) => hold(code, "-", hold(code, "+", x, 3 * 2 ** 51), 3 * 2 ** 51);
  const pick = (condition: Operand, yes: Operand, no: Operand) => hold(code, "pick", condition, yes, no);
  const size = (x: Operand) => hold(code, "abs", x);
  /** The size of one number with the sign of another. */
  const signed = (amount: Operand, x: Operand) => pick(hold(code, "<", x, 0), negative(code, amount), amount);
  return { plus, minus, times, over, series, round, pick, size, signed };
};

const factorials = Array.from({ length: 21 }, (_, n) =>
  Array.from({ length: n }, (_, i) => i + 1).reduce((a, b) => a * b, 1),
);
/** 1/n! for n = from, from + step, …, below 21, with alternating signs if `sign` is −1. */
const overFactorials = (from: number, step: number, sign = 1): number[] =>
  factorials.filter((_, n) => n >= from && (n - from) % step === 0).map((f, i) => sign ** i / f);

/** ln 2 in two parts, of which the first has 21 zeros at its end, so that whole numbers times it are exact. */
const LN2 = [0.6931471803691238, 1.9082149292705877e-10] as const;
/** π in three parts, of which the first two have 20 zeros at their ends. */
const PI = [3.1415926534682512, 1.2154201012607932e-10, 4.044532497591901e-21] as const;
/** (sin r − r)/r³ in powers of r², with the least largest error relative to sin r for |r| ≤ π/2, 2.8e-19. */
const SINE = [
  -0.16666666666666666, 0.008333333333333194, -0.00019841269841209183, 2.7557319211130766e-6, -2.5052106872190443e-8,
  1.6058939674387517e-10, -7.642990650609301e-13, 2.7211659432681225e-15,
] as const;

/** x = k ln 2 + r with |r| ≤ ½ ln 2. */
const reduced = (code: Code, x: Operand) => {
  const { minus, times, round } = writer(code);
  const k = round(times(x, 1 / Math.LN2));
  return { k, r: minus(minus(x, times(k, LN2[0])), times(k, LN2[1])) };
};

/** eˣ, from 0 below −745 to ∞ above 709.7. */
const exp = (code: Code, x: Operand): Operand => {
  const { plus, minus, times, series } = writer(code);
  const held = hold(code, "greater", hold(code, "lesser", x, 710), -746);
  const { k, r } = reduced(code, held);
  const half = hold(code, "floor", times(k, 0.5));
  const power = plus(1, plus(r, times(times(r, r), series(r, overFactorials(2, 1).slice(0, 12)))));
  return times(times(power, hold(code, "twoTo", half)), hold(code, "twoTo", minus(k, half)));
};

/** eˣ − 1 for |x| ≤ 700, with all its digits near 0. */
const expm1 = (code: Code, x: Operand): Operand => {
  const { plus, minus, times, series } = writer(code);
  const { k, r } = reduced(code, x);
  const scale = hold(code, "twoTo", k);
  const small = plus(r, times(times(r, r), series(r, overFactorials(2, 1).slice(0, 12))));
  return plus(times(scale, small), minus(scale, 1));
};

/** ln x, with x = 2ᵏ(1 + f) and ln(1 + f) = f − f²/2 + s(f²/2 + R), s = f/(2 + f), R = 2s²/3 + 2s⁴/5 + … */
const log = (code: Code, x: Operand): Operand => {
  const { plus, minus, times, over, series, pick } = writer(code);
  const tiny = hold(code, "<", x, 2 ** -1022);
  const normal = pick(tiny, times(x, 2 ** 54), x);
  const k = minus(hold(code, "exponent", normal), pick(tiny, 54, 0));
  const f = minus(hold(code, "mantissa", normal), 1);
  const s = over(f, plus(2, f));
  const z = times(s, s);
  const square = times(times(0.5, f), f);
  const rest = times(
    z,
    series(
      z,
      Array.from({ length: 10 }, (_, i) => 2 / (2 * i + 3)),
    ),
  );
  const inner = plus(times(s, plus(square, rest)), times(k, LN2[1]));
  const value = plus(times(k, LN2[0]), minus(f, minus(square, inner)));
  const edge = pick(hold(code, ">=", x, 0), Number.NEGATIVE_INFINITY, Number.NaN);
  return pick(hold(code, ">", x, 0), pick(hold(code, "<", x, Number.POSITIVE_INFINITY), value, x), edge);
};

/** Sine of x + quarter·π/2: x + quarter·π/2 = kπ + r with |r| ≤ π/2, and sin r = r + r³ P(r²), turned over where k is odd. */
const circular =
  (quarter: number) =>
  (code: Code, x: Operand): Operand => {
    const { plus, minus, times, series, round } = writer(code);
    const k = round(plus(times(x, 1 / Math.PI), quarter / 2));
    const turns = minus(k, quarter / 2);
    const r = PI.reduce<Operand>((rest, part) => minus(rest, times(turns, part)), x);
    const half = times(k, 0.5);
    const sign = minus(1, times(4, minus(half, hold(code, "floor", half))));
    const z = times(r, r);
    return times(sign, plus(r, times(times(r, z), series(z, SINE))));
  };
const [sin, cos] = [circular(0), circular(1)];

/** arctan x: above tan π/8 in size by arctan((x − 1)/(x + 1)) + π/4, above 1 by π/2 − arctan(1/x). */
const atan = (code: Code, x: Operand): Operand => {
  const { plus, minus, times, over, series, pick, size, signed } = writer(code);
  const large = hold(code, ">", size(x), 1);
  const inside = pick(large, over(1, size(x)), size(x));
  const middle = hold(code, ">", inside, Math.SQRT2 - 1);
  const t = pick(middle, over(minus(inside, 1), plus(inside, 1)), inside);
  const z = times(t, t);
  const low = plus(
    t,
    times(
      t,
      times(
        z,
        series(
          z,
          Array.from({ length: 19 }, (_, i) => (-1) ** (i + 1) / (2 * i + 3)),
        ),
      ),
    ),
  );
  const angle = plus(pick(middle, Math.PI / 4, 0), low);
  return signed(pick(large, minus(Math.PI / 2, angle), angle), x);
};

/** The angle of the point (x, y) to the x axis: arctan |y/x| with the sign of y, taken from π where x < 0; 0 at the origin. */
const atan2 = (code: Code, y: Operand, x: Operand): Operand => {
  const { minus, over, pick, size, signed } = writer(code);
  const origin = hold(code, "and", hold(code, ">=", 0, size(x)), hold(code, ">=", 0, size(y)));
  const steep = pick(origin, 0, over(size(y), size(x)));
  const angle = atan(code, steep);
  return signed(pick(hold(code, "<", x, 0), minus(Math.PI, angle), angle), y);
};

const asin = (code: Code, x: Operand): Operand => {
  const { plus, minus, times, over } = writer(code);
  return atan(code, over(x, hold(code, "sqrt", times(minus(1, x), plus(1, x)))));
};

const acos = (code: Code, x: Operand): Operand => {
  const { plus, minus, times, over } = writer(code);
  return times(2, atan(code, hold(code, "sqrt", over(minus(1, x), plus(1, x)))));
};

const tanh = (code: Code, x: Operand): Operand => {
  const { plus, times, over, size, signed } = writer(code);
  const growth = expm1(code, times(2, hold(code, "lesser", size(x), 22)));
  return signed(over(growth, plus(growth, 2)), x);
};

/** ½(eᵃ − e⁻ᵃ) for a = |x|, below 1 from eᵃ − 1. */
const sinh = (code: Code, x: Operand): Operand => {
  const { plus, minus, times, over, pick, size, signed } = writer(code);
  const growth = expm1(code, hold(code, "lesser", size(x), 1));
  const near = plus(growth, over(growth, plus(growth, 1)));
  const far = minus(exp(code, size(x)), exp(code, negative(code, size(x))));
  return signed(times(0.5, pick(hold(code, "<", size(x), 1), near, far)), x);
};

const cosh = (code: Code, x: Operand): Operand => {
  const { plus, times } = writer(code);
  return times(0.5, plus(exp(code, x), exp(code, negative(code, x))));
};

/** ∛x from e^(ln|x|/3), made better by a step of Newton. */
const cbrt = (code: Code, x: Operand): Operand => {
  const { minus, times, over, pick, size, signed } = writer(code);
  const first = exp(code, over(log(code, size(x)), 3));
  const square = times(first, first);
  const better = minus(first, over(minus(first, over(size(x), square)), 3));
  const ordinary = hold(code, "and", hold(code, ">", size(x), 0), hold(code, "<", size(x), Number.POSITIVE_INFINITY));
  return pick(ordinary, signed(better, x), x);
};

/** aᵇ = e^(b ln a) for a > 0, of which |b ln a| times a rounding error is lost; for a < 0 NaN, as for powers that are not whole. */
const pow = (code: Code, a: Operand, b: Operand): Operand => exp(code, arithmetic(code, "*", b, log(code, a)));

const sign = (code: Code, x: Operand): Operand => {
  const { pick } = writer(code);
  return pick(hold(code, ">", x, 0), 1, pick(hold(code, "<", x, 0), -1, x));
};

const inverse =
  (of: (code: Code, x: Operand) => Operand) =>
  (code: Code, x: Operand): Operand =>
    arithmetic(code, "/", 1, of(code, x));

const tan = (code: Code, x: Operand): Operand => arithmetic(code, "/", sin(code, x), cos(code, x));

const functions: Readonly<Record<string, (code: Code, a: Operand, b: Operand) => Operand>> = {
  exp,
  log,
  sqrt: (code, x) => hold(code, "sqrt", x),
  cbrt,
  abs: (code, x) => hold(code, "abs", x),
  sign,
  corner: sign,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  sec: inverse(cos),
  csc: inverse(sin),
  cot: inverse(tan),
  sech: inverse(cosh),
  csch: inverse(sinh),
  coth: inverse(tanh),
  pow,
  atan2,
  floor: (code, x) => hold(code, "floor", x),
  mod: (code, a, b) =>
    arithmetic(code, "-", a, arithmetic(code, "*", b, hold(code, "floor", arithmetic(code, "/", a, b)))),
};

/** Code in which every function is made of primitives. Errors in units of the last place, measured: exp and log 1, sin and cos (|x| < 10⁶) 2,
 *  sinh, cosh, tanh, cbrt, atan and atan2 3, asin, acos and tan 5. */
export const exactCode = (): Code => ({
  instructions: [],
  memo: new Map(),
  call: (code, name, ...[a, b]) => functions[name](code, a, b),
});
