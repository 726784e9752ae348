import { type Box, cubature } from "../linalg/quadrature/cubature.js";
import type { Quadrature } from "../linalg/quadrature/integrate.js";
import { type Potential, profile, pull } from "../potentials/potential.js";
import type { Stream } from "../random/stream.js";
import { regionOf } from "./box.js";
import { drawInBox } from "./draw-in-box.js";
import { inverseTransform } from "./inverse-transform.js";
import { checkEnergy, stretchesOf } from "./shell.js";
import { overAngle, placeAt, summed } from "./shell-angle.js";
import { kineticAlong } from "./shell-kinetic.js";
import { overPlane } from "./shell-plane.js";

/** The places that a system of energy E can be at. */
export interface Shell {
  /** E − V, 0 where V exceeds E. */
  kinetic(q: Float64Array): number;
  /** ∫ a (E − V)^power dq over the places with V < E, power ≥ −½. */
  integral(power: number, of: (q: Float64Array) => number): Quadrature;
  /** A place, drawn with the density (E − V)^(n/2 − 1). */
  sample(rng: Stream): Float64Array;
}

/** The shell of one degree of freedom. */
const onLine = (potential: Potential, E: number, walls: Box | undefined): Shell => {
  const V = profile(potential);
  const stretches = stretchesOf(V, E, walls?.[0]);
  const kinetic = (x: number) => Math.max(E - V(x), 0);
  const kinetics = stretches.map((stretch) => kineticAlong(stretch, kinetic, pull(potential)));
  const point = new Float64Array(1);
  const integral = (power: number, of: (q: Float64Array) => number) =>
    summed(
      stretches.map((stretch, i) =>
        overAngle(stretch, kinetics[i], power, (x) => {
          point[0] = x;
          return of(point);
        }),
      ),
    );
  const shares = stretches.map((stretch, i) => overAngle(stretch, kinetics[i], -0.5, () => 1).value);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const draws = kinetics.map((along) =>
    inverseTransform(
      (theta) => {
        const K = along(theta);
        return K > 0 ? Math.cos(theta) / Math.sqrt(K) : 0;
      },
      -Math.PI / 2,
      Math.PI / 2,
    ),
  );
  const pick = (target: number): number => {
    let passed = 0;
    const chosen = shares.findIndex((share) => {
      passed += share;
      return target * total < passed;
    });
    return chosen < 0 ? shares.length - 1 : chosen;
  };
  return {
    kinetic: (q) => kinetic(q[0]),
    integral,
    sample: (rng) => {
      const i = pick(rng.uniform());
      return Float64Array.of(placeAt(stretches[i], draws[i](rng)));
    },
  };
};

/** The shell of two or three degrees of freedom. */
const inSpace = (potential: Potential, E: number, walls: Box | undefined): Shell => {
  const { floor: first } = regionOf(potential, 1, walls);
  checkEnergy(E, first);
  const { box, minima } = regionOf(potential, 1.05 * (E - first), walls);
  const kinetic = (q: Float64Array) => {
    const K = E - potential.energy(q);
    return K > 0 ? K : 0;
  };
  const low = minima.filter((q) => kinetic(q) > 0).slice(0, 6);
  const edges = box.map(([from, to], axis) => {
    const own = low.map((q) => q[axis]).filter((x) => x > from && x < to);
    return [...new Set([from, 0.5 * (from + to), to, ...own])].sort((a, b) => a - b);
  });
  const pulled = new Float64Array(box.length);
  const power = box.length / 2 - 1;
  const weight = (q: Float64Array) => {
    const K = kinetic(q);
    return K > 0 ? K ** power : 0;
  };
  return {
    kinetic,
    integral: (exponent, of) =>
      box.length === 2
        ? overPlane({ kinetic, force: (q) => potential.force(q, pulled)[0] }, box, edges[1], exponent, of)
        : cubature(
            (q) => {
              const K = kinetic(q);
              return K > 0 ? of(q) * K ** exponent : 0;
            },
            edges,
            1e-7,
            1e-3,
          ),
    sample: drawInBox(weight, box),
  };
};

/** The places below an energy, for one to three degrees of freedom. @throws PhysicsError "parameter", "unbounded", "not-converged" */
export const shellOf = (potential: Potential, E: number, walls: Box | undefined): Shell =>
  potential.dim === 1 ? onLine(potential, E, walls) : inSpace(potential, E, walls);
