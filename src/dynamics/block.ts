import { PhysicsError } from "../errors.js";
import type { Stream } from "../random/stream.js";
import type { Harvest, Plan } from "./plan.js";
import { scatter } from "./start.js";
import { watch } from "./watch.js";

/** Steps of single trajectories between two pauses. */
const PAUSE = 8192;

const allFinite = (q: Float64Array): boolean => Number.isFinite(q.reduce((sum, x) => sum + Math.abs(x), 0));

const blowUp = ({ integrator }: Plan, step: number): never => {
  throw new PhysicsError("unstable", {
    what: `A trajectory left all bounds before step ${step} (dt = ${integrator.dt})`,
    expected: "finite positions",
    remedy: `Try dt below ${Number((integrator.dt / 4).toPrecision(2))}, and a potential that confines`,
  });
};

/** Runs `copies` trajectories side by side, and pauses every few thousand steps to yield how many were made. The first `burn` steps have numbers
 *  up to 0. @throws PhysicsError "unstable", "non-finite" */
export function* runBlock(plan: Plan, copies: number, rng: Stream): Generator<number, Harvest> {
  const { integrator, steps, burn } = plan;
  const state = integrator.init(scatter(plan.rule, copies, integrator.potential.dim, rng), rng);
  const seen = watch(plan, state, copies);
  const pause = Math.max(1, Math.floor(PAUSE / copies));
  const check = (step: number) => {
    if (!allFinite(state.q)) blowUp(plan, step);
  };
  if (burn === 0) seen.look(0);
  for (let step = 1 - burn; step <= steps; step++) {
    integrator.step(state, rng);
    try {
      if (step < 0) seen.settle();
      else seen.look(step);
    } catch (error) {
      check(step);
      throw error;
    }
    if (step % pause !== 0) continue;
    check(step);
    yield pause * copies;
  }
  check(steps);
  return seen.harvest();
}
