import { PhysicsError } from "../errors.js";
import type { Stream } from "../random/stream.js";

const CELLS = 4096;
/** Places of a cell at which the weight is looked at, and how far above the largest of them the bound lies. */
const LOOKS = 8;
const MARGIN = 1.05;

/** The cells' bounds on the weight, and their running sum. */
interface Bounds {
  readonly top: Float64Array;
  readonly cumulative: Float64Array;
}

const boundsOf = (weight: (x: number) => number, from: number, width: number): Bounds => {
  const top = Float64Array.from({ length: CELLS }, (_, i) => {
    let most = 0;
    for (let k = 0; k <= LOOKS; k++) most = Math.max(most, weight(from + (i + k / LOOKS) * width));
    return MARGIN * most + 1e-300;
  });
  let sum = 0;
  const cumulative = top.map((value) => {
    sum += value;
    return sum;
  });
  return { top, cumulative };
};

const tooSharp = (x: number): never => {
  throw new PhysicsError("not-converged", {
    what: `At ${x} the density has a peak too sharp to be drawn from`,
    expected: "wells wider than a 30000th of the range",
    remedy: "Name a narrower range round them: { between: [-1, 1] }",
  });
};

/** Draws x with a density proportional to `weight` on [from, to]: a uniform number picks one of 4096 cells by its bound, and a second one, against that
 *  bound, a place in it. The weight enters at the accepted place itself, so that cells leave no trace. A weight above its bound would falsify the draws,
 *  so it stops them: @throws PhysicsError "not-converged" */
export const inverseTransform = (
  weight: (x: number) => number,
  from: number,
  to: number,
): ((rng: Stream) => number) => {
  let ready: Bounds | undefined;
  const width = (to - from) / CELLS;
  return (rng) => {
    ready ??= boundsOf(weight, from, width);
    const { cumulative, top } = ready;
    for (;;) {
      const target = rng.uniform() * cumulative[CELLS - 1];
      let [low, high] = [0, CELLS - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cumulative[middle] > target) high = middle;
        else low = middle + 1;
      }
      const x = from + (low + rng.uniform()) * width;
      const here = weight(x);
      if (here > top[low]) tooSharp(x);
      if (rng.uniform() * top[low] <= here) return x;
    }
  };
};
