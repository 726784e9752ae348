import { PhysicsError } from "../../errors.js";
import { absorb, countAll, emptyLattice, type Lattice } from "../../estimate/lattice-histogram.js";

/** What is kept of an observable over one batch of steps of one block of trajectories. */
export interface Tally {
  samples: number;
  sum: number;
  squares: number;
  readonly histogram: Lattice;
  /** Arrivals in the second core from the first, and back. */
  forth: number;
  back: number;
  /** Time since the last visit was to the first core, and to the second. */
  timeFirst: number;
  timeSecond: number;
}

export const emptyTally = (): Tally => ({
  samples: 0,
  sum: 0,
  squares: 0,
  histogram: emptyLattice(),
  forth: 0,
  back: 0,
  timeFirst: 0,
  timeSecond: 0,
});

/** Sums of some values and of their squares. */
export interface Sums {
  readonly sum: number;
  readonly squares: number;
}

export const sumsOf = (values: Float64Array): Sums => {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i];
    squares += values[i] * values[i];
  }
  return { sum, squares };
};

/** Refuses values of an observable that are not finite. @throws PhysicsError "non-finite" */
export const checkValues = (symbol: string, step: number, values: Float64Array, { sum }: Sums): void => {
  const wrong = Number.isFinite(sum) ? undefined : values.find((value) => !Number.isFinite(value));
  if (wrong === undefined) return;
  throw new PhysicsError("non-finite", {
    what: `The observable ${symbol} became ${wrong} ${step === 0 ? "at the start" : `at step ${step}`}`,
    expected: "finite numbers",
    remedy: `${step === 0 ? "Start" : "Try a time step ten times shorter, and start"} away from its singular points`,
  });
};

/** Adds the finite values of one moment, with their sums. */
export const tallyValues = (tally: Tally, values: Float64Array, { sum, squares }: Sums): void => {
  tally.sum += sum;
  tally.squares += squares;
  tally.samples += values.length;
  countAll(tally.histogram, values);
};

/** Moves the memory of the last core visited (0 none, 1 first, 2 second) on by one step of length dt, and counts arrivals. */
export const tallyHops = (tally: Tally, inside: Float64Array, last: Uint8Array, dt: number): void => {
  let [forth, back, first, second] = [0, 0, 0, 0];
  for (let i = 0; i < last.length; i++) {
    const before = last[i];
    if (before === 1) first++;
    else if (before === 2) second++;
    if (inside[2 * i] !== 0) {
      if (before === 2) back++;
      last[i] = 1;
    } else if (inside[2 * i + 1] !== 0) {
      if (before === 1) forth++;
      last[i] = 2;
    }
  }
  tally.forth += forth;
  tally.back += back;
  tally.timeFirst += first * dt;
  tally.timeSecond += second * dt;
};

/** Independent groups of trajectories and times, each with its tally. */
export type Groups = readonly Tally[];

/** One number of each group. */
export const column = (groups: Groups, of: (tally: Tally) => number): Float64Array => Float64Array.from(groups, of);

export const total = (numbers: Float64Array): number => numbers.reduce((sum, value) => sum + value, 0);

/** Adds all that another tally holds. */
export const add = (into: Tally, from: Tally): void => {
  into.samples += from.samples;
  into.sum += from.sum;
  into.squares += from.squares;
  absorb(into.histogram, from.histogram);
  into.forth += from.forth;
  into.back += from.back;
  into.timeFirst += from.timeFirst;
  into.timeSecond += from.timeSecond;
};
