import type { Potential } from "../potentials/potential.js";
import type { Stream } from "../random/stream.js";

/** Positions of one or many independent copies of a system, one copy after the other. */
export interface Configuration {
  readonly q: Float64Array;
  /** The force at the last configuration where it was needed. */
  readonly force: Float64Array;
  /** Momenta, where the dynamics has them. */
  readonly p?: Float64Array;
  /** What the dynamics keeps account of: for each copy the numbers that `account` of the integrator names. It may be worked out when it
   *  is asked for. */
  readonly account?: Float64Array;
}

/** Positions, momenta and forces. */
export interface PhaseState extends Configuration {
  readonly p: Float64Array;
}

/** A piece of a step: it changes the state in place. */
export type Flow<S = PhaseState> = (state: S, rng: Stream) => void;

/** A rule that takes states forward by `dt`. `step` works in place and returns the state it was given. */
export interface Integrator<S extends Configuration = Configuration> {
  readonly name: string;
  readonly dt: number;
  /** The temperature of thermal starts, an energy; 0 where nothing is thermal. */
  readonly kT: number;
  readonly potential: Potential;
  /** Names of the numbers in `account` of a state, such as heat and shadow: observables may hold them. */
  readonly account?: readonly string[];
  /** Normal numbers that a step draws for each coordinate, spread evenly over dt. */
  readonly draws: number;
  /** The longest dt at which motion in the well with its minimum at `q` stays bounded; absent where there is no such limit. */
  longest?(q: Float64Array): number;
  /** A state at `q`, which holds one or many points; momenta, if any, are thermal. */
  init(q: Float64Array, rng: Stream): S;
  step(state: S, rng: Stream): S;
}
