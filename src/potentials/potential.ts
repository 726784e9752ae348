/** V(q). A point is `dim` consecutive numbers. */
export interface Potential {
  readonly dim: number;
  /** On a line, where V is known if that is not everywhere. */
  readonly domain?: readonly [number, number];
  /** V at the first point of `q`. */
  energy(q: Float64Array): number;
  /** F = −∂V/∂q at every point of `q`, which holds one point after the other, into `out`; returns `out`. */
  force(q: Float64Array, out: Float64Array): Float64Array;
}

/** The potential on a line as a function of the number x; ∞, a wall, outside its domain. */
export const profile = (potential: Potential): ((x: number) => number) => {
  const point = new Float64Array(1);
  const [from, to] = potential.domain ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return (x) => {
    if (x < from || x > to) return Number.POSITIVE_INFINITY;
    point[0] = x;
    return potential.energy(point);
  };
};

/** The force on a line as a function of the number x. */
export const pull = (potential: Potential): ((x: number) => number) => {
  const point = new Float64Array(1);
  const out = new Float64Array(1);
  return (x) => {
    point[0] = x;
    return potential.force(point, out)[0];
  };
};
