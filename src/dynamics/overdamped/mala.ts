/** Brownian dynamics with a test, so that its stationary density no longer depends on dt. */

import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { exactExp, exactLog } from "../../random/elementary.js";
import { cited } from "../../references.js";
import type { Integrator } from "../integrator.js";
import { remarked } from "../motion-shown.js";
import { potentialEnergies } from "../splitting/energies.js";
import type { Brownian } from "./brownian.js";
import type { Field } from "./diffusion.js";
import {
  type BrownianState,
  brownianState,
  driftAt,
  eulerMaruyama,
  type Local,
  type Overdamped,
} from "./overdamped.js";

/** A state that knows V of each copy, and whether its last proposal was accepted, 1 or 0. */
export interface MalaState extends BrownianState {
  readonly account: Float64Array;
  readonly energy: Float64Array;
}

/** ln D, or 0 for a constant, which cancels. */
const logOf = ({ constant }: Field): ((D: number) => number) => (constant === undefined ? exactLog : () => 0);

/** ln of the density with which a step takes copy k from `from` to `to`, −|to − from − a dt|²/4D dt − (dim/2) ln D, but for a constant. */
const logStep = ({ kT, alpha, potential, field }: Overdamped, dt: number) => {
  const { dim } = potential;
  const logarithm = logOf(field);
  return (from: Float64Array, local: Local, to: Float64Array, k: number): number => {
    let squares = 0;
    for (let i = k * dim; i < (k + 1) * dim; i++)
      squares += (to[i] - from[i] - driftAt(kT, alpha, local, k, i) * dt) ** 2;
    return -squares / (4 * local.D[k] * dt) - 0.5 * dim * logarithm(local.D[k]);
  };
};

const copyOver = (from: Float64Array, into: Float64Array, k: number, width: number): void => {
  for (let i = k * width; i < (k + 1) * width; i++) into[i] = from[i];
};

/** The Metropolis-adjusted Langevin algorithm: a step of Euler–Maruyama is proposed, and accepted so that D^(α−1) exp(−V/kT), which is exp(−V/kT) where D is
 *  constant, is sampled exactly at any dt; otherwise the copy stays. Observables may name "accepted", which is 1 or 0 for the last step.
 *  @throws PhysicsError "parameter" for another method [roberts-tweedie-1996] */
export const mala = (integrator: Brownian): Integrator<MalaState> & Displayable => {
  const { dt, kT, potential, motion, method } = integrator;
  if (method !== "euler-maruyama")
    throw new PhysicsError("parameter", {
      what: `The steps of ${method} have no density that a test could compare`,
      expected: "the method euler-maruyama",
      remedy: 'Write dynamics.metropolised(dynamics.brownian(system, bath, dt, "euler-maruyama"))',
    });
  cited("roberts-tweedie-1996");
  const { dim } = potential;
  const propose = eulerMaruyama(motion, dt);
  const logarithm = logOf(motion.field);
  const stepping = logStep(motion, dt);
  const target = (energy: number, D: number) => -energy / kT + (motion.alpha - 1) * logarithm(D);
  const potentials = potentialEnergies(potential);
  const energies = (q: Float64Array) => potentials(q, new Float64Array(q.length / dim));
  return {
    name: "Metropolised Brownian euler-maruyama",
    dt,
    kT,
    potential,
    draws: 1,
    account: ["accepted"],
    init: (q) => ({
      ...brownianState(motion, q, new Float64Array(q.length)),
      energy: energies(q),
      account: new Float64Array(q.length / dim).fill(1),
    }),
    step: (state, rng) => {
      const { q, force, D, slope, energy, account } = state;
      const before = { q: q.slice(), force: force.slice(), D: D.slice(), slope: slope.slice() };
      propose(state, rng);
      const there = energies(q);
      for (let k = 0; k < account.length; k++) {
        const gain = target(there[k], D[k]) - target(energy[k], before.D[k]);
        const bias = stepping(q, state, before.q, k) - stepping(before.q, before, q, k);
        account[k] = Number(rng.uniform() < exactExp(gain + bias));
        if (account[k] === 1) energy[k] = there[k];
        else {
          for (const part of ["q", "force", "slope"] as const) copyOver(before[part], state[part], k, dim);
          D[k] = before.D[k];
        }
      }
      return state;
    },
    [display]: () => remarked(integrator, "steps accepted or rejected"),
  };
};
