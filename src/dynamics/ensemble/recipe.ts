import type { Configuration, Integrator } from "../integrator.js";
import type { Bath } from "../splitting/letters.js";
import type { Mass } from "../splitting/mass.js";

/** What a step is made of, as numbers: the letters of a word with their times, or a method of Brownian motion with mobility·dt and √(2D dt). */
export type Recipe =
  | {
      readonly kind: "splitting";
      readonly moves: readonly { readonly letter: string; readonly h: number }[];
      readonly mass: Mass;
      readonly bath: Bath;
    }
  | { readonly kind: "euler-maruyama" | "leimkuhler-matthews"; readonly mobility: number; readonly width: number };

/** Kept beside the integrators, not in them: a copy with another step must not bring along the recipe of this one. */
const recipes = new WeakMap<object, Recipe>();

/** Notes the recipe of an integrator. */
export const hasRecipe = <I extends object>(integrator: I, recipe: Recipe): I => {
  recipes.set(integrator, recipe);
  return integrator;
};

/** The recipe of an integrator, if it has one. */
export const recipeOf = (integrator: Integrator<Configuration>): Recipe | undefined => recipes.get(integrator);
