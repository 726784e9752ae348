import { factored } from "../../../src/linalg/tridiagonal/tridiagonal-factor.js";
import { solveTridiagonal } from "../../../src/linalg/tridiagonal/tridiagonal-solve.js";
import type { Prepare } from "./serve.js";

interface Parameters {
  readonly cells: number;
  readonly repeats: number;
  readonly dt: number;
  readonly rate: number;
}

/** 1 − dt 𝓛 of a chain of cells, and a right-hand side. */
const problemOf = ({ cells, dt, rate }: Parameters) => {
  const right = Float64Array.from({ length: cells - 1 }, (_, i) => dt * rate * (1 + 0.5 * Math.sin(i)));
  const left = Float64Array.from({ length: cells - 1 }, (_, i) => dt * rate * (1 + 0.25 * Math.cos(i)));
  const diagonal = Float64Array.from({ length: cells }, (_, i) => 1 + (right[i] ?? 0) + (left[i - 1] ?? 0));
  const matrix = { lower: right.map((value) => -value), diagonal, upper: left.map((value) => -value) };
  return { matrix, x: diagonal.map((_, i) => 1 + 0.5 * Math.sin(i / 10)) };
};

/** The solution; each of the repetitions is a step of its own from the same x. */
export const implicitStep: Prepare<Parameters> = (parameters) => {
  const { matrix, x } = problemOf(parameters);
  const y = new Float64Array(x.length);
  return () => {
    for (let i = 0; i < parameters.repeats; i++) solveTridiagonal(matrix, x, y);
    return y;
  };
};

export const factoredStep: Prepare<Parameters> = (parameters) => {
  const { matrix, x } = problemOf(parameters);
  const y = new Float64Array(x.length);
  const solve = factored(matrix);
  return () => {
    for (let i = 0; i < parameters.repeats; i++) solve(x, y);
    return y;
  };
};
