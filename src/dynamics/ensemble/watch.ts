import type { Configuration } from "../integrator.js";
import { needMomenta, type Observable } from "./observable.js";
import type { Harvest, Plan } from "./plan.js";
import { checkValues, emptyTally, type Sums, sumsOf, type Tally, tallyHops, tallyValues } from "./tally.js";

/** The eyes on one block of trajectories. */
export interface Watch {
  /** Before the first observed step: keeps in mind which core each trajectory visited last. */
  settle(): void;
  /** After step number `step`, 0 for the start: counts hops, takes samples and points of the course where they are due. */
  look(step: number): void;
  /** What was seen, with the values as they are now. */
  harvest(): Harvest;
}

/** One observable and all that is kept of it. */
interface Eye {
  readonly observable: Observable;
  readonly tallies: readonly Tally[];
  readonly course: Harvest["course"][number];
  readonly memory: Uint8Array;
  readonly values: Float64Array;
}

const none = new Float64Array(0);

const eyeOn = (observable: Observable, { batches, steps, stride }: Plan, copies: number): Eye => {
  const points = Math.floor(steps / stride) + 1;
  return {
    observable,
    tallies: Array.from({ length: batches }, emptyTally),
    course: { sum: new Float64Array(points), squares: new Float64Array(points) },
    memory: new Uint8Array(copies),
    values: new Float64Array(copies),
  };
};

const addPoint = ({ sum, squares }: Eye["course"], index: number, sums: Sums): void => {
  sum[index] += sums.sum;
  squares[index] += sums.squares;
};

/** Watches the copies in a state through the observables of a plan. @throws PhysicsError "undefined-quantity" for a momentum that there is not, and when it looks
 *  "non-finite" */
export const watch = (plan: Plan, state: Configuration, copies: number): Watch => {
  const { every, stride, steps, batches } = plan;
  const { dt } = plan.integrator;
  for (const { symbol, momenta } of plan.observables)
    if (!state.p && momenta.length > 0) needMomenta(symbol, momenta[0]);
  const eyes = plan.observables.map((observable) => eyeOn(observable, plan, copies));
  const inside = new Float64Array(2 * copies);
  const spare = emptyTally();
  const { q, p = none } = state;
  const hops = ({ observable, memory }: Eye, tally: Tally) => {
    if (observable.cores) tallyHops(tally, observable.cores(q, p, inside, state.account), memory, dt);
  };
  const measure = ({ observable, values }: Eye) => observable.value(q, p, values, state.account);
  return {
    settle: () => {
      for (const eye of eyes) hops(eye, spare);
    },
    look: (step) => {
      const batch = Math.max(Math.floor(((step - 1) * batches) / steps), 0);
      const [sampled, pointed] = [step > 0 && step % every === 0, step % stride === 0];
      for (const eye of eyes) {
        hops(eye, step > 0 ? eye.tallies[batch] : spare);
        if (!sampled && !pointed) continue;
        const sums = sumsOf(measure(eye));
        checkValues(eye.observable.symbol, step, eye.values, sums);
        if (sampled) tallyValues(eye.tallies[batch], eye.values, sums);
        if (pointed) addPoint(eye.course, step / stride, sums);
      }
    },
    harvest: () => ({
      tallies: eyes.map(({ tallies }) => tallies),
      course: eyes.map(({ course }) => course),
      values: eyes.map((eye) => measure(eye)),
    }),
  };
};
