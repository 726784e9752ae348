import type { Stream } from "../random/stream.js";

/** A direction of the unit sphere, evenly. */
export const direction = (dim: number, rng: Stream): Float64Array => {
  const g = Float64Array.from({ length: dim }, () => rng.normal());
  const norm = Math.sqrt(g.reduce((sum, x) => sum + x * x, 0));
  return g.map((x) => x / norm);
};
