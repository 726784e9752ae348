import type { Configuration, Integrator } from "../integrator.js";
import type { Rule } from "../start.js";
import type { Observable } from "./observable.js";
import type { Tally } from "./tally.js";

/** What every block of a run has in common. Nothing in it depends on the other blocks, so that blocks can run anywhere in any order. */
export interface Plan {
  readonly integrator: Integrator<Configuration>;
  readonly observables: readonly Observable[];
  readonly rule: Rule;
  readonly steps: number;
  readonly burn: number;
  readonly every: number;
  /** Batches into which the steps are cut. */
  readonly batches: number;
  /** Steps between two points of the course. */
  readonly stride: number;
}

/** What a block leaves: tallies by observable and batch, sums over its trajectories at each point of the course, and values at the end. */
export interface Harvest {
  readonly tallies: readonly (readonly Tally[])[];
  readonly course: readonly { readonly sum: Float64Array; readonly squares: Float64Array }[];
  readonly values: readonly Float64Array[];
}
