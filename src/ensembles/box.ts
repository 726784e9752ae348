import { PhysicsError } from "../errors.js";
import type { Box } from "../linalg/quadrature/cubature.js";
import { basin } from "../potentials/landscape/landscape.js";
import type { Potential } from "../potentials/potential.js";

/** The part of a plane or of space that matters to exp(−V/kT). */
export interface Region {
  readonly box: Box;
  /** The least value of V that was found, and where. */
  readonly floor: number;
  readonly lowest: Float64Array;
  /** Minima of V, the lowest first. */
  readonly minima: readonly Float64Array[];
}

/** Places along each axis of a scan of the inside, and of a face, by dimension. */
const INSIDE = [0, 0, 201, 61];
const FACE = [0, 0, 401, 81];

const unbounded = (what: string): never => {
  throw new PhysicsError("unbounded", {
    what,
    expected: "a potential that rises on all sides, so that exp(−V/kT) can be normalised",
    remedy: "Add a confining term such as k*x^2, or walls: { between: [[-3, 3], [-2, 2]] }",
  });
};

/** V with a wall where it is not a number. @throws PhysicsError "unbounded" where it is −∞ */
const walled =
  (potential: Potential) =>
  (q: Float64Array): number => {
    const value = potential.energy(q);
    if (value === Number.NEGATIVE_INFINITY) unbounded(`V falls to −∞ at (${Array.from(q).join(", ")})`);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };

/** Calls `visit` at every point of a lattice of `count` places along each axis, ends included; an axis of no width has one. */
const lattice = (box: Box, count: number, visit: (q: Float64Array, index: number) => void): void => {
  const q = new Float64Array(box.length);
  let index = 0;
  const along = (axis: number): void => {
    if (axis === box.length) {
      visit(q, index++);
      return;
    }
    const [from, to] = box[axis];
    const places = from === to ? 1 : count;
    for (let k = 0; k < places; k++) {
      q[axis] = places === 1 ? from : from + (k / (places - 1)) * (to - from);
      along(axis + 1);
    }
  };
  along(0);
};

/** V on the line through a point along an axis. */
const through = (V: (q: Float64Array) => number, point: Float64Array, axis: number): ((x: number) => number) => {
  const q = point.slice();
  return (x) => {
    q[axis] = x;
    return V(q);
  };
};

/** A low point from which the lines along the axes are ranges that rise on both sides, and these ranges. */
const cross = (V: (q: Float64Array) => number, dim: number, depth: number): { lowest: Float64Array; box: Box } => {
  const lowest = new Float64Array(dim);
  for (let turn = 0; turn < 4; turn++)
    for (let axis = 0; axis < dim; axis++) lowest[axis] = basin(through(V, lowest, axis), depth).lowest;
  const ranges = Array.from(lowest, (_, axis) => basin(through(V, lowest, axis), depth));
  return { lowest, box: ranges.map(({ from, to }) => [from, to] as const) };
};

const leastOn = (V: (q: Float64Array) => number, face: Box): number => {
  let least = Number.POSITIVE_INFINITY;
  lattice(face, FACE[face.length], (q) => {
    least = Math.min(least, V(q));
  });
  return least;
};

/** Faces pushed out, a tenth of the width at a time, until V lies `depth` above the floor on all of them. */
const grown = (V: (q: Float64Array) => number, start: Box, floor: number, depth: number): Box => {
  const box = start.map(([from, to]) => [from, to] as [number, number]);
  let low = floor;
  for (let settled = false; !settled; ) {
    settled = true;
    for (const [axis, range] of box.entries())
      for (const side of [0, 1] as const) {
        const least = leastOn(
          V,
          box.map((other, i) => (i === axis ? [range[side], range[side]] : other)),
        );
        low = Math.min(low, least);
        if (least > low + depth) continue;
        settled = false;
        range[side] += (side === 0 ? -0.1 : 0.1) * (range[1] - range[0]);
        if (range[1] - range[0] > 1e4)
          unbounded(`V does not rise by ${depth} within a width of 10000 along axis ${axis + 1}`);
      }
  }
  return box;
};

/** Points of a lattice below all their neighbours, the lowest first. */
const minimaIn = (V: (q: Float64Array) => number, box: Box): { q: Float64Array; value: number }[] => {
  const count = INSIDE[box.length];
  const values = new Float64Array(count ** box.length);
  lattice(box, count, (q, i) => {
    values[i] = V(q);
  });
  const strides = box.map((_, axis) => count ** (box.length - 1 - axis));
  const found: { q: Float64Array; value: number }[] = [];
  lattice(box, count, (q, i) => {
    const isLow = strides.every((stride) => {
      const at = Math.floor(i / stride) % count;
      return (at === 0 || values[i - stride] > values[i]) && (at === count - 1 || values[i + stride] >= values[i]);
    });
    if (isLow && values[i] < Number.POSITIVE_INFINITY) found.push({ q: q.slice(), value: values[i] });
  });
  return found.sort((a, b) => a.value - b.value);
};

/** The box outside which V lies more than `depth` above its floor, or the walls as they are, with the minima on a lattice of 201² or 61³ points: wells
 *  narrower than its spacing may be missed. @throws PhysicsError "unbounded", "non-finite" */
export const regionOf = (potential: Potential, depth: number, walls?: Box): Region => {
  const V = walled(potential);
  const start = walls ? { box: walls, lowest: new Float64Array(potential.dim) } : cross(V, potential.dim, depth);
  const box = walls ?? grown(V, start.box, V(start.lowest), depth);
  const minima = minimaIn(V, box);
  const [best] = minima;
  if (best === undefined)
    throw new PhysicsError("non-finite", {
      what: "V is infinite or not a number wherever it was tried",
      expected: "finite values somewhere",
      remedy: "Check the formula and its parameters",
    });
  return { box, floor: best.value, lowest: best.q, minima: minima.map(({ q }) => q) };
};
