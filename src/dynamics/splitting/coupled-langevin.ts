import { positive } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { product, smallExponential } from "../../linalg/exponential/small-exponential.js";
import type { Potential } from "../../potentials/potential.js";
import { cited } from "../../references.js";
import { flattened, noiseFactor, type Rows, times } from "../coupling.js";
import type { Flow, Integrator, PhaseState } from "../integrator.js";
import { coupledBath, motionShown } from "../motion-shown.js";
import { drift, feel, kick } from "./letters.js";
import { massOf } from "./mass.js";

/** kT is an energy, gamma a rate by rows. */
export interface CoupledFriction {
  readonly kT: number;
  readonly gamma: Rows;
}

/** O, exact for a time h: p ← e^{−γh} p + L ξ with LLᵀ = kT (M − e^{−γh} M e^{−γᵀh}). */
const batheTogether = (h: number, mass: Float64Array, { kT, gamma }: CoupledFriction): Flow => {
  const dim = mass.length;
  const decay = smallExponential(
    flattened("gamma", gamma, dim).map((value) => -h * value),
    dim,
  );
  const transposed = decay.map((_, at) => decay[(at % dim) * dim + Math.floor(at / dim)]);
  const heavy = transposed.map((value, at) => mass[Math.floor(at / dim)] * value);
  const kept = product(decay, heavy, dim);
  const spread = kept.map((value, at) => kT * ((at % (dim + 1) === 0 ? mass[at % dim] : 0) - value));
  const width = noiseFactor("gamma M", spread, dim);
  let [before, xi, noise] = Array.from({ length: 3 }, () => new Float64Array(0));
  return ({ p }, rng) => {
    if (xi.length !== p.length) [before, xi, noise] = Array.from({ length: 3 }, () => new Float64Array(p.length));
    for (let i = 0; i < p.length; i++) xi[i] = rng.normal();
    before.set(p);
    times(decay, before, p, dim);
    times(width, xi, noise, dim);
    for (let i = 0; i < p.length; i++) p[i] += noise[i];
  };
};

/**
 * Langevin dynamics with a constant friction matrix, dq = M⁻¹p dt, dp = (F − γp) dt + √(kT (γM + Mγᵀ)) dW, by BAOAB with its bath
 * taken exactly. An antisymmetric part of γM is a magnetic force: it turns the momenta without noise.
 *
 * @throws PhysicsError "parameter" for a matrix of another size or without noise in some direction, "dimension" [leimkuhler-matthews-2013]
 */
export const coupledLangevin = (
  system: { readonly potential: Potential; readonly mass: ArrayLike<number> },
  bath: CoupledFriction,
  dt: number,
): Integrator<PhaseState> & Displayable => {
  positive("kT", bath.kT);
  positive("dt", dt);
  const { potential } = system;
  const mass = massOf(system.mass, potential.dim) as Float64Array;
  cited("leimkuhler-matthews-2013");
  const [b, a] = [kick(dt / 2), drift(dt / 2, mass)];
  const flows = [b, a, batheTogether(dt, mass, bath), a, feel(potential), b];
  return {
    ...{ name: "Langevin BAOAB with a matrix γ", dt, kT: bath.kT, potential, draws: 1 },
    init: (q, rng) => ({
      q,
      p: q.map((_, i) => Math.sqrt(mass[i % mass.length] * bath.kT) * rng.normal()),
      force: potential.force(q, new Float64Array(q.length)),
    }),
    step: (state, rng) => {
      for (const flow of flows) flow(state, rng);
      return state;
    },
    [display]: () => motionShown("Langevin BAOAB", coupledBath, { dt, kT: bath.kT, gamma: JSON.stringify(bath.gamma) }),
  };
};
