import { finite } from "../checks.js";
import { PhysicsError } from "../errors.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import type { Named } from "../potentials/names.js";
import type { Potential } from "../potentials/potential.js";
import { direction } from "./direction.js";
import { evaluated, massesOf, type Property } from "./property.js";
import type { SamplingOptions } from "./sampled-average.js";
import { alongChains } from "./walk.js";
import { wallsOf } from "./walls.js";

/** −s ln(E − V), whose Boltzmann factor at kT = 1 is the weight (E − V)ˢ of a place on the energy shell. */
const shellPotential = (potential: Potential, E: number, s: number): Potential => {
  const { dim } = potential;
  const kinetic = (q: Float64Array) => E - potential.energy(q);
  return {
    dim,
    energy: (q) => {
      const K = kinetic(q);
      return K > 0 ? -s * Math.log(K) : Number.POSITIVE_INFINITY;
    },
    force: (q, out) => {
      potential.force(q, out);
      for (let i = 0; i < q.length; i += dim) {
        const K = kinetic(q.subarray(i, i + dim));
        for (let k = i; k < i + dim; k++) out[k] *= K > 0 ? s / K : 0;
      }
      return out;
    },
  };
};

const checkStart = (potential: Potential, E: number, start: ArrayLike<number>): void => {
  const V = start.length === potential.dim ? potential.energy(Float64Array.from(start)) : Number.NEGATIVE_INFINITY;
  if (V < E) return;
  throw new PhysicsError("parameter", {
    what: `At the start (${Array.from(start).join(", ")}) the potential energy is ${V}, and E = ${E}`,
    expected: "a start below the energy",
    remedy: "Name one near a minimum: { start: [1, 0] }",
  });
};

const oneDegree = (): never => {
  throw new PhysicsError("dimension", {
    what: "The system has one degree of freedom, whose shell is singular at the turning points",
    expected: "two degrees of freedom or more for sampling",
    remedy: 'Average by quadrature: microcanonical(system, E).average("x^2")',
  });
};

/** ⟨a⟩ = ∫∫ a δ(H − E) dq dp/Ω at constant energy E, of coordinates and momenta of two degrees of freedom or more, by sampling: places with the weight
 *  (E − V)^(n/2 − 1) by hybrid Monte Carlo, momenta evenly on the sphere of what is left. No step biases
 *  the parts of the shell that the chains reach.
 *  @throws PhysicsError "too-short" that carries the estimate, "parameter" for a start above the energy, "dimension", "unbounded", "expression"
 *  [duane-1987, sokal-1997] */
export const microcanonicalAverage = async (
  system: { readonly potential: Named; readonly mass: ArrayLike<number> },
  E: number,
  property: Property,
  options: Omit<SamplingOptions, "mass">,
): Promise<ShownEstimate> => {
  finite("the energy E", E);
  const { potential } = system;
  const { dim } = potential;
  if (dim === 1) oneDegree();
  const mass = massesOf("the energy", dim, system.mass);
  const walls = wallsOf(options.between, dim);
  const { of } = evaluated(property, potential);
  checkStart(potential, E, options.start ?? walls?.map(([from, to]) => 0.5 * (from + to)) ?? new Float64Array(dim));
  const momenta = (kinetic: number, u: Float64Array) => u.map((part, i) => Math.sqrt(2 * mass[i] * kinetic) * part);
  return alongChains(
    shellPotential(potential, E, dim / 2 - 1),
    1,
    (q, rng) => of(q, momenta(Math.max(E - potential.energy(q), 0), direction(dim, rng))),
    { ...options, walls },
  );
};
