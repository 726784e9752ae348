/** Hybrid Monte Carlo: proposals by leapfrog steps with fresh velocities, accepted with probability min(1, e^(−ΔH/kT)), so that exp(−V/kT) is sampled
 *  without a bias, whatever the step. [duane-1987] */

import { PhysicsError } from "../errors.js";
import type { Box } from "../linalg/quadrature/cubature.js";
import type { Potential } from "../potentials/potential.js";
import { exactExp } from "../random/elementary.js";
import type { Stream } from "../random/stream.js";

/** Several chains side by side, one point after the other, and how they move. */
export interface Walkers {
  readonly q: Float64Array;
  readonly energy: Float64Array;
  /** The width of each coordinate, by which steps are scaled. */
  readonly width: Float64Array;
  /** The leapfrog step, in widths. */
  step: number;
}

/** Leapfrog steps of a proposal: 1 to 15, a new number each time, so that no orbit closes on itself. */
const LONGEST = 15;

const energyOf = (potential: Potential, q: Float64Array, walls: Box | undefined): number => {
  const outside = walls?.some(([from, to], i) => !(q[i] > from && q[i] < to));
  const value = outside ? Number.POSITIVE_INFINITY : potential.energy(q);
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
};

/** Walkers at given points. @throws PhysicsError "non-finite" where V is not a number at one of them */
export const walkersAt = (potential: Potential, q: Float64Array, walls: Box | undefined): Walkers => {
  const { dim } = potential;
  const energy = Float64Array.from({ length: q.length / dim }, (_, c) =>
    energyOf(potential, q.subarray(c * dim, (c + 1) * dim), walls),
  );
  const bad = energy.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new PhysicsError("non-finite", {
      what: `V is not finite at the start (${Array.from(q.subarray(bad * dim, (bad + 1) * dim), (x) => x.toPrecision(3)).join(", ")})`,
      expected: "a start where the particle can be",
      remedy: "Name one: { start: [0.5] }",
    });
  return { q, energy, width: new Float64Array(dim).fill(1), step: 0.2 };
};

/** Half a kick, v ← v + (ε/2) w F/kT, at the places in q. */
const kick = (
  potential: Potential,
  q: Float64Array,
  v: Float64Array,
  force: Float64Array,
  scale: Float64Array,
): void => {
  potential.force(q, force);
  const dim = scale.length;
  for (let i = 0; i < v.length; i++) v[i] += scale[i % dim] * force[i];
};

/** One proposal for every walker at once. Returns the share that was accepted. */
export const propose = (
  potential: Potential,
  walkers: Walkers,
  kT: number,
  rng: Stream,
  walls: Box | undefined,
): number => {
  const { dim } = potential;
  const { q, energy, width, step } = walkers;
  const next = q.slice();
  const v = q.map(() => rng.normal());
  const before = v.slice();
  const force = new Float64Array(q.length);
  const half = width.map((w) => (0.5 * step * w) / kT);
  const steps = 1 + Math.floor(rng.uniform() * LONGEST);
  for (let k = 0; k < steps; k++) {
    kick(potential, next, v, force, half);
    for (let i = 0; i < next.length; i++) next[i] += step * width[i % dim] * v[i];
    kick(potential, next, v, force, half);
  }
  let accepted = 0;
  for (let c = 0; c < energy.length; c++) {
    const [from, to] = [c * dim, (c + 1) * dim];
    const value = energyOf(potential, next.subarray(from, to), walls);
    let rise = (value - energy[c]) / kT;
    for (let i = from; i < to; i++) rise += 0.5 * (v[i] * v[i] - before[i] * before[i]);
    // A step that ends nowhere has a rise of NaN, which is refused as well.
    if (!(rng.uniform() < exactExp(-rise))) continue;
    q.set(next.subarray(from, to), from);
    energy[c] = value;
    accepted++;
  }
  return accepted / energy.length;
};

/** Widths from the scatter of the walkers, and a step that keeps acceptance near 0.8. Only before samples are taken: later it would be a bias. */
export const tune = (walkers: Walkers, acceptance: number, wide: boolean): void => {
  const { q, width } = walkers;
  const dim = width.length;
  walkers.step = Math.min(Math.max(walkers.step * Math.exp(0.3 * (acceptance - 0.8)), 1e-6), 1);
  if (!wide) return;
  for (let i = 0; i < dim; i++) {
    const own = q.filter((_, k) => k % dim === i);
    const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
    const spread = Math.sqrt(own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / own.length);
    if (spread > 0) width[i] *= (0.8 * width[i] + 0.2 * spread) / width[i];
  }
};
