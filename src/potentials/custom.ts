import { whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { stream } from "../random/stream.js";
import { coordinates } from "./coordinates.js";
import { difference } from "./differences.js";
import type { Potential } from "./potential.js";
import { showPlain } from "./show/show.js";

/** A potential by functions of one point: its energy, and its force −∂V/∂q, which is returned as a list or written into `out`. */
export interface CustomFunctions {
  readonly dim: number;
  readonly energy: (q: Float64Array) => number;
  // biome-ignore lint/suspicious/noConfusingVoidType: a function that writes into its second argument returns nothing
  readonly force: (q: Float64Array, out: Float64Array) => ArrayLike<number> | void;
  /** Names of the coordinates; x, y, z or x1, x2, … unless told. */
  readonly variables?: readonly string[];
}

export interface CustomPotential extends Potential, Displayable {
  readonly variables: readonly string[];
}

const namesOf = ({ dim, variables = coordinates(dim) }: CustomFunctions): readonly string[] => {
  if (new Set(variables).size === dim && variables.length === dim) return variables;
  throw new PhysicsError("dimension", {
    what: `The variables are ${variables.join(", ") || "none"}`,
    expected: `${dim} different names, one for each coordinate`,
    remedy: "Leave variables out for the usual names",
  });
};

const wrongLength = (found: number, dim: number): never => {
  throw new PhysicsError("dimension", {
    what: `The force has ${found} numbers`,
    expected: `${dim}, one for each coordinate`,
    remedy: "Return a list such as [-2 * q[0]], or write into its second argument",
  });
};

/** The user's force over many points, of which it sees one at a time. */
const forceOf = ({ dim, force }: CustomFunctions): Potential["force"] => {
  return (q, out) => {
    for (let start = 0; start < q.length; start += dim) {
      const here = out.subarray(start, start + dim);
      const found = force(q.subarray(start, start + dim), here);
      if (!found || found === here) continue;
      if (found.length !== dim) wrongLength(found.length, dim);
      here.set(found);
    }
    return out;
  };
};

const disagree = (name: string, at: string, force: number, slope: number): never => {
  throw new PhysicsError("parameter", {
    what: `At ${at} the force along ${name} is ${force}, and −∂V/∂${name} by differences is ${Number(slope.toPrecision(6))}`,
    expected: "a force that is minus the gradient of the energy",
    remedy: `Check the sign and the factors of the component ${name}`,
  });
};

/** Holds the force against differences of the energy at a point, as far as these can be trusted; a point where V is not finite says nothing. */
const checkAt = (potential: CustomPotential, q: Float64Array): boolean => {
  const force = potential.force(q, new Float64Array(q.length));
  const slopes = potential.variables.map((_, i) => difference(potential.energy, q, i));
  if (!slopes.every(({ value }) => Number.isFinite(value))) return false;
  const size = Math.hypot(...slopes.map(({ value }) => value));
  for (const [i, { value, error }] of slopes.entries())
    if (!(Math.abs(force[i] + value) <= 1e-6 * size + error + 1e-9))
      disagree(potential.variables[i], `(${[...q].map((x) => Number(x.toPrecision(6))).join(", ")})`, force[i], -value);
  return true;
};

const nothingChecked = (): never => {
  throw new PhysicsError("non-finite", {
    what: "The energy is not finite wherever the force was to be checked",
    expected: "a point where it is",
    remedy: "Name points: { check: [[0.5, 1.5]] }",
  });
};

const wrongPoint = (found: number, dim: number): never => {
  throw new PhysicsError("dimension", {
    what: `A point to be checked has ${found} numbers`,
    expected: `${dim}, one for each coordinate`,
    remedy: "List a number for every coordinate",
  });
};

/** 32 points of the cube [−2, 2]ᵈ, always the same. */
const usualPoints = (dim: number): number[][] => {
  const { uniform } = stream("points where a force is checked");
  return Array.from({ length: 32 }, () => Array.from({ length: dim }, () => 4 * uniform() - 2));
};

/** A potential of one's own. With { check: true } its force is held against differences of its energy at 32 points of [−2, 2]ᵈ, or at the points listed.
 *  @throws PhysicsError "parameter" for a force that is not −∂V/∂q, with the point, the component and both values; "dimension", "non-finite" */
export const custom = (
  functions: CustomFunctions,
  { check = false }: { readonly check?: boolean | readonly (readonly number[])[] } = {},
): CustomPotential => {
  const { dim, energy } = functions;
  whole("dim", dim);
  const variables = namesOf(functions);
  const made: CustomPotential = {
    dim,
    variables,
    energy: (q) => energy(q.length === dim ? q : q.subarray(0, dim)),
    force: forceOf(functions),
    [display]: () => showPlain(made, "a function", variables),
  };
  if (check === false) return made;
  const points = check === true ? usualPoints(dim) : check;
  for (const { length } of points) if (length !== dim) wrongPoint(length, dim);
  if (points.filter((point) => checkAt(made, Float64Array.from(point))).length === 0) nothingChecked();
  return made;
};
