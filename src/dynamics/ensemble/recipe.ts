import type { Operand } from "../../expressions/code.js";
import type { Stream } from "../../random/stream.js";
import type { Configuration, Integrator } from "../integrator.js";
import type { Bath } from "../splitting/letters.js";
import type { Mass } from "../splitting/mass.js";
import type { Lane } from "./lane.js";

/** Times of flows at fixed nuclei and of free flights in turn, as parts of a step: one flow more than flights. `pieces` are those into which it is cut. */
export interface Schedule {
  readonly electrons: readonly number[];
  readonly drifts: readonly number[];
  readonly pieces: number;
}

/** Electrons as numbers of a lane, with what moves them. */
export interface LaneElectrons {
  /** How many numbers e_0, e_1, … they are. */
  readonly count: number;
  /** These numbers for electrons that begin with nuclei at `q`. */
  draw(q: Float64Array, rng: Stream): ArrayLike<number>;
  /** (λ_max − λ_min)/ħ at a place. */
  frequency(q: Float64Array): number;
  /** Moves electrons and momenta on by a time h at fixed nuclei, and gives the frequency of the fastest beat. */
  flow(lane: Lane, h: number): Operand;
  /** Follows nuclei that have come from `before` to where they are now. */
  follow(lane: Lane, before: readonly Operand[]): void;
  /** ⟨φ, Vφ⟩ and the populations. */
  account(lane: Lane): readonly Operand[];
}

/** Nuclei in the mean field of electrons. */
export interface EhrenfestRecipe {
  readonly kind: "ehrenfest";
  readonly mass: Float64Array;
  readonly kT: number;
  readonly dt: number;
  readonly stages: readonly number[];
  readonly substeps: number | undefined;
  readonly electrons: LaneElectrons;
}

/** What a step is made of, as numbers: the letters of a word with their times, or a method of Brownian motion with mobility·dt and √(2D dt). */
export type Recipe =
  | {
      readonly kind: "splitting";
      readonly moves: readonly { readonly letter: string; readonly h: number }[];
      readonly mass: Mass;
      readonly bath: Bath;
    }
  | { readonly kind: "euler-maruyama" | "leimkuhler-matthews"; readonly mobility: number; readonly width: number }
  | EhrenfestRecipe;

/** Kept beside the integrators, not in them: a copy with another step must not bring along the recipe of this one. */
const recipes = new WeakMap<object, Recipe>();

/** Notes the recipe of an integrator. */
export const hasRecipe = <I extends object>(integrator: I, recipe: Recipe): I => {
  recipes.set(integrator, recipe);
  return integrator;
};

/** The recipe of an integrator, if it has one. */
export const recipeOf = (integrator: Integrator<Configuration>): Recipe | undefined => recipes.get(integrator);
