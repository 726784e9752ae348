import type { Displayable } from "../display.js";
import type { Integrator } from "./integrator.js";
import type { Brownian } from "./overdamped/brownian.js";
import { type MalaState, mala } from "./overdamped/mala.js";
import { type MetropolisedState, metropolisedWord } from "./splitting/metropolised-word.js";
import type { Splitting } from "./splitting/splitting.js";

/** Sampling without an error of the time step: Langevin dynamics of a symmetric word whose steps are accepted or rejected by their shadow work, momenta
 *  turned round on rejection; or Brownian dynamics of Euler–Maruyama steps, which is the Metropolis-adjusted Langevin algorithm. The average of "accepted" is
 *  the acceptance rate. @throws PhysicsError "parameter" for a word or method that cannot be tested so */
export function metropolised(integrator: Splitting): Integrator<MetropolisedState> & Displayable;
export function metropolised(integrator: Brownian): Integrator<MalaState> & Displayable;
export function metropolised(
  integrator: Splitting | Brownian,
): (Integrator<MetropolisedState> | Integrator<MalaState>) & Displayable {
  return "moves" in integrator ? metropolisedWord(integrator) : mala(integrator);
}
