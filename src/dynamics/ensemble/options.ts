import type { StartPoint } from "../start.js";
import type { Observation } from "./observable.js";

/** What an ensemble is to do, and how. */
export interface EnsembleOptions<K extends string> {
  readonly trajectories: number;
  /** Steps of each trajectory that are observed. */
  readonly steps: number;
  /** A phrase. The same phrase gives the same bits on any number of threads and every machine, where potential, observables and start are formulas;
   *  functions of one's own that call Math.exp and its like may differ between engines in the last bit. */
  readonly seed: string;
  readonly observe: Readonly<Record<K, Observation>>;
  /** Steps before the first that is observed, 0 unless told. */
  readonly burn?: number;
  /** Steps from one sample to the next, 10 unless told. Hops are looked for at every step. */
  readonly every?: number;
  /** Where trajectories begin; in the canonical ensemble unless told. */
  readonly start?: StartPoint;
  /** Called with the share of the work that is done. */
  readonly progress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
  /** Threads to run on, all that the machine has unless told. Functions as observables or potentials run on one. */
  readonly threads?: number;
  /** "f64" unless told; "f32" draws noise in single precision for a state in double precision, in half the time. */
  readonly noise?: "f64" | "f32";
  /** A file in which the run keeps what it has done, every second and when it is stopped: the same call continues from there to the same bits. */
  readonly checkpoint?: string;
}
