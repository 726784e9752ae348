import { PhysicsError } from "../errors.js";
import type { Stream } from "../random/stream.js";
import type { Configuration, Integrator } from "./integrator.js";
import type { Observable } from "./observable.js";
import { scatter } from "./start.js";
import { emptyTally, type Tally, tallyHops, tallyValues } from "./tally.js";

/** What every block of a run has in common. Nothing in it depends on the other blocks, so that blocks can run anywhere in any order. */
export interface Plan {
  readonly integrator: Integrator<Configuration>;
  readonly observables: readonly Observable[];
  readonly rule: (rng: Stream) => ArrayLike<number>;
  readonly steps: number;
  readonly burn: number;
  readonly every: number;
  /** Batches into which the steps are cut. */
  readonly batches: number;
  /** Steps between two points of the course. */
  readonly stride: number;
}

/** What a block leaves: tallies by observable and batch, sums over its trajectories at each point of the course, and values at the end. */
export interface Harvest {
  readonly tallies: readonly (readonly Tally[])[];
  readonly course: readonly { readonly sum: Float64Array; readonly squares: Float64Array }[];
  readonly values: readonly Float64Array[];
}

const none = new Float64Array(0);

const blowUp = ({ integrator }: Plan, step: number): never => {
  throw new PhysicsError("unstable", {
    what: `A trajectory left all bounds before step ${step} (dt = ${integrator.dt})`,
    expected: "finite positions",
    remedy: `Try dt below ${(integrator.dt / 4).toPrecision(2)}, and a potential that confines`,
  });
};

const allFinite = (q: Float64Array): boolean => Number.isFinite(q.reduce((sum, x) => sum + Math.abs(x), 0));

/** Adds the present values to the course. */
const addCourse = ({ sum, squares }: Harvest["course"][number], index: number, values: Float64Array): void => {
  for (const value of values) {
    sum[index] += value;
    squares[index] += value * value;
  }
};

/** Runs `copies` trajectories side by side; stops for breath after every few thousand steps of one copy, yielding how many were done. @throws PhysicsError "unstable" */
export function* runBlock(plan: Plan, copies: number, rng: Stream): Generator<number, Harvest> {
  const { integrator, observables, steps, burn, every, batches, stride } = plan;
  const state = integrator.init(scatter(plan.rule, copies, integrator.potential.dim, rng), rng);
  const p = state.p ?? none;
  const points = Math.floor(steps / stride) + 1;
  const tallies = observables.map(() => Array.from({ length: batches }, emptyTally));
  const course = observables.map(() => ({ sum: new Float64Array(points), squares: new Float64Array(points) }));
  const memory = observables.map(() => new Uint8Array(copies));
  const values = observables.map(() => new Float64Array(copies));
  const inside = new Float64Array(2 * copies);
  const pause = Math.max(1, Math.floor(8192 / copies));
  const look = (step: number, batch: number) => {
    observables.forEach(({ value, cores }, k) => {
      const tally = tallies[k][batch];
      if (cores && step > 0) tallyHops(tally, cores(state.q, p, inside), memory[k], integrator.dt);
      const sampled = step > 0 && step % every === 0;
      if (!sampled && step % stride !== 0) return;
      value(state.q, p, values[k]);
      if (sampled) tallyValues(tally, values[k]);
      if (step % stride === 0) addCourse(course[k], step / stride, values[k]);
    });
  };
  const spare = emptyTally();
  for (let step = 1 - burn; step <= 0; step++) {
    integrator.step(state, rng);
    observables.forEach(({ cores }, k) => {
      if (cores) tallyHops(spare, cores(state.q, p, inside), memory[k], integrator.dt);
    });
    if (step % pause === 0) yield pause * copies;
  }
  if (!allFinite(state.q)) blowUp(plan, 0);
  look(0, 0);
  for (let step = 1; step <= steps; step++) {
    integrator.step(state, rng);
    look(step, Math.floor(((step - 1) * batches) / steps));
    if (step % pause !== 0) continue;
    if (!allFinite(state.q)) blowUp(plan, step);
    yield pause * copies;
  }
  if (!allFinite(state.q)) blowUp(plan, steps);
  observables.forEach(({ value }, k) => {
    value(state.q, p, values[k]);
  });
  return { tallies, course, values };
}
