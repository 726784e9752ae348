import { type Displayable, display } from "../../display.js";
import { cited } from "../../references.js";
import type { Integrator, PhaseState } from "../integrator.js";
import { remarked } from "../motion-shown.js";
import { type Meter, meterAt, metered } from "./meter.js";
import type { Splitting } from "./splitting.js";

/** A state that knows what its energy gained since the start: for each copy its heat and its shadow work, one after the other. */
export interface AccountedState extends PhaseState {
  readonly account: Float64Array;
  readonly meter: Meter;
}

/** Langevin dynamics or velocity Verlet with an account of energy: H(t) − H(0) = heat + shadow, for each copy. The heat is what the O of the steps brought in,
 *  the shadow work what A and B did, which would be 0 for short steps; where there is no bath, it is the error of the energy. Observables may name
 *  "heat" and "shadow", and trajectories keep them. Steps take the same course as without. [sivak-chodera-crooks-2013] */
export const accounted = (integrator: Splitting): Integrator<AccountedState> & Displayable => {
  cited("sivak-chodera-crooks-2013");
  const { name, dt, kT, potential, draws, longest, moves } = integrator;
  const run = metered(integrator, moves);
  return {
    name,
    dt,
    kT,
    potential,
    draws,
    longest,
    account: ["heat", "shadow"],
    init: (q, rng) => {
      const meter = meterAt(integrator, q);
      return { ...integrator.init(q, rng), meter, account: new Float64Array(2 * meter.heat.length) };
    },
    step: (state, rng) => {
      const { account, meter } = state;
      run(state, rng, meter);
      for (let k = 0; k < meter.heat.length; k++) {
        account[2 * k] = meter.heat[k];
        account[2 * k + 1] = meter.shadow[k];
      }
      return state;
    },
    [display]: () => remarked(integrator, "heat and shadow work kept account of"),
  };
};
