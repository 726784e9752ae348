import type { Stream } from "../../random/stream.js";
import { checkBounds } from "../stability.js";
import { begin } from "../start.js";
import type { Harvest, Plan } from "./plan.js";
import { watch } from "./watch.js";

/** Steps of single trajectories between two pauses. */
const PAUSE = 8192;

/** Runs `copies` trajectories side by side, and pauses every few thousand steps to yield how many were made. The first `burn` steps have numbers
 *  up to 0. @throws PhysicsError "unstable", "non-finite" */
export function* runBlock(plan: Plan, copies: number, rng: Stream): Generator<number, Harvest> {
  const { integrator, steps, burn } = plan;
  const state = begin(integrator, plan.rule, copies, rng);
  const seen = watch(plan, state, copies);
  const pause = Math.max(1, Math.floor(PAUSE / copies));
  const check = (step: number): void => checkBounds(state.q, step, integrator.dt);
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
