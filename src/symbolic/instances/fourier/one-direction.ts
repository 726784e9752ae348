import type { Stream } from "../../../random/index.js";
import { text } from "../../notation/text.js";
import type { Equation } from "../../statements/equation.js";
import type { Term } from "../../terms/term.js";
import { exponential } from "./functions.js";
import { type Gaussian, integrated, isSharp, polynomial, times, valueAt, variables } from "./gaussian.js";
import { drawLine, type Line } from "./line.js";
import { type Polynomial, product, scaled, sum, variable } from "./polynomial.js";
import { gaussianOf } from "./value.js";

const isEndless = (of: Term): boolean => of.name === "∞" || of.parts.some(isEndless);

const isOfLine = (of: Term): boolean =>
  of.head === "product" || of.name === "Γx*" || (of.head === "integral" && of.parts.slice(1).every(isEndless));

const some = (of: Term, test: (part: Term) => boolean): boolean =>
  test(of) || of.parts.some((part) => some(part, test));

const isWider = (of: Term): boolean =>
  of.rank > 0 || of.sort === "operator" || (of.head === "phase" && of.name !== "Γx*");

/** Whether an equation speaks of one direction of momenta alone: Fourier integrals, and products over the M momenta. */
export const isOfOneDirection = ({ left, right }: Equation): boolean =>
  (some(left, isOfLine) || some(right, isOfLine)) && !some(left, isWider) && !some(right, isWider);

/** ∫ … φ with a Gaussian φ of the free variables: how distributions are compared. */
const weakly = (of: Gaussian, test: Gaussian, free: readonly string[]): Gaussian =>
  free.reduce(integrated, times(of, test));

const testOf = (free: readonly string[], stream: Stream): Gaussian =>
  exponential(
    polynomial(
      free.reduce<Polynomial>(
        (so, v) =>
          sum(
            so,
            sum(
              scaled(product(variable(v), variable(v)), [-0.4 - 0.3 * stream.uniform(), 0]),
              scaled(variable(v), [stream.uniform() - 0.5, 0]),
            ),
          ),
        new Map(),
      ),
    ),
  );

const sizeOf = ([re, im]: readonly [number, number]): number => Math.hypot(re, im);

interface Gap {
  readonly gap: number;
  readonly story: string;
}

const gapAt = (sides: Equation, [left, right]: readonly [Gaussian, Gaussian], line: Line, stream: Stream): Gap => {
  const values = new Map<string, number>();
  for (const v of line.characters.values()) values.set(v, 1.6 * stream.uniform() - 0.8);
  const [x, y] = [left, right].map((side) => valueAt(side, (v) => values.get(v)!)) as [
    [number, number],
    [number, number],
  ];
  const scale = Math.max(sizeOf(x), sizeOf(y), 1e-12);
  const [first, second] = [x, y].map(([re, im]) => `${re.toPrecision(6)} + ${im.toPrecision(3)}i`);
  return {
    gap: sizeOf([x[0] - y[0], x[1] - y[1]]) / scale,
    story: `M = ${line.masses.length} momenta of one direction: ${text(sides.left)} is ${first}, but ${text(sides.right)} is ${second}`,
  };
};

/** One instance: the relative difference of the sides of an equation of one direction, at random points or against a random Gaussian. */
export const alongOneDirection = (
  sides: Equation,
  definitions: readonly Equation[],
  stream: Stream,
  M: number,
): Gap => {
  const line = drawLine(stream.child(1), M, definitions);
  const [left, right] = [gaussianOf(sides.left, line), gaussianOf(sides.right, line)];
  if (!isSharp(left) && !isSharp(right)) return gapAt(sides, [left, right], line, stream.child(2));
  const free = [...new Set([...variables(left), ...variables(right)])].filter(
    (v) => ![...left, ...right].some(({ pending }) => pending.includes(v)),
  );
  const test = testOf(free, stream.child(3));
  return gapAt(sides, [weakly(left, test, free), weakly(right, test, free)], line, stream.child(2));
};
