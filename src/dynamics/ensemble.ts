import { whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { reporting } from "../progress.js";
import { stream } from "../random/stream.js";
import { table } from "../table.js";
import { runBlock } from "./block.js";
import { breathing } from "./breath.js";
import type { Configuration, Integrator } from "./integrator.js";
import { type Course, type Measurement, measurement } from "./measurement.js";
import { type Observation, observable } from "./observable.js";
import type { Harvest, Plan } from "./plan.js";
import { checkStep } from "./stability.js";
import { placeOf, type StartPoint, starter } from "./start.js";
import { merged, type Tally } from "./tally.js";

export interface EnsembleOptions<K extends string> {
  readonly trajectories: number;
  /** Steps of each trajectory that are observed. */
  readonly steps: number;
  /** A phrase. The same phrase gives the same numbers on any number of threads, and the same bits on every machine where potential and start are made
   *  of + − × ÷, whole powers, sqrt and abs; exp, sin and their like may differ between engines in the last bit. */
  readonly seed: string;
  readonly observe: Readonly<Record<K, Observation>>;
  /** Steps before the first that is observed, 0 unless told. */
  readonly burn?: number;
  /** Steps from one sample to the next, 10 unless told. Hops are looked for at every step. */
  readonly every?: number;
  /** Where trajectories begin; in the canonical ensemble unless told. */
  readonly start?: StartPoint;
  /** Called with the share of the work that is done. */
  readonly progress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** One measurement for each observable, by its name. */
export type Run<K extends string> = Readonly<Record<K, Measurement>> & Displayable;

/** Trajectories that run side by side; at least 64 blocks where there are as many trajectories. */
const LANES = 64;
/** Independent groups from which errors are found. */
const GROUPS = 64;

const coursesOf = (
  plan: Plan,
  harvests: readonly Harvest[],
  trajectories: number,
  symbols: readonly string[],
): Course[] =>
  symbols.map((symbol, k) => {
    const points = harvests[0].course[k].sum.length;
    const add = (part: "sum" | "squares") =>
      Float64Array.from({ length: points }, (_, i) =>
        harvests.reduce((sum, { course }) => sum + course[k][part][i], 0),
      );
    const mean = add("sum").map((value) => value / trajectories);
    const squares = add("squares");
    return {
      symbol,
      t: mean.map((_, i) => i * plan.stride * plan.integrator.dt),
      mean,
      error: mean.map((m, i) =>
        trajectories > 1
          ? Math.sqrt(Math.max(squares[i] / trajectories - m * m, 0) / (trajectories - 1))
          : Number.POSITIVE_INFINITY,
      ),
    };
  });

/** Blocks sorted into groups, block by block round and round, each group merged into one tally; batches of time stay apart. */
const groupsOf = (harvests: readonly Harvest[], k: number): Tally[] => {
  const count = Math.min(harvests.length, GROUPS);
  return Array.from({ length: count }, (_, group) => harvests.filter((_, block) => block % count === group)).flatMap(
    (members) => members[0].tallies[k].map((_, batch) => merged(members.map(({ tallies }) => tallies[k][batch]))),
  );
};

const joined = (parts: readonly Float64Array[]): Float64Array => {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const runAll = async (plan: Plan, trajectories: number, options: EnsembleOptions<string>): Promise<Harvest[]> => {
  const lanes = Math.min(Math.max(Math.floor(trajectories / GROUPS), 1), LANES);
  const root = stream(options.seed);
  const breath = breathing(options.signal);
  const work = trajectories * (plan.steps + plan.burn);
  const report = options.progress ?? reporting(`${trajectories} trajectories`);
  const harvests: Harvest[] = [];
  let done = 0;
  for (let block = 0; block * lanes < trajectories; block++) {
    const copies = Math.min(lanes, trajectories - block * lanes);
    const running = runBlock(plan, copies, root.child(block));
    for (let turn = running.next(); ; turn = running.next()) {
      if (turn.done) {
        harvests.push(turn.value);
        break;
      }
      done += turn.value;
      const pause = breath();
      if (pause === undefined) continue;
      report(Math.min(done / work, 1));
      await pause;
    }
  }
  report(1);
  return harvests;
};

const planOf = (integrator: Integrator<Configuration>, options: EnsembleOptions<string>): Plan => {
  const { steps, burn = 0, every = 10, trajectories, observe } = options;
  whole("trajectories", trajectories);
  whole("every", every);
  whole("burn", burn, 0);
  whole("steps", steps, every);
  const blocks = Math.min(trajectories, GROUPS);
  const batches = Math.ceil(GROUPS / blocks);
  if (steps < batches * every)
    throw new PhysicsError("too-short", {
      what: `${steps} steps of ${trajectories} trajectories leave no batches to find an error from`,
      expected: `at least ${batches * every} steps, or ${GROUPS} trajectories`,
      remedy: "Run longer, or more trajectories",
    });
  const rule = starter(integrator, options.start);
  checkStep(integrator, placeOf(rule(stream(options.seed))));
  return {
    integrator,
    observables: Object.entries(observe).map(([name, observation]) => observable(name, observation, integrator)),
    rule,
    steps,
    burn,
    every,
    batches,
    stride: every * Math.ceil(steps / every / 400),
  };
};

/** Many independent trajectories of an integrator, observed as they go; nothing but tallies is kept. Averages are over trajectories and time, and their
 *  errors come from the scatter between 64 groups of trajectories (below 64 trajectories, between batches of time as well). A hop of a condition such as
 *  "x > 0" counts when the next minimum on the other side has been reached, so that recrossings of the barrier do not count; a `burn` as long as it
 *  takes to settle in a well makes its rate unbiased. Hops in x stand for escapes only where friction is strong enough (gamma above the frequency of
 *  the barrier) to keep the particle there.
 *  Gives way to the event loop every 10 ms.
 *  @throws PhysicsError "parameter", "expression", "dimension", "unstable", "non-finite", "too-short" where no error can be found at all; and the reason of an aborted `signal` */
export const ensemble = async <K extends string, S extends Configuration>(
  integrator: Integrator<S>,
  options: EnsembleOptions<K>,
): Promise<Run<K>> => {
  const plan = planOf(integrator as unknown as Integrator<Configuration>, options);
  const harvests = await runAll(plan, options.trajectories, options);
  const names = Object.keys(options.observe) as K[];
  const courses = coursesOf(
    plan,
    harvests,
    options.trajectories,
    plan.observables.map(({ symbol }) => symbol),
  );
  const entries = names.map((name, k) => {
    const { symbol, cores } = plan.observables[k];
    const values = joined(harvests.map((harvest) => harvest.values[k]));
    const ingredients = {
      name,
      symbol,
      hasCores: cores !== undefined,
      groups: groupsOf(harvests, k),
      batches: plan.batches,
      spacing: plan.every * integrator.dt,
      values,
      course: courses[k],
    };
    return [name, measurement(ingredients)] as const;
  });
  const rows = entries.map(([name, found]) => ({
    name,
    average: `⟨${found.symbol}⟩ = ${found}`,
    τ: Number(found.tau.toPrecision(2)),
    samples: found.samples,
  }));
  const shown = { [display]: () => table(rows)[display]() };
  return Object.assign(Object.fromEntries(entries), shown) as unknown as Run<K>;
};
