import { PhysicsError } from "../../errors.js";
import type { PairPotential } from "./pair.js";

/** Sums over all pairs of particles. */
export interface PairLoops {
  /** Σ of(r) over the pairs of the first point of `q`. */
  total(q: Float64Array, of: (r: number) => number): number;
  /** The force on every particle of every point of `q`, into `out`. */
  force(q: Float64Array, out: Float64Array): Float64Array;
}

/** Called with two particles' numbers, their separation rᵢ − rⱼ (kept in place for the call alone) and its length. */
type Visit = (i: number, j: number, separation: Float64Array, r: number) => void;

/** Visits every pair of the point that begins at `start`, within the cutoff and by the nearest image in a box. What is not a number is visited. */
const visitor = (particles: number, dim: number, cutoff: number, box: readonly number[] | undefined) => {
  const separation = new Float64Array(dim);
  return (q: Float64Array, start: number, visit: Visit): void => {
    for (let i = 0; i < particles; i++)
      for (let j = i + 1; j < particles; j++) {
        let square = 0;
        for (let k = 0; k < dim; k++) {
          let d = q[start + i * dim + k] - q[start + j * dim + k];
          if (box) d -= box[k] * Math.round(d / box[k]);
          separation[k] = d;
          square += d * d;
        }
        if (!(square >= cutoff * cutoff)) visit(i, j, separation, Math.sqrt(square));
      }
  };
};

/** Refuses a value that is not finite at a distance that is. Positions that are not finite are left to the dynamics, whose step was too long. */
const checked = (value: number, i: number, j: number, r: number): number => {
  if (Number.isFinite(value) || !Number.isFinite(r)) return value;
  throw new PhysicsError("non-finite", {
    what: `The particles ${i + 1} and ${j + 1} are at a distance of ${r}, where their energy or force is not finite`,
    expected: "particles apart from each other",
    remedy: "Start from a lattice, or try a shorter dt",
  });
};

/** The loops for `particles` in `dim` dimensions. @throws PhysicsError "non-finite" where two particles meet */
export const pairLoops = (
  pair: PairPotential,
  particles: number,
  dim: number,
  box: readonly number[] | undefined,
): PairLoops => {
  const visit = visitor(particles, dim, pair.cutoff, box);
  const push = (q: Float64Array, start: number, out: Float64Array) =>
    visit(q, start, (i, j, separation, r) => {
      const force = pair.force(r);
      // Soft particles may lie on top of each other, where they do not push.
      if (force === 0) return;
      const strength = checked(force / r, i, j, r);
      for (let k = 0; k < dim; k++) {
        out[start + i * dim + k] += strength * separation[k];
        out[start + j * dim + k] -= strength * separation[k];
      }
    });
  return {
    total: (q, of) => {
      let sum = 0;
      visit(q, 0, (i, j, _, r) => {
        sum += checked(of(r), i, j, r);
      });
      return sum;
    },
    force: (q, out) => {
      out.fill(0);
      for (let start = 0; start < q.length; start += particles * dim) push(q, start, out);
      return out;
    },
  };
};
