import { breathing } from "../../breath.js";
import { positive, whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { estimate, type ShownEstimate } from "../../estimate/estimate.js";
import { moments } from "../../estimate/moments.js";
import { reporting } from "../../progress.js";
import { type Stream, stream } from "../../random/stream.js";
import { table } from "../../table.js";
import { type Observation, observable } from "../ensemble/observable.js";
import type { Configuration, Integrator, PhaseState } from "../integrator.js";
import { checkBounds, checkStep } from "../stability.js";
import { begin, placeOf, type StartPoint, starter } from "../start.js";
import { landing, type Steppable } from "./landing.js";

export interface ScatteringOptions {
  /** Where the trajectories begin, such as { q: [-10], p: [15] }, or a rule that draws it. */
  readonly start: StartPoint;
  /** A trajectory ends where its first coordinate leaves this interval. */
  readonly leaves: readonly [number, number];
  /** The longest time that a trajectory may take. */
  readonly within: number;
  readonly seed: string;
  /** 1 unless told, which is enough where neither start nor electrons are drawn. */
  readonly trajectories?: number;
  readonly progress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** Where trajectories arrived. */
export interface Scattering extends Displayable {
  /** Coordinates and momenta at the end, one trajectory after the other, and what the dynamics keeps account of. */
  readonly q: Float64Array;
  readonly p: Float64Array;
  readonly account: Float64Array;
  /** The time that each took. */
  readonly time: Float64Array;
  /** The part that left through the upper end, and through the lower one; for Ehrenfest dynamics level by level. */
  readonly transmission: readonly ShownEstimate[];
  readonly reflection: readonly ShownEstimate[];
  /** The average of an observable at the end, such as "p^2/4000 + potential". @throws PhysicsError "expression" */
  average(observation: Observation): ShownEstimate;
}

const averageOf = (values: Float64Array): ShownEstimate => {
  const { mean, variance } = moments(values);
  const n = values.length;
  return estimate(mean, n > 1 ? Math.sqrt(variance / (n - 1)) : 0, n);
};

const tooLong = (within: number, x: number, trajectory: number): never => {
  throw new PhysicsError("too-short", {
    what: `Trajectory ${trajectory} is still at ${Number(x.toPrecision(6))} after a time of ${within}`,
    expected: "all to leave the interval",
    remedy: "Give more time with within, or a start with more momentum",
  });
};

/** The weight of each level at the end: its population where there is an account of it, otherwise 1 in one channel. */
const weightsOf = ({ account = [] }: Integrator<Configuration>): number[] => {
  const levels = account.flatMap((name, i) => (/^P_\d+$/.test(name) ? [i] : []));
  return levels.length > 0 ? levels : [-1];
};

/** Runs one trajectory to its end, and gives way now and then. @throws PhysicsError "too-short", "unstable" */
async function toEnd<S extends PhaseState>(
  integrator: Steppable<S>,
  { leaves, within }: ScatteringOptions,
  { state, rng, number }: { readonly state: S; readonly rng: Stream; readonly number: number },
  breath: () => Promise<void> | undefined,
): Promise<number> {
  const flight = landing(integrator, state, leaves, rng);
  for (let step = 1; !flight.step(); step++) {
    if (flight.time() > within) tooLong(within, state.q[0], number);
    if (step % 1024 !== 0) continue;
    checkBounds(state.q, step, integrator.dt);
    await breath();
  }
  return flight.time();
}

const inside = ({ start, leaves: [from, to] }: ScatteringOptions): void => {
  if (typeof start === "function") return;
  const x = placeOf(start)[0];
  if (from < to && x >= from && x <= to) return;
  throw new PhysicsError("parameter", {
    what: `The start is ${x}, and the interval goes from ${from} to ${to}`,
    expected: "a start within an interval whose lower end comes first",
    remedy: "Write leaves: [a, b] with a < b, and a start between them",
  });
};

/** Trajectories that run until their first coordinate leaves an interval, where the last step is cut so that they end on it. Trajectory k draws from a
 *  stream of its own, so that results do not depend on how many there are. Gives way to the event loop every 10 ms.
 *  @throws PhysicsError "parameter", "dimension", "too-short" for a trajectory that stays inside, "unstable"; and the reason of an aborted `signal` */
export const scattering = async <S extends PhaseState>(
  integrator: Steppable<S>,
  options: ScatteringOptions,
): Promise<Scattering> => {
  const { trajectories = 1, seed, start, leaves, within } = options;
  const { dim } = integrator.potential;
  whole("trajectories", trajectories);
  positive("within", within);
  inside(options);
  const general = integrator as unknown as Integrator<Configuration>;
  const rule = starter(general, start);
  const root = stream(seed);
  checkStep(general, placeOf(rule(root)));
  const names = integrator.account ?? [];
  const [q, p] = [new Float64Array(trajectories * dim), new Float64Array(trajectories * dim)];
  const account = new Float64Array(trajectories * names.length);
  const time = new Float64Array(trajectories);
  const breath = breathing(options.signal);
  const report = options.progress ?? reporting(`${trajectories} trajectories`);
  for (let number = 0; number < trajectories; number++) {
    const rng = root.child(number);
    const state = begin(integrator, rule, 1, rng);
    time[number] = await toEnd(integrator, options, { state, rng, number }, breath);
    q.set(state.q, number * dim);
    p.set(state.p, number * dim);
    if (state.account) account.set(state.account, number * names.length);
    report((number + 1) / trajectories);
    await breath();
  }
  const middle = 0.5 * (leaves[0] + leaves[1]);
  const part = (forward: boolean): ShownEstimate[] =>
    weightsOf(general).map((at) =>
      averageOf(
        Float64Array.from({ length: trajectories }, (_, k) =>
          q[k * dim] > middle === forward ? (at < 0 ? 1 : account[k * names.length + at]) : 0,
        ),
      ),
    );
  const [transmission, reflection] = [part(true), part(false)];
  const rows = transmission.map((through, level) => ({ level, transmission: through, reflection: reflection[level] }));
  return {
    ...{ q, p, account, time, transmission, reflection },
    average: (observation) => {
      const { value } = observable("average", observation, general);
      return averageOf(value(q, p, new Float64Array(trajectories), account));
    },
    [display]: () => table(rows)[display](),
  };
};
