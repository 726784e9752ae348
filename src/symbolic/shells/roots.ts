import Fraction from "fraction.js";
import { text } from "../notation/index.js";
import { labelOf } from "../notation/names.js";
import { compiled } from "../scalars/compile.js";
import { derivative } from "../scalars/derivative.js";
import { tidy } from "../scalars/expand.js";
import { type NumberOf, numberOf } from "../scalars/number.js";
import { polynomialIn } from "../scalars/polynomial.js";
import { substitute } from "../scalars/substitute.js";
import { number, plus, power, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { refuse } from "./refuse.js";
import { type Coefficients, type Root, realRoots } from "./sturm.js";

const PIECES = 4096;

const double = (f: Term, x: Term, root: number): never =>
  refuse(
    `δ(${text(f)}) has a double root at ${labelOf(x)} = ${Number(root.toPrecision(12))}, where the slope vanishes, too`,
    "simple roots",
    "The integral diverges there: change a parameter, or smear δ out",
  );

const halved = (f: (x: number) => number, from: number, to: number): number => {
  let [a, b] = [from, to];
  for (let step = 0; step < 100; step++) {
    const middle = 0.5 * (a + b);
    if (Math.sign(f(middle)) === Math.sign(f(a))) a = middle;
    else b = middle;
  }
  return 0.5 * (a + b);
};

const changesIn = (f: (x: number) => number, [from, to]: readonly [number, number]): readonly number[] => {
  const place = (i: number) => from + (i / PIECES) * (to - from);
  return Array.from({ length: PIECES }, (_, i) => [place(i), place(i + 1)] as const)
    .filter(([a, b]) => Math.sign(f(a)) !== Math.sign(f(b)))
    .map(([a, b]) => halved(f, a, b));
};

/** The roots of any smooth function between ends: its changes of sign on 4096 pieces; where it only touches 0, it has a double root. */
const scanned = (f: Term, x: Term, value: NumberOf, ends: readonly [number, number]): readonly Root[] => {
  const [of, slope] = [f, derivative(f, x)].map((each) => {
    const at = compiled(each, [x], value);
    return (place: number) => at([place]);
  }) as [(x: number) => number, (x: number) => number];
  const turns = changesIn(slope, ends);
  const size = Math.max(...turns.map((at) => Math.abs(of(at))), Math.abs(of(ends[0])), Math.abs(of(ends[1])));
  const touching = turns.find((at) => Math.abs(of(at)) < 1e-12 * size);
  if (touching !== undefined) double(f, x, touching);
  return changesIn(of, ends).map((root) => ({ value: root, exact: undefined }));
};

const coefficientsOf = (f: Term, x: Term, value: NumberOf): Coefficients | undefined => {
  const polynomial = polynomialIn(f, [x]);
  if (!polynomial) return undefined;
  const highest = Math.max(...polynomial.map(({ exponents: [e] }) => e!));
  return Array.from({ length: highest + 1 }, (_, k) => {
    const coefficient = polynomial.find(({ exponents: [e] }) => e === k)?.coefficient;
    if (!coefficient) return new Fraction(0);
    return coefficient.value ?? new Fraction(numberOf(coefficient, value));
  });
};

const endless: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The simple roots of f between ends. @throws PhysicsError "undefined-quantity" at a double root, and for what is no polynomial without ends */
export const simpleRoots = (f: Term, x: Term, value: NumberOf, ends = endless): readonly Root[] => {
  const coefficients = coefficientsOf(f, x, value);
  const isInside = ({ value: root }: Root) => root > ends[0] && root < ends[1];
  if (!coefficients) {
    if (!Number.isFinite(ends[1] - ends[0]))
      refuse(
        `${text(f)} is no polynomial in ${labelOf(x)}`,
        "ends between which its roots are looked for",
        `Write ∫_{−5}^{5} … d${labelOf(x)}`,
      );
    return scanned(f, x, value, ends);
  }
  const { all, double: twice } = realRoots(coefficients);
  const touching = twice.find(isInside);
  if (touching) double(f, x, touching.value);
  const atEnd = all.find(({ value: root }) => ends.includes(root));
  if (atEnd)
    refuse(
      `δ(${text(f)}) has a root at the end ${labelOf(x)} = ${atEnd.value} of the integral`,
      "roots between the ends",
      "Move the end",
    );
  return all.filter(isInside);
};

/** g/|f′| as a formula of the root. */
export const share = (f: Term, weight: Term, x: Term): Term =>
  times(weight, power(power(power(derivative(f, x), number(2)), number("1/2")), number(-1)));

/** Σ g(xᵢ)/|f′(xᵢ)| exactly, where all roots are rational numbers. */
export const exactSum = (f: Term, weight: Term, x: Term, roots: readonly Root[]): Term | undefined => {
  if (roots.some(({ exact }) => exact === undefined)) return undefined;
  const slope = derivative(f, x);
  const parts = roots.map(({ exact }) => {
    const at = (of: Term) => tidy(substitute(of, x, number(exact!)));
    const steep = at(slope).value;
    return steep && times(at(weight), number(steep.abs().inverse()));
  });
  return parts.every((part) => part !== undefined) ? tidy(plus(...parts)) : undefined;
};
