import type { Potential } from "../potentials/potential.js";
import type { Stream } from "../random/stream.js";

/** Positions of one or many independent copies of a system, one copy after the other. */
export interface Configuration {
  readonly q: Float64Array;
  /** The force at the last configuration where it was needed. */
  readonly force: Float64Array;
  /** Momenta, where the dynamics has them. */
  readonly p?: Float64Array;
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
  readonly kT: number;
  readonly potential: Potential;
  /** A state at `q`, which holds one or many points; momenta, if any, are thermal. */
  init(q: Float64Array, rng: Stream): S;
  step(state: S, rng: Stream): S;
}
