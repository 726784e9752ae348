import type { Potential } from "../../potentials/potential.js";
import { type Mass, velocities } from "./mass.js";

/** Fills `out` with one number for each copy at `points`. */
type Energies = (points: Float64Array, out: Float64Array) => Float64Array;

/** V of every copy. */
export const potentialEnergies = (potential: Potential): Energies => {
  const { dim } = potential;
  const point = new Float64Array(dim);
  return (q, out) => {
    for (let k = 0; k < out.length; k++) {
      for (let i = 0; i < dim; i++) point[i] = q[k * dim + i];
      out[k] = potential.energy(point);
    }
    return out;
  };
};

/** ½ pᵀM⁻¹p of every copy. */
export const kineticEnergies = (mass: Mass): Energies => {
  let v = new Float64Array(0);
  return (p, out) => {
    if (v.length !== p.length) v = new Float64Array(p.length);
    velocities(mass, p, v);
    const dim = p.length / out.length;
    for (let k = 0; k < out.length; k++) {
      let sum = 0;
      for (let i = k * dim; i < (k + 1) * dim; i++) sum += p[i] * v[i];
      out[k] = 0.5 * sum;
    }
    return out;
  };
};
