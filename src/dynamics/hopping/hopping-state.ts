import type { Displayable } from "../../display.js";
import type { Frame } from "../../potentials/fields/matrix-field.js";
import type { Surface } from "../../potentials/fields/surface.js";
import type { Electrons } from "../electronic/electrons.js";
import type { Weighed } from "../electronic/molecule.js";
import type { Integrator, PhaseState } from "../integrator.js";

/** What a hop can do for which there is not enough energy. */
export const frustrations = { ignore: "keep the momentum", reverse: "turn it round along the coupling" } as const;

export interface SurfaceHoppingOptions {
  /** The level in which electrons begin, 0 (the lowest) unless told; or a rule for their amplitudes, from which the first level is drawn. */
  readonly electrons?: number | Electrons;
  /** What a hop does for which there is not enough energy along the coupling: "ignore" it, unless told, or "reverse" the momentum along it. */
  readonly frustrated?: keyof typeof frustrations;
  /** C of the decoherence time ħ/|Δλ| (1 + C/K), an energy, 0.1 hartree by custom. Without it electrons stay coherent. */
  readonly decoherence?: number;
  /** The temperature of thermal starts of the nuclei, an energy. Without it trajectories begin at rest, unless `start` has momenta. */
  readonly kT?: number;
  /** Friction, a rate, by which a bath at kT acts on the nuclei; 0 unless told. */
  readonly gamma?: number;
}

/** Nuclei and electrons of one or many copies. */
export interface HoppingState extends PhaseState {
  /** Real and imaginary parts of φ, d numbers for each copy, in the basis in which the matrix is written. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** The level on which each copy moves. */
  readonly level: Int32Array;
  /** The energy p²/2m + λ of each copy when its last step began, with the heat that a bath has brought since. */
  readonly energy: Float64Array;
  readonly account: Float64Array;
  readonly frames: readonly Frame[];
}

export interface SurfaceHopping extends Integrator<HoppingState>, Displayable {
  readonly potential: Surface;
  readonly account: readonly string[];
  readonly molecule: Weighed;
  /** The same dynamics with steps of another length. */
  withStep(dt: number): SurfaceHopping;
}
