import { type Displayable, display } from "../display.js";
import type { Sparse } from "../linalg/sparse/sparse.js";

/** How well πᵢ kᵢⱼ = πⱼ kⱼᵢ holds between all pairs of states. */
export interface DetailedBalance extends Displayable {
  /** The largest |πᵢ kᵢⱼ − πⱼ kⱼᵢ| over the larger of the two. 1 where there is no way back. */
  readonly violation: number;
  /** The pair of states with the largest. */
  readonly between: readonly [number, number];
  /** Whether it is no more than rounding, 1e-12. */
  readonly holds: boolean;
  readonly pairs: number;
}

const entry = ({ start, index, value }: Sparse, row: number, column: number): number => {
  for (let k = start[column]; k < start[column + 1]; k++) if (index[k] === row) return value[k];
  return 0;
};

/** The report on rates (kᵢⱼ at row j of column i) and probabilities. */
export const detailedBalance = (rates: Sparse, weight: Float64Array): DetailedBalance => {
  let [violation, pairs] = [0, 0];
  let between: readonly [number, number] = [0, 0];
  for (let i = 0; i < rates.columns; i++)
    for (let k = rates.start[i]; k < rates.start[i + 1]; k++) {
      const j = rates.index[k];
      if (j === i) continue;
      const [there, back] = [weight[i] * rates.value[k], weight[j] * entry(rates, i, j)];
      const larger = Math.max(there, back);
      if (larger === 0) continue;
      pairs++;
      const apart = Math.abs(there - back) / larger;
      if (apart > violation) [violation, between] = [apart, [i, j]];
    }
  const holds = violation <= 1e-12;
  const text = `detailed balance ${holds ? "holds" : "is violated"}: largest violation ${violation.toPrecision(3)}, between ${between.join(" and ")}, over ${pairs} jumps`;
  return { violation, between, holds, pairs, [display]: () => ({ "text/plain": text }) };
};
