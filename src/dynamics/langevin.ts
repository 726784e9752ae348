/** Langevin dynamics, dq = p/m dt, dp = (F − γp) dt + √(2γmkT) dW, by splitting its generator 𝓛 = A + B + O. */

import { finite, positive } from "../checks.js";
import { PhysicsError } from "../errors.js";
import type { Potential } from "../potentials/potential.js";
import type { Stream } from "../random/stream.js";
import { cited } from "../references.js";
import type { Flow, Integrator, PhaseState } from "./integrator.js";
import { type Bath, bathe, drift, feel, kick } from "./letters.js";
import { share, spell } from "./spell.js";

/** What moves: a potential, and the mass of each coordinate. */
export interface System {
  readonly potential: Potential;
  readonly mass: ArrayLike<number>;
}

const massesOf = ({ potential, mass }: System): Float64Array => {
  if (mass.length !== potential.dim)
    throw new PhysicsError("dimension", {
      what: `There are ${mass.length} masses`,
      expected: `${potential.dim}, one for each coordinate`,
      remedy: "List a mass for every coordinate, such as mass: [1.5]",
    });
  return Float64Array.from(mass, (m, i) => positive(`mass[${i}]`, m));
};

/** Thermal momenta p ~ N(0, m kT) at given positions. */
const thermal =
  (potential: Potential, mass: Float64Array, kT: number) =>
  (q: Float64Array, rng: Stream): PhaseState => ({
    q,
    p: q.map((_, i) => Math.sqrt(mass[i % mass.length] * kT) * rng.normal()),
    force: potential.force(q, new Float64Array(q.length)),
  });

const inTurn =
  (flows: readonly Flow[]) =>
  (state: PhaseState, rng: Stream): PhaseState => {
    for (const flow of flows) flow(state, rng);
    return state;
  };

/** Langevin dynamics of a system in a bath, by a word of A (drift), B (kick) and O (bath), each for dt over the number of its letters.
 *  Symmetric words sample exp(−H/kT) to O(dt²); BAOAB is exact for q in a harmonic well. gamma may be 0.
 *  @throws PhysicsError "parameter", "dimension" [leimkuhler-matthews-2013] */
export const langevin = (system: System, bath: Bath, dt: number, word = "BAOAB"): Integrator<PhaseState> => {
  cited("leimkuhler-matthews-2013");
  const { potential } = system;
  const { kT, gamma } = bath;
  const mass = massesOf(system);
  positive("kT", kT);
  positive("dt", dt);
  if (gamma !== 0) positive("gamma", finite("gamma", gamma));
  const letters: Record<string, Flow> = {
    A: drift(share(word, "A", dt), mass),
    B: kick(share(word, "B", dt)),
    O: bathe(share(word, "O", dt), mass, bath),
    F: feel(potential),
  };
  const step = inTurn([...spell(word)].map((letter) => letters[letter]));
  return { name: `Langevin ${word}`, dt, kT, potential, init: thermal(potential, mass, kT), step };
};
