import type { MathNode, OperatorNode } from "mathjs";
import { PhysicsError } from "../errors.js";
import { type Names, type Sweep, sweep } from "../expressions/compile.js";
import { parse } from "../expressions/parse.js";
import { comparisons, logic } from "../expressions/vocabulary.js";
import type { Potential } from "../potentials/potential.js";
import { coresOf } from "./cores.js";

/** Two regions between which hops are counted, as conditions: { from: "x < -0.9", to: "x > 0.9" }. */
export interface Cores {
  readonly from: string;
  readonly to: string;
}

/** What to watch: a formula in the coordinates and momenta, a condition such as "x > 0", two core regions, or a function of one copy's q and p. */
export type Observation = string | Cores | ((q: Float64Array, p: Float64Array) => number);

/** An observation ready for the loop over many copies. */
export interface Observable {
  readonly symbol: string;
  /** The value for each copy. */
  readonly value: Sweep;
  /** For each copy two numbers: whether it lies in the core of departure, and in that of arrival. Absent where no cores are known. */
  readonly cores?: Sweep;
}

/** The names of a potential's coordinates and momenta: x and p on a line, otherwise x, y … and p_x, p_y …. */
export const namesOf = (potential: Potential & { readonly variables?: readonly string[] }): Names => {
  const coordinates =
    potential.variables ?? (potential.dim === 1 ? ["x"] : Array.from({ length: potential.dim }, (_, i) => `x${i + 1}`));
  const momenta = potential.dim === 1 ? ["p"] : coordinates.map((name) => `p_${name}`);
  return { coordinates, momenta, parameters: {} };
};

const isCondition = (tree: MathNode): boolean =>
  tree.type === "OperatorNode" &&
  Object.hasOwn({ ...comparisons, ...logic, not: true }, (tree as OperatorNode).fn as string);

const ofFunction =
  (dim: number, of: (q: Float64Array, p: Float64Array) => number): Sweep =>
  (q, p, out) => {
    for (let i = 0, k = 0; i < q.length; i += dim, k++) out[k] = of(q.subarray(i, i + dim), p.subarray(i, i + dim));
    return out;
  };

/** An observation compiled for a potential's names. @throws PhysicsError "expression" */
export const observable = (
  name: string,
  observation: Observation,
  potential: Potential & { readonly variables?: readonly string[] },
): Observable => {
  if (typeof observation === "function") return { symbol: name, value: ofFunction(potential.dim, observation) };
  const names = namesOf(potential);
  if (typeof observation === "object") {
    const [from, to] = [parse(observation.from), parse(observation.to)];
    if (!isCondition(from) || !isCondition(to))
      throw new PhysicsError("expression", {
        what: `The cores of "${name}" are "${observation.from}" and "${observation.to}"`,
        expected: "two conditions",
        remedy: 'Write them like { from: "x < -0.9", to: "x > 0.9" }',
      });
    return { symbol: observation.to, value: sweep([to], names), cores: sweep([from, to], names) };
  }
  const tree = parse(observation);
  const value = sweep([tree], names);
  const cores = isCondition(tree) ? coresOf(tree, names, potential) : undefined;
  return { symbol: observation, value, ...(cores && { cores }) };
};
