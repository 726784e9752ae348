import { positive } from "../checks.js";
import { counted } from "../counted.js";
import { PhysicsError } from "../errors.js";
import { sweep } from "../expressions/compile.js";
import { freeNames, parse } from "../expressions/parse.js";
import { gaussHermite } from "../linalg/quadrature/gauss-hermite.js";
import type { Rule } from "../linalg/quadrature/gauss-legendre.js";
import { type Named, namesOf } from "../potentials/names.js";

/** A function of the coordinates, (x) => x*x or (x, y) => x*y, or a formula in their names and those of the momenta. */
export type Property = string | ((...coordinates: number[]) => number);

/** A property ready to be evaluated at a point of phase space. */
export interface Evaluated {
  /** The numbers, in `p`, of the momenta that it depends on. */
  readonly momenta: readonly number[];
  of(q: Float64Array, p: Float64Array): number;
}

const none = new Float64Array(0);

/** A property compiled for the names of a potential. @throws PhysicsError "expression" */
export const evaluated = (property: Property, potential: Named): Evaluated => {
  if (typeof property === "function") return { momenta: [], of: (q) => property(...q) };
  const names = namesOf(potential);
  const tree = parse(property);
  const value = sweep([tree], names);
  const out = new Float64Array(1);
  const used = freeNames(tree).filter((name) => !names.coordinates.includes(name));
  const momenta = (names.momenta ?? []).flatMap((name, i) => (used.includes(name) ? [i] : []));
  return { momenta, of: (q, p) => value(q, p, out)[0] };
};

/** Masses of the coordinates, where a property asks for momenta. @throws PhysicsError "undefined-quantity", "dimension", "parameter" */
export const massesOf = (property: Property, dim: number, mass: ArrayLike<number> | undefined): Float64Array => {
  if (mass === undefined)
    throw new PhysicsError("undefined-quantity", {
      what: `"${property}" depends on momenta, whose width is not known without a mass`,
      expected: "the mass of each coordinate",
      remedy: "Give it: { mass: [1.5] }",
    });
  if (mass.length !== dim)
    throw new PhysicsError("dimension", {
      what: `mass has ${counted(mass.length, "number")}`,
      expected: `${dim}, one for each coordinate`,
      remedy: "List a mass for every coordinate, such as mass: [1.5]",
    });
  return Float64Array.from(mass, (m, i) => positive(`mass[${i}]`, m));
};

/** The average over the momenta of a list, each normal with its width, by the product of a rule. */
const averaged = (
  of: Evaluated["of"],
  q: Float64Array,
  p: Float64Array,
  momenta: readonly number[],
  width: Float64Array,
  { nodes, weights }: Rule,
): number => {
  const [first, ...rest] = momenta;
  if (first === undefined) return of(q, p);
  let sum = 0;
  for (let k = 0; k < nodes.length; k++) {
    p[first] = width[first] * nodes[k];
    sum += weights[k] * averaged(of, q, p, rest, width, { nodes, weights });
  }
  return sum;
};

/** Even and odd by turns, so that no symmetry makes two of them agree by chance. */
const ORDERS = [3, 4, 7, 12, 21, 36];

const tooRough = (property: Property): never => {
  throw new PhysicsError("not-converged", {
    what: `The average of "${property}" over the momenta does not settle with 36 points for each`,
    expected: "a smooth function of the momenta, such as p^2/2",
    remedy: 'Average by sampling, with a seed: { seed: "momenta" }',
  });
};

/** A property as a function of the coordinates alone: its average over normal momenta of variance m kT, by the least Gauss–Hermite rule that the next two
 *  agree with at some typical points; exact for polynomials in the momenta. @throws PhysicsError "not-converged", and as `massesOf` */
export const overMomenta = (
  property: Property,
  potential: Named,
  kT: number,
  mass: ArrayLike<number> | undefined,
  typical: readonly Float64Array[],
): ((q: Float64Array) => number) => {
  const { momenta, of } = evaluated(property, potential);
  if (momenta.length === 0) return (q) => of(q, none);
  const width = massesOf(property, potential.dim, mass).map((m) => Math.sqrt(m * kT));
  const p = new Float64Array(potential.dim);
  const by = (order: number) => {
    const rule = gaussHermite(order);
    return (q: Float64Array, a = of) => averaged(a, q, p, momenta, width, rule);
  };
  const rules = ORDERS.map(by);
  const size = (q: Float64Array) => rules[2](q, (...at) => Math.abs(of(...at)));
  const alike = (q: Float64Array, i: number) =>
    [1, 2].every((k) => Math.abs(rules[i](q) - rules[i + k](q)) <= 1e-12 * size(q));
  const settled = ORDERS.slice(2).findIndex((_, i) => typical.every((q) => alike(q, i)));
  return rules[settled] ?? tooRough(property);
};
