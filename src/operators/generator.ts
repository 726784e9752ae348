import type { Displayable } from "../display.js";
import type { Grid } from "../grids/grid.js";
import type { DetailedBalance } from "./balance.js";
import type { Density } from "./density.js";
import type { Reaction } from "./diffusion/reaction.js";
import type { Field, VectorField } from "./field.js";
import type { PointFunction } from "./point-function.js";
import type { Region } from "./region.js";
import type { Spectrum } from "./spectrum.js";

/** Where a density comes from: one on the same grid, its values, or a function of the coordinates that is then normalised. */
export type Start = Density | Float64Array | PointFunction;

/** The operator of ∂ρ/∂t = 𝓛ρ on a grid. */
export interface Generator extends Displayable {
  readonly grid: Grid;
  /** ∂ρ/∂t = 𝓛ρ in LaTeX. */
  readonly equation: string;
  /** 𝓛ρ at the cells, into `out`; Σ out · volume = 0 where nothing is lost. */
  apply(rho: Float64Array, out: Float64Array): Float64Array;
  /** The density with 𝓛ρ = 0 and mass 1. */
  equilibrium(): Density;
  /** exp(t𝓛)ρ. */
  propagate(rho: Start, t: number): Density;
}

/** The long work of a generator in turns. Each rejects with the errors of its hasty twin, and with the reason of an aborted `signal`: within one step of Lanczos'
 *  method or one term of the series, but not while a matrix is factorised. */
export interface UnhurriedGenerator {
  spectrum(count: number, options?: { readonly signal?: AbortSignal }): Promise<Spectrum>;
  propagate(rho: Start, t: number, options?: { readonly signal?: AbortSignal }): Promise<Density>;
}

/** A generator in detailed balance. */
export interface ReversibleGenerator extends Generator {
  /** The `count` smallest decay rates, λ₀ = 0 among them where nothing is lost, with their modes. */
  spectrum(count: number): Spectrum;
  /** The same with pauses, so that a notebook shows how far the work has come and stays alive; an aborted `signal` ends it. */
  readonly unhurried: UnhurriedGenerator;
  /** The probability current J of a density, ∂ρ/∂t = −∇·J. */
  current(rho: Start): VectorField;
  /** The mean time from a start (a point, a region in equilibrium, a density) to the first arrival in a region; without one, to an absorbing end. */
  firstPassage(from: number | readonly number[] | Region | Density, to?: Region): number;
  /** That time from every cell. */
  passageTimes(to?: Region): Field;
  /** The probability to come to B before A, from every cell. */
  committor(A: Region, B: Region): Field;
  /** Transition-path theory: flux, rate, capacity and current of the paths from A to B in equilibrium. */
  reaction(A: Region, B: Region): Reaction;
  /** How far the rates of jumps are from detailed balance with exp(−V/kT). */
  detailedBalance(): DetailedBalance;
}
