/** The end of a trajectory where its first coordinate leaves an interval, found to rounding. */

import { PhysicsError } from "../../errors.js";
import type { Stream } from "../../random/stream.js";
import type { Integrator, PhaseState } from "../integrator.js";
import { tape } from "./tape.js";

/** Dynamics whose last step can be cut to length. */
export interface Steppable<S extends PhaseState> extends Integrator<S> {
  withStep(dt: number): Integrator<S>;
}

/** Copies all numbers of a state into one of the same form. */
const put = (from: object, into: object): void => {
  for (const [key, value] of Object.entries(from)) {
    const to = (into as Record<string, unknown>)[key];
    if (ArrayBuffer.isView(value)) (to as Float64Array).set(value as Float64Array);
    else if (typeof value === "object" && value !== null) put(value, to as object);
  }
};

const lost = (end: number, dt: number): never => {
  throw new PhysicsError("unstable", {
    what: `The step that leaves the interval at ${end} cannot be cut so that it ends there (dt = ${dt})`,
    expected: "a motion through the end that is even over one step",
    remedy: `Try dt below ${Number((dt / 4).toPrecision(2))}, or an end that is no turning point`,
  });
};

/** What takes a state on until its first coordinate has left [from, to], and then lies on the end where it left; `step` says whether it has. The
 *  step that is cut is made with the same random numbers whatever its length. */
export const landing = <S extends PhaseState>(
  integrator: Steppable<S>,
  state: S,
  [from, to]: readonly [number, number],
  rng: Stream,
): { readonly step: () => boolean; readonly time: () => number } => {
  const { dt } = integrator;
  const before = structuredClone(state);
  const chances = tape(rng);
  let time = 0;
  const cut = (end: number): number => {
    const start = before.q[0];
    const scratch = structuredClone(before);
    let h = (dt * (end - start)) / (state.q[0] - start);
    for (let turn = 0; turn < 30; turn++) {
      put(before, scratch);
      chances.rewind();
      integrator.withStep(h).step(scratch, chances.stream);
      const off = scratch.q[0] - end;
      if (Math.abs(off) <= 1e-13 * (1 + Math.abs(end))) {
        put(scratch, state);
        return h;
      }
      h -= (off * h) / (scratch.q[0] - start);
      if (!(h > 0 && h <= 2 * dt)) break;
    }
    return lost(end, dt);
  };
  return {
    time: () => time,
    step: () => {
      put(state, before);
      chances.clear();
      integrator.step(state, chances.stream);
      const [x] = state.q;
      const outside = x < from || x > to;
      time += outside ? cut(x < from ? from : to) : dt;
      return outside;
    },
  };
};
