import { estimate, type ShownEstimate } from "../../estimate/estimate.js";
import { cholesky } from "../../linalg/dense/dense-cholesky.js";
import { text } from "../notation/index.js";
import { labelOf } from "../notation/names.js";
import { derivative } from "../scalars/derivative.js";
import { tidy } from "../scalars/expand.js";
import { type NumberOf, numberOf } from "../scalars/number.js";
import { depends } from "../scalars/polynomial.js";
import { substitute } from "../scalars/substitute.js";
import { integral, number, power, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import { exponentOf, frontOf, type Layer, overEllipsoid, type Quadratic, quadraticOf, summed } from "./ellipsoid.js";
import { integralTex, latex } from "./printing.js";
import type { DeltaProblem } from "./read.js";
import { refuse } from "./refuse.js";
import { exactSum, share, simpleRoots } from "./roots.js";
import { overPlaces, type Separation, separated } from "./separable.js";
import { siftedWholly } from "./sift.js";

/** What an integral over δ is: = closed, = ∫ … over K > 0, = Σ over roots. */
export interface Solution {
  /** How it was found. */
  readonly method: "sifting" | "ellipsoid" | "roots" | "turning points";
  /** The closed form, where there is one; of an ellipsoid it holds inside of `positive` > 0, and the integral is 0 outside. */
  readonly closed: Term | undefined;
  readonly positive: Term | undefined;
  /** The right side where there is no closed form. */
  readonly reduced?: { readonly tex: string; readonly text: string };
  readonly numeric: (value: NumberOf) => ShownEstimate;
}

const isNumeric = (of: Term): boolean =>
  [...positions(of)].every(([, { head, name }]) => head !== "symbol" || name === "π");

/** @throws PhysicsError "undefined-quantity" unless ½ yᵀA y grows in all directions */
const checkDefinite = ({ matrix }: Quadratic, value: NumberOf): void => {
  const numbers = matrix.flatMap((row) => row.map((entry) => numberOf(entry, value)));
  if (!cholesky(numbers, matrix.length))
    refuse(
      `The quadratic form with the matrix (${matrix.map((row) => row.map(text).join(", ")).join("; ")}) is not positive definite`,
      "a form that grows in all directions, whose shell is an ellipsoid",
      "The shell reaches to infinity: bound it, or check the signs",
    );
};

/** K = 0, where the shell shrinks to a point: its measure jumps for n = 2 and diverges for n = 1. */
const atBottom = (
  layers: readonly Layer[],
  quadratic: Quadratic,
  variables: readonly Term[],
  value: NumberOf,
): ShownEstimate => {
  if (layers.every((layer) => exponentOf(layer, quadratic) > 0)) return estimate(0, 0);
  const point = variables.map((z, i) => `${labelOf(z)} = ${numberOf(quadratic.centre[i]!, value)}`).join(", ");
  return refuse(
    `The argument of δ has a double root at ${point}: value and slope vanish there`,
    "simple roots, or a shell around that point",
    "Take a value above or below; at it the integral diverges or jumps",
  );
};

const ofEllipsoid = (quadratic: Quadratic, layers: readonly Layer[], variables: readonly Term[]): Solution => {
  const nothing: NumberOf = () => undefined;
  if (quadratic.matrix.every((row) => row.every(isNumeric))) checkDefinite(quadratic, nothing);
  const K = quadratic.height;
  const numeric = (value: NumberOf) => {
    checkDefinite(quadratic, value);
    const height = numberOf(K, value);
    if (height === 0) return atBottom(layers, quadratic, variables, value);
    if (height < 0) return estimate(0, 0);
    const part = (layer: Layer) =>
      frontOf(layer, quadratic, value) * numberOf(layer.moment, value) * height ** exponentOf(layer, quadratic);
    return estimate(
      layers.reduce((sum, layer) => sum + part(layer), 0),
      0,
    );
  };
  if (!isNumeric(K)) return { method: "ellipsoid", closed: summed(layers, quadratic), positive: K, numeric };
  const isEmpty = numberOf(K, nothing) <= 0 && numeric(nothing).mean === 0;
  return { method: "ellipsoid", closed: isEmpty ? zero : summed(layers, quadratic), positive: undefined, numeric };
};

const ofSifted = (weight: Term): Solution => ({
  method: "sifting",
  closed: tidy(weight),
  positive: undefined,
  numeric: (value) => estimate(numberOf(weight, value), 0),
});

const ofRoots = (f: Term, x: Term, { weight, ends }: DeltaProblem): Solution => {
  const range = ends.get(labelOf(x));
  const between = (value: NumberOf) => range?.map((end) => numberOf(end, value)) as [number, number] | undefined;
  const part = share(f, weight, x);
  const slope = derivative(f, x);
  const isClosed = isNumeric(substitute(f, x, number(1))) && (range ?? []).every(isNumeric);
  const roots = isClosed
    ? simpleRoots(
        f,
        x,
        () => undefined,
        between(() => undefined),
      )
    : undefined;
  const condition = `${text(f)} = 0`;
  return {
    method: "roots",
    closed: roots && exactSum(f, weight, x, roots),
    positive: undefined,
    reduced: {
      text: `Σ (${text(tidy(weight))})/|${text(slope)}| over ${condition}`,
      tex: `\\sum_{${latex(f)} = 0} \\frac{${latex(tidy(weight))}}{\\left|${latex(slope)}\\right|}`,
    },
    numeric: (value) => {
      const found = roots ?? simpleRoots(f, x, value, between(value));
      const at =
        (root: number): NumberOf =>
        (label) =>
          label === labelOf(x) ? root : value(label);
      return estimate(
        found.reduce((sum, { value: root }) => sum + numberOf(part, at(root)), 0),
        0,
      );
    },
  };
};

const ofTurningPoints = (separation: Separation): Solution => {
  const { places, quadratic, layers } = separation;
  const whole = places.reduce((of, x) => integral(labelOf(x), of), summed(layers, quadratic));
  const K = quadratic.height;
  return {
    method: "turning points",
    closed: undefined,
    positive: undefined,
    reduced: {
      text: `${text(whole)} over ${text(K)} > 0`,
      tex: integralTex(whole, `${latex(K)} > 0`),
    },
    numeric: (value) => {
      checkDefinite(quadratic, value);
      return overPlaces(separation, value);
    },
  };
};

const unsolved = ({ deltas, variables }: DeltaProblem): never =>
  refuse(
    `∫ ${deltas.map((f) => `δ(${text(f)})`).join(" ")} over ${variables.map(labelOf).join(", ")} is not known`,
    "δ of linear functions, and one δ of a quadratic form, of ½ yᵀA y + V(x) with at most three x, or of one variable",
    "Change variables, or leave some of them out",
  );

/** Divided by |c|, as √c² since the sign of c is not known. */
const divided = (solution: Solution, c: Term): Solution => {
  const size = power(power(power(c, number(2)), number("1/2")), number(-1));
  const { closed, reduced } = solution;
  return {
    ...solution,
    closed: closed && times(closed, size),
    ...(reduced && {
      reduced: { text: `${text(size)} ${reduced.text}`, tex: `${latex(size)} ${reduced.tex}` },
    }),
    numeric: (value) => {
      const slope = Math.abs(numberOf(c, value));
      if (slope === 0)
        return refuse(`${text(c)} is 0`, "an argument of δ that changes with its variable", "Take another value");
      const { mean, error, samples } = solution.numeric(value);
      return estimate(mean / slope, error / slope, samples);
    },
  };
};

const solvedWithin = (left: DeltaProblem): Solution => {
  const { deltas, variables, weight, ends } = left;
  const [f, ...more] = deltas;
  if (!f && variables.length === 0) return ofSifted(weight);
  if (!f || more.length > 0 || !depends(f, variables)) return unsolved(left);
  const isFree = !variables.some((x) => ends.has(labelOf(x)));
  const quadratic = isFree ? quadraticOf(f, variables) : undefined;
  const layers = quadratic && overEllipsoid(weight, variables, quadratic);
  if (quadratic && layers) return ofEllipsoid(quadratic, layers, variables);
  if (variables.length === 1) return ofRoots(f, variables[0]!, left);
  const separation = isFree ? separated(f, weight, variables) : undefined;
  return separation ? ofTurningPoints(separation) : unsolved(left);
};

/** What an integral over δ is. @throws PhysicsError "undefined-quantity" */
export const solved = (problem: DeltaProblem): Solution => {
  const left = siftedWholly(problem);
  return left.slopes.reduce(divided, solvedWithin(left));
};
