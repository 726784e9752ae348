import { type SymmetricEigen, symmetricEigen } from "../../linalg/dense/symmetric-eigen.js";
import type { Potential } from "../potential.js";
import { hessianOf } from "./curvature.js";

/** A point where the force vanishes. */
export interface CriticalPoint {
  readonly q: Float64Array;
  /** By the signs of the curvatures: all positive, some, or none. */
  readonly kind: "minimum" | "saddle" | "maximum";
  readonly energy: number;
  /** The eigenvalues of the Hessian, rising; an energy over a length². */
  readonly curvatures: Float64Array;
}

/** By how much to move along each eigenvector. "newton" goes to whatever is nearest; a number k goes up the k softest directions and down the others. */
type Aim = "newton" | number;

/** Curvatures smaller than this are none: along them, as when all particles move together, there is nothing to find. */
const flatness = (curvatures: Float64Array): number =>
  1e-9 * curvatures.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const falling = (curvatures: Float64Array): number => {
  const flat = flatness(curvatures);
  return curvatures.filter((value) => value < -flat).length;
};

const stepAlong = ({ values, vectors }: SymmetricEigen, force: Float64Array, aim: Aim): Float64Array => {
  const n = force.length;
  const step = new Float64Array(n);
  const flat = flatness(values);
  for (let i = 0; i < n; i++) {
    if (Math.abs(values[i]) <= flat) continue;
    const vector = vectors.subarray(i * n, (i + 1) * n);
    const along = vector.reduce((sum, v, k) => sum + v * force[k], 0);
    const curvature = aim === "newton" ? values[i] : (i < aim ? -1 : 1) * Math.abs(values[i]);
    for (let k = 0; k < n; k++) step[k] += (along / curvature) * vector[k];
  }
  return step;
};

const kindOf = (curvatures: Float64Array): CriticalPoint["kind"] => {
  const down = falling(curvatures);
  return down === 0 ? "minimum" : down === curvatures.length ? "maximum" : "saddle";
};

/** The point where the force vanishes that Newton's method reaches from a start, in steps of at most `reach`; undefined where it comes to none. With a number
 *  k as aim it follows eigenvectors to a point with k falling directions. */
export const criticalPoint = (
  potential: Potential,
  start: Float64Array,
  reach: number,
  aim: Aim = "newton",
): CriticalPoint | undefined => {
  const n = potential.dim;
  const hessian = hessianOf(potential);
  const q = start.slice();
  const [force, matrix] = [new Float64Array(n), new Float64Array(n * n)];
  for (let round = 0; round < 200; round++) {
    potential.force(q, force);
    const modes = symmetricEigen(hessian(q, matrix), n);
    const step = stepAlong(modes, force, aim);
    const length = Math.hypot(...step);
    if (!Number.isFinite(length)) return undefined;
    for (let i = 0; i < n; i++) q[i] += length > reach ? (step[i] * reach) / length : step[i];
    if (length > 1e-12 * (reach + Math.hypot(...q))) continue;
    const kind = kindOf(modes.values);
    const wanted = aim === "newton" || falling(modes.values) === aim;
    const energy = potential.energy(q);
    return wanted && Number.isFinite(energy) ? { q, kind, energy, curvatures: modes.values } : undefined;
  }
  return undefined;
};
