import type { Harvest, Plan } from "./plan.js";
import { add, emptyTally, type Tally } from "./tally.js";

/** All that a run keeps while it goes on: for each observable the tallies of each group and batch, sums at the points of the course, and the values at
 *  the end. */
export interface Totals {
  readonly tallies: readonly (readonly (readonly Tally[])[])[];
  readonly course: Harvest["course"];
  readonly values: readonly Float64Array[];
  /** Harvests that are in, and the trajectories in them. */
  harvests: number;
  trajectories: number;
}

export const emptyTotals = (
  { observables, batches, steps, stride }: Plan,
  trajectories: number,
  groups: number,
): Totals => {
  const points = Math.floor(steps / stride) + 1;
  const each = <T>(of: () => T): T[] => observables.map(of);
  const list = <T>(length: number, of: () => T): T[] => Array.from({ length }, of);
  return {
    tallies: each(() => list(groups, () => list(batches, emptyTally))),
    course: each(() => ({ sum: new Float64Array(points), squares: new Float64Array(points) })),
    values: each(() => new Float64Array(trajectories)),
    harvests: 0,
    trajectories: 0,
  };
};

/** Adds the next harvest: harvests go to the groups round and round, always in the same order, so that sums have the same bits. */
export const addHarvest = (totals: Totals, { tallies, course, values }: Harvest): void => {
  for (const [k, groups] of totals.tallies.entries()) {
    const group = groups[totals.harvests % groups.length];
    for (const [batch, tally] of group.entries()) add(tally, tallies[k][batch]);
    for (const part of ["sum", "squares"] as const)
      for (const [i, value] of course[k][part].entries()) totals.course[k][part][i] += value;
    totals.values[k].set(values[k], totals.trajectories);
  }
  totals.harvests++;
  totals.trajectories += values[0]?.length ?? 0;
};
