import type { ExpressionField } from "../../potentials/fields/matrix.js";
import type { Stream } from "../../random/stream.js";
import type { Configuration, Integrator } from "../integrator.js";
import type { Bath } from "../splitting/letters.js";
import type { Mass } from "../splitting/mass.js";
import type { Rule } from "../start.js";

/** Times of flows at fixed nuclei and of free flights in turn, as parts of a step: one flow more than flights. `pieces` are those into which it is cut. */
export interface Schedule {
  readonly electrons: readonly number[];
  readonly drifts: readonly number[];
  readonly pieces: number;
}

/** Nuclei with two electron states of a real matrix of formulas. */
export interface EhrenfestRecipe {
  readonly kind: "ehrenfest";
  readonly field: ExpressionField;
  readonly mass: Float64Array;
  readonly hbar: number;
  readonly kT: number;
  readonly dt: number;
  /** The pieces that places drawn by a rule demand, or those that were asked for. */
  scheduleFor(rule: Rule): Schedule;
  /** Whether the angle of a beat is to be watched. */
  readonly watched: boolean;
  /** ⟨φ, σφ⟩ of electrons that begin with nuclei at `q`. */
  spin(q: Float64Array, rng: Stream): readonly [number, number, number];
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
