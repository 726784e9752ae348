/** Brownian dynamics with a D that may depend on the place: dq = (D F/kT + α∇D) dt + √(2D) dW as an Itô equation. */

import type { Potential } from "../../potentials/potential.js";
import type { Configuration, Flow } from "../integrator.js";
import type { Field } from "./diffusion.js";

/** What decides the motion; α says how √(2D) dW is read. */
export interface Overdamped {
  readonly potential: Potential;
  readonly kT: number;
  readonly field: Field;
  readonly alpha: number;
}

/** What the motion needs to know of the present places: force, D of each copy, and ∇D. */
export interface Local {
  readonly force: Float64Array;
  readonly D: Float64Array;
  readonly slope: Float64Array;
}

/** Positions, what is known there, the noise of the last step, and room for a predictor. */
export interface BrownianState extends Configuration, Local {
  readonly noise: Float64Array;
  readonly ahead: Local & { readonly q: Float64Array };
}

/** Looks round at the places q. @throws PhysicsError "parameter" where D is not above 0 */
export const look = ({ potential, field }: Overdamped, q: Float64Array, into: Local): void => {
  potential.force(q, into.force);
  field.value(q, into.D);
  field.gradient(q, into.slope);
};

const localAt = (motion: Overdamped, q: Float64Array): Local => {
  const copies = q.length / motion.potential.dim;
  const local = {
    force: new Float64Array(q.length),
    D: new Float64Array(copies),
    slope: new Float64Array(q.length),
  };
  look(motion, q, local);
  return local;
};

/** A state at `q`, with a noise that is drawn as if a step had gone before. */
export const brownianState = (motion: Overdamped, q: Float64Array, noise: Float64Array): BrownianState => ({
  q,
  ...localAt(motion, q),
  noise,
  ahead: { q: q.slice(), ...localAt(motion, q) },
});

/** The drift D F/kT + β∇D of number i of copy k; β = α for an Itô equation. */
export const driftAt = (kT: number, beta: number, { force, D, slope }: Local, k: number, i: number): number =>
  (D[k] / kT) * force[i] + beta * slope[i];

/** q ← q + (D F/kT + α∇D) dt + √(2D dt) ξ. [maruyama-1955] */
export const eulerMaruyama = (motion: Overdamped, dt: number): Flow<BrownianState> => {
  const { kT, alpha } = motion;
  const { dim } = motion.potential;
  return (state, rng) => {
    const { q, D } = state;
    for (let i = 0; i < q.length; i++) {
      const k = (i - (i % dim)) / dim;
      q[i] += driftAt(kT, alpha, state, k, i) * dt + Math.sqrt(2 * D[k] * dt) * rng.normal();
    }
    look(motion, q, state);
  };
};

/** Predictor and corrector for the Stratonovich equation with the drift a = D F/kT + (α − ½)∇D and b = √(2D):
 *  q′ = q + a dt + b √dt ξ, q ← q + ½(a + a′) dt + ½(b + b′) √dt ξ. [kloeden-platen-1992] */
export const stochasticHeun = (motion: Overdamped, dt: number): Flow<BrownianState> => {
  const { kT, alpha } = motion;
  const { dim } = motion.potential;
  return (state, rng) => {
    const { q, D, noise, ahead } = state;
    const copyOf = (i: number) => (i - (i % dim)) / dim;
    const drift = (local: Local, i: number) => driftAt(kT, alpha - 0.5, local, copyOf(i), i);
    for (let i = 0; i < q.length; i++) {
      noise[i] = rng.normal();
      ahead.q[i] = q[i] + drift(state, i) * dt + Math.sqrt(2 * D[copyOf(i)] * dt) * noise[i];
    }
    look(motion, ahead.q, ahead);
    for (let i = 0; i < q.length; i++) {
      const width = Math.sqrt(2 * D[copyOf(i)] * dt) + Math.sqrt(2 * ahead.D[copyOf(i)] * dt);
      q[i] += 0.5 * ((drift(state, i) + drift(ahead, i)) * dt + width * noise[i]);
    }
    look(motion, q, state);
  };
};
