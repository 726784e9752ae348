import { positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { integrate } from "../../linalg/quadrature/integrate.js";

/** What the pairs beyond the cutoff would add if they were distributed evenly. */
export interface Tail {
  /** An energy; for a pair potential per particle, for a system in all. */
  readonly energy: number;
  readonly pressure: number;
}

/** The surface of the unit sphere in one, two and three dimensions. */
const surface = [2, 2 * Math.PI, 4 * Math.PI];

/** ∫ f(r) r^(dim − 1) dr from `cutoff` to infinity, over s = cutoff/r. */
const beyond = (f: (r: number) => number, cutoff: number, dim: number): number => {
  const integrand = (s: number) => f(cutoff / s) * s ** -(dim + 1);
  if (!(Math.abs(integrand(1e-7)) < 1e-2 * Math.abs(integrand(1e-3)) + Number.MIN_VALUE))
    throw new PhysicsError("undefined-quantity", {
      what: `V(r) does not fall faster than 1/r^${dim}, so that its tail has no finite energy`,
      expected: "a potential of short range",
      remedy: "Screen it, or cut and shift it",
    });
  return cutoff ** dim * integrate(integrand, 0, 1).value;
};

/** The long-range correction of a cut pair potential at a number density ρ, with g(r) = 1 beyond the cutoff r_c: u = ½ρ ∫ V dr per particle and
 *  P = (ρ²/2d) ∫ r F dr, over r > r_c in d = 1, 2 or 3 dimensions. @throws PhysicsError "parameter", "undefined-quantity" */
export const tailOf = (
  energy: (r: number) => number,
  force: (r: number) => number,
  cutoff: number,
  density: number,
  dim: number,
): Tail => {
  positive("density", density);
  if (cutoff === Number.POSITIVE_INFINITY) return { energy: 0, pressure: 0 };
  const shell = surface[dim - 1];
  return {
    energy: 0.5 * density * shell * beyond(energy, cutoff, dim),
    pressure: ((density * density) / (2 * dim)) * shell * beyond((r) => r * force(r), cutoff, dim),
  };
};
