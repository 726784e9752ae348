import { finite } from "../checks.js";
import { PhysicsError } from "../errors.js";
import { inverseOfRows } from "../linalg/dense/dense-cholesky.js";
import { type Goodness, goodness } from "./chi-squared.js";
import { type Estimate, estimate, type ShownEstimate } from "./estimate.js";

/** A value at a place: an exact number, or one with its standard error. */
export interface Point {
  readonly x: number;
  readonly y: number | Estimate;
}

/** y ≈ Σ cⱼ fⱼ(x). */
export interface LinearFit extends Goodness {
  readonly coefficients: readonly ShownEstimate[];
  /** Covariances of the coefficients. */
  readonly covariance: readonly (readonly number[])[];
  /** The fitted value at x, with the error that the coefficients leave. */
  at(x: number): ShownEstimate;
}

const line: readonly ((x: number) => number)[] = [() => 1, (x) => x];

const checked = (points: readonly Point[], unknowns: number): void => {
  const places = new Set(points.map(({ x }) => finite("x of a point", x))).size;
  if (places <= unknowns)
    throw new PhysicsError("parameter", {
      what: `There are points at ${places} different places for ${unknowns} coefficients`,
      expected: `${unknowns + 1} or more`,
      remedy: "Add points, or fit fewer functions",
    });
};

const alike = (): never => {
  throw new PhysicsError("not-converged", {
    what: "Two of the fitted functions are the same at all points, or nearly so",
    expected: "functions that the points can tell apart",
    remedy: "Leave one of them out, or add points elsewhere",
  });
};

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The coefficients of y = Σ cⱼ fⱼ(x) by least squares, f = 1 and x unless told. Where every point has an error bar these are the weights, and χ² says whether
 *  the function is right; otherwise the scatter about the fit stands for the error bars, and χ² says nothing.
 *  @throws PhysicsError "parameter" with too few points or a value that is no number, "not-converged" where functions cannot be told apart */
export const linearFit = (
  points: readonly Point[],
  functions: readonly ((x: number) => number)[] = line,
): LinearFit => {
  checked(points, functions.length);
  const known = points.every(({ y }) => typeof y !== "number" && y.error > 0);
  const data = points.map(({ x, y }) => {
    const sigma = known ? (y as Estimate).error : 1;
    const value = finite(`y at ${x}`, typeof y === "number" ? y : y.mean);
    return { row: functions.map((f) => finite(`a function at ${x}`, f(x)) / sigma), y: value / sigma };
  });
  const normal = functions.map((_, i) =>
    functions.map((_, j) => data.reduce((sum, { row }) => sum + row[i] * row[j], 0)),
  );
  const inverse = inverseOfRows(normal) ?? alike();
  const solve = (of: (k: number) => number) => {
    const right = functions.map((_, i) => data.reduce((sum, { row }, k) => sum + row[i] * of(k), 0));
    return inverse.map((line) => dot(line, right));
  };
  const first = solve((k) => data[k].y);
  // Once more with what is left over, which removes the round-off of the normal equations.
  const correction = solve((k) => data[k].y - dot(data[k].row, first));
  const found = first.map((value, i) => value + correction[i]);
  const chi = data.reduce((sum, { row, y }) => sum + (y - dot(row, found)) ** 2, 0);
  const dof = points.length - functions.length;
  const covariance = inverse.map((line) => line.map((value) => (known ? value : (value * chi) / dof)));
  const coefficients = found.map((value, i) => estimate(value, Math.sqrt(covariance[i][i]), points.length));
  const at = (x: number) => {
    const row = functions.map((f) => f(x));
    const variance = dot(
      row,
      covariance.map((line) => dot(line, row)),
    );
    return estimate(dot(row, found), Math.sqrt(Math.max(variance, 0)), points.length);
  };
  return { ...goodness(known ? chi : dof, dof), coefficients, covariance, at };
};
