import type { Frame } from "../../potentials/fields/matrix-field.js";

/** ⟨Ψ_a, ∂V/∂q_k Ψ_b⟩ for each k, the direction of the coupling between two levels; where it is complex, the real part at the phase at which that is longest. */
export const couplingDirection = (
  { values, slopes }: Frame,
  a: number,
  b: number,
  mass: Float64Array,
): Float64Array => {
  const d = values.length;
  const entry = (k: number) => (k * d + a) * d + b;
  const re = mass.map((_, k) => slopes.re[entry(k)]);
  if (slopes.im.length === 0) return re;
  const im = mass.map((_, k) => slopes.im[entry(k)]);
  let [x, y] = [0, 0];
  for (let k = 0; k < mass.length; k++) {
    x += (re[k] * re[k] - im[k] * im[k]) / mass[k];
    y += (2 * re[k] * im[k]) / mass[k];
  }
  const angle = -0.5 * Math.atan2(y, x);
  return re.map((value, k) => value * Math.cos(angle) - im[k] * Math.sin(angle));
};

/** p ← p + s u with the s of least size at which Σ p²/2m changes by −rise: ½ s² Σ u²/m + s Σ p u/m + rise = 0. Tells whether there is one; otherwise p is left alone.
 *  `p` holds the momenta of one copy. */
export const rescale = (p: Float64Array, u: Float64Array, mass: Float64Array, rise: number): boolean => {
  let [a, b] = [0, 0];
  for (let k = 0; k < u.length; k++) {
    a += (0.5 * u[k] * u[k]) / mass[k];
    b += (p[k] * u[k]) / mass[k];
  }
  const discriminant = b * b - 4 * a * rise;
  if (!(discriminant >= 0) || a === 0) return false;
  // The root of least size, in the form that does not cancel.
  const s = (-2 * rise) / (b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant));
  if (!Number.isFinite(s)) return false;
  for (let k = 0; k < u.length; k++) p[k] += s * u[k];
  return true;
};

/** p ← p − 2u (Σ p u/m)/(Σ u²/m), turned round along u. */
export const reflect = (p: Float64Array, u: Float64Array, mass: Float64Array): void => {
  let [a, b] = [0, 0];
  for (let k = 0; k < u.length; k++) {
    a += (u[k] * u[k]) / mass[k];
    b += (p[k] * u[k]) / mass[k];
  }
  if (a === 0) return;
  for (let k = 0; k < u.length; k++) p[k] -= (2 * b * u[k]) / a;
};
