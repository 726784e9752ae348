import { PhysicsError } from "../errors.js";
import type { Box } from "../linalg/quadrature/cubature.js";
import type { Stream } from "../random/stream.js";

/** Cells along each axis, by dimension, and how far above the corners of a cell its bound lies. */
const CELLS = [0, 0, 256, 64];
const MARGIN = 1.5;

/** For each cell the largest weight at its corners, with the margin. */
const boundsOf = (weight: (q: Float64Array) => number, box: Box, n: number): Float64Array => {
  const dim = box.length;
  const at = (i: number, axis: number) => Math.floor(i / (n + 1) ** (dim - 1 - axis)) % (n + 1);
  const q = new Float64Array(dim);
  const bounds = new Float64Array(n ** dim);
  for (let corner = 0; corner < (n + 1) ** dim; corner++) {
    for (const [axis, [from, to]] of box.entries()) q[axis] = from + (at(corner, axis) / n) * (to - from);
    const bound = MARGIN * weight(q) + 1e-300;
    for (let side = 0; side < 2 ** dim; side++) {
      const cell = box.reduce((index, _, axis) => {
        const place = at(corner, axis) - ((side >> axis) & 1);
        return place < 0 || place >= n ? Number.NaN : index * n + place;
      }, 0);
      if (cell >= 0) bounds[cell] = Math.max(bounds[cell], bound);
    }
  }
  return bounds;
};

const tooSharp = (q: Float64Array): never => {
  throw new PhysicsError("not-converged", {
    what: `At (${Array.from(q).join(", ")}) the density has a peak too sharp to be drawn from`,
    expected: "wells wider than a 100th of the range",
    remedy: "Name a narrower range round them: { between: [[-1, 1], [-1, 1]] }, or sample with a seed",
  });
};

const running = (values: Float64Array): Float64Array => {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
};

/** Draws points with a density proportional to `weight` in a box, as `inverseTransform` does on a line: a cell by its bound, then a place in it, against that
 *  bound. @throws PhysicsError "not-converged" where a weight lies above its bound */
export const drawInBox = (weight: (q: Float64Array) => number, box: Box): ((rng: Stream) => Float64Array) => {
  const n = CELLS[box.length];
  let ready: { top: Float64Array; cumulative: Float64Array } | undefined;
  return (rng) => {
    if (ready === undefined) {
      const top = boundsOf(weight, box, n);
      ready = { top, cumulative: running(top) };
    }
    const { top, cumulative } = ready;
    for (;;) {
      const target = rng.uniform() * cumulative[cumulative.length - 1];
      let [low, high] = [0, cumulative.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cumulative[middle] > target) high = middle;
        else low = middle + 1;
      }
      const q = Float64Array.from(box, ([from, to], axis) => {
        const place = Math.floor(low / n ** (box.length - 1 - axis)) % n;
        return from + ((place + rng.uniform()) / n) * (to - from);
      });
      const here = weight(q);
      if (here > top[low]) tooSharp(q);
      if (rng.uniform() * top[low] <= here) return q;
    }
  };
};
