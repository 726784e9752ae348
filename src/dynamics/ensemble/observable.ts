import type { MathNode, OperatorNode } from "mathjs";
import { PhysicsError } from "../../errors.js";
import { type Names, type Sweep, sweep } from "../../expressions/compile.js";
import { freeNames, parse } from "../../expressions/parse.js";
import { comparisons, logic } from "../../expressions/vocabulary.js";
import { type Named, namesOf as phaseNames } from "../../potentials/names.js";
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
  /** The momenta that its formulas name. */
  readonly momenta: readonly string[];
  /** The value for each copy. */
  readonly value: Sweep;
  /** For each copy two numbers: whether it lies in the core of departure, and in that of arrival. Absent where no cores are known. */
  readonly cores?: Sweep;
  /** The formulas of value and cores, where there are any. */
  readonly trees?: { readonly value: MathNode; readonly cores: readonly [MathNode, MathNode] | undefined };
}

/** What observables are formulas in: the coordinates of a potential, and what an integrator keeps account of. */
interface Observed {
  readonly potential: Named;
  readonly account?: readonly string[];
}

/** The names of coordinates and momenta, x and p on a line, otherwise x, y … and p_x, p_y …, and of the account. */
export const namesOf = ({ potential, account = [] }: Observed): Names => ({ ...phaseNames(potential), account });

const isCondition = (tree: MathNode): boolean =>
  tree.type === "OperatorNode" &&
  Object.hasOwn({ ...comparisons, ...logic, not: true }, (tree as OperatorNode).fn as string);

const ofFunction =
  (name: string, dim: number, of: (q: Float64Array, p: Float64Array) => number): Sweep =>
  (q, p, out) => {
    for (let i = 0, k = 0; i < q.length; i += dim, k++) {
      out[k] = of(q.subarray(i, i + dim), p.subarray(i, i + dim));
      if (p.length === 0 && of.length > 1 && Number.isNaN(out[k]) && !Number.isNaN(q[i])) needMomenta(name, "p");
    }
    return out;
  };

/** No dynamics without momenta has anything to say of one. @throws PhysicsError "undefined-quantity" */
export const needMomenta = (symbol: string, name: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `"${symbol}" asks for ${name}, and Brownian dynamics has no momenta`,
    expected: "an observable of the coordinates alone",
    remedy: "Leave it out, or run dynamics.langevin, which has momenta",
  });
};

/** What is kept account of only on request, and the request. */
const requests: Readonly<Record<string, string>> = { heat: "accounted", shadow: "accounted", accepted: "metropolised" };

/** @throws PhysicsError "undefined-quantity" for a name that another integrator would keep account of */
const checkAccount = (trees: readonly MathNode[], { coordinates, account = [] }: Names): void => {
  const missing = trees
    .flatMap(freeNames)
    .find((name) => Object.hasOwn(requests, name) && ![...coordinates, ...account].includes(name));
  if (missing === undefined) return;
  throw new PhysicsError("undefined-quantity", {
    what: `The integrator keeps no account of ${missing}`,
    expected: `one made by dynamics.${requests[missing]}`,
    remedy: `Write dynamics.${requests[missing]}(…) round it`,
  });
};

/** An observation compiled for the names of an integrator. @throws PhysicsError "expression" */
export const observable = (name: string, observation: Observation, observed: Observed): Observable => {
  const { potential } = observed;
  if (typeof observation === "function")
    return { symbol: name, momenta: [], value: ofFunction(name, potential.dim, observation) };
  const names = namesOf(observed);
  const momentaIn = (...trees: MathNode[]) =>
    trees.flatMap(freeNames).filter((free) => names.momenta?.includes(free) && !names.coordinates.includes(free));
  if (typeof observation === "object") {
    const [from, to] = [parse(observation.from), parse(observation.to)];
    checkAccount([from, to], names);
    if (!isCondition(from) || !isCondition(to))
      throw new PhysicsError("expression", {
        what: `The cores of "${name}" are "${observation.from}" and "${observation.to}"`,
        expected: "two conditions",
        remedy: 'Write them like { from: "x < -0.9", to: "x > 0.9" }',
      });
    return {
      symbol: observation.to,
      momenta: momentaIn(from, to),
      value: sweep([to], names),
      cores: sweep([from, to], names),
      trees: { value: to, cores: [from, to] },
    };
  }
  const tree = parse(observation);
  checkAccount([tree], names);
  const value = sweep([tree], names);
  const cores = isCondition(tree) ? coresOf(tree, names, potential) : undefined;
  const found = { symbol: observation, momenta: momentaIn(tree), value, trees: { value: tree, cores } };
  return cores ? { ...found, cores: sweep(cores, names) } : found;
};
