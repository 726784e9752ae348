import type { Displayable } from "../../display.js";
import type { Density } from "../density.js";
import type { Field, VectorField } from "../field.js";
import type { Generator, Start } from "../generator.js";
import type { Region } from "../region.js";
import type { PhaseReaction } from "./phase-reaction.js";
import type { PhaseSpectrum } from "./phase-spectrum.js";

/** A density that knows how far it may be off. */
export interface PhaseDensity extends Density {
  /** A bound of ∫ |δρ| dx dp from the steps in time and, where functions stand for cells, from those that are missing. */
  readonly error: number;
}

/** The root mean square of ⟨a, 𝓛b⟩ less its transpose over that of ⟨a, 𝓛b⟩, for random a and b. */
export interface PhaseBalance extends Displayable {
  /** With the momenta turned round, 𝓛ᵀ = T𝓛T: rounding. */
  readonly reversed: number;
  /** Without, 𝓛ᵀ = 𝓛: of the order of one, as probability flows in circles. */
  readonly plain: number;
}

/** Where passages start: at a point (x, p), in a region (in equilibrium there), or from a density. */
export type PhaseFrom = readonly number[] | Region | Density;

/** A generator in phase space, in detailed balance only when momenta are turned round. */
export interface PhaseGenerator extends Generator {
  /** 𝓛†a at the cells, into `out`: Σ a 𝓛ρ · volume = Σ ρ 𝓛†a · volume. */
  adjoint(a: Float64Array, out: Float64Array): Float64Array;
  /** The `count` eigenvalues nearest to 0, that of rest among them, or nearest to ± a `frequency`, with their modes; one more where a pair would be torn. */
  spectrum(count: number, options?: { readonly frequency?: number }): PhaseSpectrum;
  propagate(rho: Start, t: number): PhaseDensity;
  /** What flows where: J with ∂ρ/∂t = −∂ₓJₓ − ∂ₚJₚ. */
  current(rho: Start): VectorField;
  /** Whether 𝓛 is its own transpose when momenta are turned round. */
  detailedBalance(): PhaseBalance;
  /** The mean time from a start to the first arrival in a region. */
  firstPassage(from: PhaseFrom, to: Region): number;
  /** That time from every cell. */
  passageTimes(to: Region): Field;
  /** The probability to come to B before A, from every cell. By "upwind" it lies between 0 and 1; by "finite-volume" it may leave them by 0.01, and cells
   *  too coarse for that, as they are for weak friction, are refused. @throws PhysicsError "grid", "not-converged" */
  committor(A: Region, B: Region): Field;
  /** Transition-path theory without detailed balance: flux, rate and current of the paths from A to B in equilibrium. */
  reaction(A: Region, B: Region): PhaseReaction;
}
