import { oneOf, whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { stream } from "../../random/stream.js";
import { table } from "../../table.js";
import type { Configuration, Integrator } from "../integrator.js";
import { checkStep } from "../stability.js";
import { placeOf, starter } from "../start.js";
import { hashOf } from "./ledger.js";
import { type Course, type Measurement, measurement } from "./measurement.js";
import { observable } from "./observable.js";
import type { EnsembleOptions } from "./options.js";
import type { Plan } from "./plan.js";
import { GROUPS, runAll } from "./run-all.js";
import type { Totals } from "./totals.js";

/** One measurement for each observable, by its name. */
export type Run<K extends string> = Readonly<Record<K, Measurement>> &
  Displayable & {
    /** SHA-256 of all the bits of the result. */
    readonly hash: string;
  };

const coursesOf = (plan: Plan, { course, trajectories }: Totals): Course[] =>
  plan.observables.map(({ symbol }, k) => {
    const mean = course[k].sum.map((value) => value / trajectories);
    const { squares } = course[k];
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

const planOf = (integrator: Integrator<Configuration>, options: EnsembleOptions<string>): Plan => {
  const { steps, burn = 0, every = 10, trajectories, observe } = options;
  if (Object.hasOwn(observe, "hash"))
    throw new PhysicsError("parameter", {
      what: 'An observable has the name "hash"',
      expected: "a name that is not taken: `hash` of a run stands for all its bits",
      remedy: "Call it otherwise",
    });
  whole("trajectories", trajectories);
  whole("every", every);
  whole("burn", burn, 0);
  whole("steps", steps, every);
  whole("threads", options.threads ?? 1);
  oneOf("noise", options.noise ?? "f64", { f64: 0, f32: 0 }, "f64");
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
 *  Arrivals are seen at steps alone: without inertia, cores that end on a slope seem to end further out, which lowers rates; by 0.58 √(2D dt) with
 *  "euler-maruyama" and "stochastic-heun", by about 0.85 √(2D dt) with "leimkuhler-matthews".
 *  Gives way to the event loop every 10 ms.
 *  @throws PhysicsError "parameter", "expression", "dimension", "unstable", "non-finite", "too-short" where no error can be found at all; and the reason of an aborted `signal` */
export const ensemble = async <K extends string, S extends Configuration>(
  integrator: Integrator<S>,
  options: EnsembleOptions<K>,
): Promise<Run<K>> => {
  const plan = planOf(integrator as unknown as Integrator<Configuration>, options);
  const totals = await runAll(plan, options);
  const names = Object.keys(options.observe) as K[];
  const courses = coursesOf(plan, totals);
  const entries = names.map((name, k) => {
    const { symbol, cores } = plan.observables[k];
    const ingredients = {
      name,
      symbol,
      hasCores: cores !== undefined,
      groups: totals.tallies[k].flat(),
      batches: plan.batches,
      spacing: plan.every * integrator.dt,
      values: totals.values[k],
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
  const run = Object.assign(Object.fromEntries(entries), shown);
  const hash = { enumerable: false, get: () => hashOf(totals) };
  return Object.defineProperty(run, "hash", hash) as unknown as Run<K>;
};
