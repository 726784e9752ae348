/** The pieces of Langevin dynamics, dq = p/m dt, dp = (F − γp) dt + √(2γmkT) dW, whose generator is 𝓛 = A + B + O. Each acts on many points at once. */

import type { Potential } from "../potentials/potential.js";
import { exactExp, exactExpm1 } from "../random/elementary.js";
import type { Flow } from "./integrator.js";

/** Heat bath: kT is an energy, gamma a rate. */
export interface Bath {
  readonly kT: number;
  readonly gamma: number;
}

/** A, free flight for a time h: q ← q + h p/m. */
export const drift = (h: number, mass: Float64Array): Flow => {
  const dim = mass.length;
  return ({ q, p }) => {
    for (let k = 0; k < dim; k++) {
      const c = h / mass[k];
      for (let i = k; i < q.length; i += dim) q[i] += c * p[i];
    }
  };
};

/** B, constant force for a time h: p ← p + h F. */
export const kick =
  (h: number): Flow =>
  ({ p, force }) => {
    for (let i = 0; i < p.length; i++) p[i] += h * force[i];
  };

/** O, the exact Ornstein–Uhlenbeck flow: p ← c p + √(m kT (1 − c²)) ξ, with c = exp(−γh) and 1 − c² = −expm1(−2γh), which keeps its digits for small γh. */
export const bathe = (h: number, mass: Float64Array, { kT, gamma }: Bath): Flow => {
  const dim = mass.length;
  const c = exactExp(-gamma * h);
  const width = mass.map((m) => Math.sqrt(-m * kT * exactExpm1(-2 * gamma * h)));
  return ({ p }, rng) => {
    for (let k = 0; k < dim; k++) {
      const w = width[k];
      for (let i = k; i < p.length; i += dim) p[i] = c * p[i] + w * rng.normal();
    }
  };
};

/** F, the force at the present positions. It stands before the first B after an A. */
export const feel =
  (potential: Potential): Flow =>
  ({ q, force }) => {
    potential.force(q, force);
  };
