/** Steps that are accepted or rejected, so that what is sampled no longer depends on dt. */

import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { exactExp } from "../../random/elementary.js";
import { cited } from "../../references.js";
import type { Integrator, PhaseState } from "../integrator.js";
import { remarked } from "../motion-shown.js";
import { type Meter, meterAt, metered } from "./meter.js";
import type { Move, Splitting } from "./splitting.js";

/** A state that knows whether each copy's last proposal was accepted, 1 or 0. */
export interface MetropolisedState extends PhaseState {
  readonly account: Float64Array;
  readonly meter: Meter;
  /** Where the proposal set out from. */
  readonly origin: PhaseState & { readonly energy: Float64Array };
}

const refuse = (word: string, what: string, remedy: string): never => {
  throw new PhysicsError("parameter", {
    what: `The word ${word} ${what}`,
    expected: "a word with a bath O that reads the same backwards, apart from an O at either end",
    remedy,
  });
};

/** The moves before, within and after the part of a step that is accepted or rejected: an O at either end keeps exp(−H/kT) by itself. */
const parts = (moves: readonly Move[]): readonly (readonly Move[])[] => {
  const inner = ({ letter }: Move) => letter !== "O";
  const [first, last] = [moves.findIndex(inner), moves.findLastIndex(inner)];
  return [moves.slice(0, first), moves.slice(first, last + 1), moves.slice(last + 1)];
};

const reversible = (moves: readonly Move[]): boolean => {
  const word = moves.filter(({ letter }) => letter !== "F");
  return word.every(({ letter, h }, i) => {
    const mirror = word[word.length - 1 - i];
    return letter === mirror.letter && h === mirror.h;
  });
};

/** Puts a copy back to where it was, with its momenta turned round. */
const turnBack = (state: PhaseState, origin: PhaseState, from: number, to: number): void => {
  for (let i = from; i < to; i++) {
    state.q[i] = origin.q[i];
    state.force[i] = origin.force[i];
    state.p[i] = -origin.p[i];
  }
};

/** Langevin dynamics with a test: the part of a step between its outermost O is accepted with the probability min(1, e^(−w/kT)), w its shadow work;
 *  otherwise the copy stays where it was, with its momenta turned round. exp(−H/kT) is then sampled exactly at any dt. Observables may name
 *  "accepted", which is 1 or 0 for the last step; its average is the acceptance rate.
 *  @throws PhysicsError "parameter" for a word that is not symmetric or has no O [horowitz-1991, sivak-chodera-crooks-2013] */
export const metropolisedWord = (integrator: Splitting): Integrator<MetropolisedState> & Displayable => {
  cited("horowitz-1991", "sivak-chodera-crooks-2013");
  const { name, dt, kT, potential, draws, word } = integrator;
  const [head, core, tail] = parts(integrator.moves);
  if (draws === 0) refuse(word, "has no O", "Run dynamics.hmc, or dynamics.langevin with OBABO");
  if (!reversible(core)) refuse(word, "does not read the same backwards", 'Try "BAOAB"');
  const run = metered(integrator, core);
  return {
    name: `Metropolised ${name}`,
    dt,
    kT,
    potential,
    draws,
    account: ["accepted"],
    init: (q, rng) => {
      const meter = meterAt(integrator, q);
      const state = integrator.init(q, rng);
      return {
        ...state,
        meter,
        account: new Float64Array(meter.heat.length).fill(1),
        origin: { q: q.slice(), p: state.p.slice(), force: state.force.slice(), energy: meter.energy.slice() },
      };
    },
    step: (state, rng) => {
      const { account, meter, origin } = state;
      for (const { flow } of head) flow(state, rng);
      for (const part of ["q", "p", "force"] as const) origin[part].set(state[part]);
      origin.energy.set(meter.energy);
      meter.shadow.fill(0);
      run(state, rng, meter);
      for (let k = 0; k < account.length; k++) {
        account[k] = Number(rng.uniform() < exactExp(-meter.shadow[k] / kT));
        if (account[k] === 1) continue;
        turnBack(state, origin, k * potential.dim, (k + 1) * potential.dim);
        meter.energy[k] = origin.energy[k];
      }
      for (const { flow } of tail) flow(state, rng);
      return state;
    },
    [display]: () => remarked(integrator, "steps accepted or rejected"),
  };
};
