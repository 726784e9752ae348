/** The pieces of Langevin dynamics, dq = M⁻¹p dt, dp = (F − γp) dt + √(2γkT) M^½ dW, whose generator is 𝓛 = A + B + O. Each acts on many points at once. */

import type { Potential } from "../../potentials/potential.js";
import { exactExp, exactExpm1 } from "../../random/elementary.js";
import type { Flow } from "../integrator.js";
import { type Mass, type MassMatrix, velocities } from "./mass.js";

/** Heat bath: kT is an energy, gamma a rate. */
export interface Bath {
  readonly kT: number;
  readonly gamma: number;
}

/** q ← q + h M⁻¹p with a full mass matrix. */
const driftTogether = (h: number, mass: MassMatrix): Flow => {
  let v = new Float64Array(0);
  return ({ q, p }) => {
    if (v.length !== p.length) v = new Float64Array(p.length);
    velocities(mass, p, v);
    for (let i = 0; i < q.length; i++) q[i] += h * v[i];
  };
};

/** A, free flight for a time h: q ← q + h M⁻¹p. */
export const drift = (h: number, mass: Mass): Flow => {
  if (!(mass instanceof Float64Array)) return driftTogether(h, mass);
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

/** p ← c p + w L ξ with M = LLᵀ. */
const batheTogether = (c: number, w: number, { dim, factor }: MassMatrix): Flow => {
  const xi = new Float64Array(dim);
  return ({ p }, rng) => {
    for (let r = 0; r < p.length; r += dim) {
      for (let k = 0; k < dim; k++) xi[k] = rng.normal();
      for (let i = 0; i < dim; i++) {
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += factor[i * dim + j] * xi[j];
        p[r + i] = c * p[r + i] + w * sum;
      }
    }
  };
};

/** O, the exact Ornstein–Uhlenbeck flow: p ← c p + √(kT (1 − c²)) M^½ ξ, with c = exp(−γh) and 1 − c² = −expm1(−2γh), which keeps its digits for small γh.
 *  gamma = ∞ draws thermal momenta. */
export const bathe = (h: number, mass: Mass, { kT, gamma }: Bath): Flow => {
  const c = exactExp(-gamma * h);
  const fresh = -exactExpm1(-2 * gamma * h);
  if (!(mass instanceof Float64Array)) return batheTogether(c, Math.sqrt(kT * fresh), mass);
  const dim = mass.length;
  const width = mass.map((m) => Math.sqrt(m * kT * fresh));
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
