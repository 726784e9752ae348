import type { Complexes } from "../../linalg/dense/complexes.js";
import { add, dot, type LinearMap } from "../../linalg/krylov/krylov.js";
import { largestModes } from "../../linalg/krylov/krylov-schur.js";
import type { PhaseOperator } from "./phase-operator.js";

/** An eigenvector c of length 1, with its eigenvalue −(rate + i frequency). */
export interface PhaseMode {
  readonly rate: number;
  readonly frequency: number;
  readonly vector: Complexes;
  /** |𝓛c + (rate + i frequency) c| over the size of the eigenvalue. */
  readonly residual: number;
}

/** Takes from a vector its part along the rest state. */
export const withoutRest =
  (rest: Float64Array) =>
  (c: Float64Array): void =>
    add(c, -dot(rest, c), rest);

/** A real vector for a mode that does not turn. */
const straightened = ({ re, im }: Complexes, frequency: number): Complexes => {
  if (frequency !== 0) return { re, im };
  const part = dot(re, re) >= dot(im, im) ? re : im;
  const length = Math.sqrt(dot(part, part));
  return { re: part.map((value) => value / length), im: new Float64Array(part.length) };
};

/** A frequency that is rounding beside the rate is none. */
const turning = (rate: number, frequency: number): number =>
  Math.abs(frequency) < 1e-9 * Math.abs(rate) ? 0 : frequency;

/** The rest state and the modes whose eigenvalues are smallest: the largest of 𝓛⁻¹, θ, whose rate is −Re 1/θ and whose frequency −Im 1/θ. */
const slowest = (operator: PhaseOperator, count: number): PhaseMode[] => {
  const { rest, size } = operator;
  const still = { rate: 0, frequency: 0, residual: 0, vector: { re: rest, im: new Float64Array(size) } };
  if (count === 1) return [still];
  const project = withoutRest(rest);
  const inverse = operator.inverse();
  const map: LinearMap = (b, out) => {
    inverse(b, out);
    project(out);
  };
  const found = largestModes(map, size, Math.min(count - 1, size - 1), project).map(({ re, im, vector, residual }) => {
    const square = re * re + im * im;
    const [rate, frequency] = [-re / square, turning(re, im) / square];
    return { rate, frequency, residual, vector: straightened(vector, frequency) };
  });
  return [still, ...found];
};

/** cᴴ 𝓛 c of a unit vector. */
const quotientOf = ({ apply, size }: PhaseOperator, { re, im }: Complexes): readonly [number, number] => {
  const [a, b] = [new Float64Array(size), new Float64Array(size)];
  apply(re, a);
  apply(im, b);
  return [dot(re, a) + dot(im, b), dot(re, b) - dot(im, a)];
};

/** The modes whose eigenvalues lie nearest to ± i frequency: the largest of Re (𝓛 − i frequency)⁻¹, read from their vectors. [parlett-saad-1987] */
const nearest = (operator: PhaseOperator, count: number, frequency: number): PhaseMode[] =>
  largestModes(operator.near({ re: 0, im: frequency }), operator.size, count).map(({ vector, residual }) => {
    const [re, im] = quotientOf(operator, vector);
    const own = turning(re, -im);
    return { rate: -re, frequency: own, residual, vector: straightened(vector, own) };
  });

/** The `count` modes nearest to rest, or to a frequency; one more where a conjugate pair would be torn. @throws PhysicsError "not-converged" */
export const phaseModes = (operator: PhaseOperator, count: number, frequency: number | undefined): PhaseMode[] =>
  frequency === undefined ? slowest(operator, count) : nearest(operator, count, frequency);
