import type { Stream } from "./stream.js";

/** The unit in which paths on [0, time] are counted: 2⁻⁴⁴ of the power of two next above √time. Sums of multiples of it are exact as long as they
 *  stay below 512 √time, which a Brownian motion does not reach. */
export const quantumOf = (time: number): number => {
  let root = 1;
  while (root * root < time) root *= 2;
  while (root * root >= 4 * time) root /= 2;
  return root * 2 ** -44;
};

/** Independent normal numbers of variance `variance`, rounded to whole quanta. */
export const normals = (count: number, variance: number, quantum: number, rng: Stream): Float64Array => {
  const width = Math.sqrt(variance) / quantum;
  return Float64Array.from({ length: count }, () => Math.round(width * rng.normal()) * quantum);
};

/** The increments of a path over half the step, given those over the step `dt`: by the Brownian bridge, ΔW → ½ΔW ± ½√dt ξ, of which the first is
 *  rounded to whole quanta and the second is what is left, so that the two sum to ΔW without rounding. */
export const halve = (
  increments: Float64Array,
  dim: number,
  dt: number,
  quantum: number,
  rng: Stream,
): Float64Array => {
  const halves = new Float64Array(2 * increments.length);
  const width = 0.5 * Math.sqrt(dt);
  for (let k = 0; k < increments.length; k += dim)
    for (let i = k; i < k + dim; i++) {
      const first = Math.round((0.5 * increments[i] + width * rng.normal()) / quantum) * quantum;
      halves[k + i] = first;
      halves[k + i + dim] = increments[i] - first;
    }
  return halves;
};
