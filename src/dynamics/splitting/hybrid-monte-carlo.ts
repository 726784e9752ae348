import { positive, whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { cited } from "../../references.js";
import type { Integrator } from "../integrator.js";
import { motionShown, newton } from "../motion-shown.js";
import { type MetropolisedState, metropolisedWord } from "./metropolised-word.js";
import { type System, splitting } from "./splitting.js";
import { velocityVerlet } from "./velocity-verlet.js";

/** Hybrid Monte Carlo: momenta are drawn afresh, the system runs for a time `dt` by `leaps` steps of velocity Verlet, and where it arrives is accepted with
 *  the probability min(1, e^(−ΔH/kT)). exp(−H/kT) is sampled exactly, but time has no meaning beyond dt. Observables may name "accepted".
 *  @throws PhysicsError "parameter", "dimension" [duane-1987] */
export const hmc = (
  system: System,
  { kT }: { readonly kT: number },
  dt: number,
  { leaps = 10 }: { readonly leaps?: number } = {},
): Integrator<MetropolisedState> & Displayable => {
  cited("duane-1987");
  positive("kT", kT);
  whole("leaps", leaps);
  const word = `O${"BAB".repeat(leaps)}`;
  const name = `Hybrid Monte Carlo of ${leaps} leaps`;
  const drawn = splitting(system, { kT, gamma: Number.POSITIVE_INFINITY }, dt, { name, word });
  const { longest } = velocityVerlet(system, dt);
  return {
    ...metropolisedWord(drawn),
    name,
    longest: (q) => leaps * longest(q),
    [display]: () => motionShown(name, newton, { dt, kT }),
  };
};
