import type { Stream } from "../random/stream.js";

const CELLS = 4096;

/** Draws x with a given density on [from, to]: a uniform number picks one of 4096 cells by its weight, and a second one, against the
 *  largest value met in the cell, a place in it. The density enters at the accepted place itself, so that cells leave no trace. */
export const inverseTransform = (
  density: (x: number) => number,
  from: number,
  to: number,
): ((rng: Stream) => number) => {
  let ready: { cumulative: Float64Array; top: Float64Array } | undefined;
  const width = (to - from) / CELLS;
  const prepare = () => {
    const top = Float64Array.from({ length: CELLS }, (_, i) => {
      const left = from + i * width;
      return 1.05 * Math.max(density(left), density(left + width / 2), density(left + width)) + 1e-300;
    });
    const cumulative = new Float64Array(CELLS);
    top.reduce((sum, value, i) => {
      cumulative[i] = sum + value;
      return cumulative[i];
    }, 0);
    return { cumulative, top };
  };
  return (rng) => {
    ready ??= prepare();
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
      if (rng.uniform() * top[low] <= density(x)) return x;
    }
  };
};
