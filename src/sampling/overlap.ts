import { PhysicsError } from "../errors.js";

/** Neighbours of which less than this is shared are not connected. */
const LEAST = 0.01;

/** ∫ ρρ′/(ρ + ρ′) dξ of the samples of two windows on 40 bins: a half where they are the same, 0 where they have nothing in common. */
const shared = (one: Float64Array, other: Float64Array): number => {
  const all = [one, other];
  const low = Math.min(...all.map((part) => part.reduce((least, x) => Math.min(least, x))));
  const high = Math.max(...all.map((part) => part.reduce((most, x) => Math.max(most, x))));
  const [a, b] = all.map((part) => {
    const counts = new Float64Array(41);
    for (const x of part) counts[Math.floor((40 * (x - low)) / (high - low || 1))] += 1 / part.length;
    return counts;
  });
  return a.reduce((sum, value, i) => sum + (value + b[i] > 0 ? (value * b[i]) / (value + b[i]) : 0), 0);
};

/** Refuses windows whose neighbours have too little in common. @throws PhysicsError "not-converged" */
export const checkOverlap = (centres: readonly number[], samples: readonly Float64Array[]): void => {
  for (let k = 1; k < centres.length; k++) {
    const overlap = shared(samples[k - 1], samples[k]);
    if (overlap >= LEAST) continue;
    throw new PhysicsError("not-converged", {
      what: `The windows at ${Number(centres[k - 1].toPrecision(4))} and ${Number(centres[k].toPrecision(4))} share ${Number((100 * overlap).toPrecision(2))} % of their samples`,
      expected: `${100 * LEAST} % at least between neighbours, or their free energies cannot be joined`,
      remedy: "Take twice as many windows, or a stiffness four times smaller",
    });
  }
};
