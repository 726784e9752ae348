/** exp(tA) b by Taylor's series, in steps short enough for it to settle before rounding matters. [al-mohy-higham-2011] */

import { add, type LinearMap, norm } from "../krylov/krylov.js";

/** The size of hA in one step, and the longest series. */
const [REACH, TERMS] = [8, 80];

/** An estimate of |A|₂ from below, by powers of AᵀA; within some percent where the vector is not orthogonal to what matters. */
export const sizeOf = (map: LinearMap, transposed: LinearMap, start: Float64Array): number => {
  let x = start;
  let size = 0;
  for (let i = 0; i < 16; i++) {
    const [y, z] = [new Float64Array(x.length), new Float64Array(x.length)];
    const before = norm(x);
    map(x, y);
    transposed(y, z);
    size = norm(y) / before;
    const length = norm(z);
    if (!(length > 0)) return size;
    x = z.map((value) => value / length);
  }
  return size;
};

/** How many steps a time takes. */
export const stepsFor = (size: number, t: number): number => Math.max(1, Math.ceil((1.1 * size * t) / REACH));

/** exp(tA) b for |A| ≈ `size`, to rounding times the number of steps. */
export const taylorExponential = (map: LinearMap, size: number, t: number, b: Float64Array): Float64Array => {
  const steps = stepsFor(size, t);
  const [sum, next] = [b.slice(), new Float64Array(b.length)];
  for (let step = 0; step < steps; step++) {
    const term = sum.slice();
    const enough = 1e-17 * norm(sum);
    for (let k = 1; k <= TERMS; k++) {
      map(term, next);
      const factor = t / (steps * k);
      for (let i = 0; i < term.length; i++) term[i] = next[i] * factor;
      add(sum, 1, term);
      if (norm(term) <= enough) break;
    }
  }
  return sum;
};
