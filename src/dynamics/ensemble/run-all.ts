import { availableParallelism } from "node:os";
import { moduleOf, ROWS } from "../../assembly/module.js";
import { noiseModule } from "../../assembly/noise-module.js";
import { breathing } from "../../breath.js";
import { reporting } from "../../progress.js";
import { type Stream, stream } from "../../random/stream.js";
import { cited } from "../../references.js";
import { momentaOf, placeOf } from "../start.js";
import { runBlock } from "./block.js";
import { type Checkpoint, checkpoint } from "./checkpoint.js";
import { runErrand } from "./lane-crew.js";
import { laneProgram } from "./lane-program.js";
import { type LaneBlock, type LanePlan, ROOM } from "./lanes.js";
import type { EnsembleOptions } from "./options.js";
import type { Plan } from "./plan.js";
import { recipeOf } from "./recipe.js";
import { addHarvest, emptyTotals, type Totals } from "./totals.js";
import { trial } from "./trial.js";

/** Independent groups from which errors are found. */
export const GROUPS = 64;
/** Trajectories that run side by side without WebAssembly. */
const FEW = 64;
/** Steps of single trajectories below which threads are not worth their start. */
const SMALL = 2e7;

/** Trajectories of one group that run side by side, so that there are 64 groups where there are as many trajectories. */
const widthOf = (trajectories: number, most: number): number =>
  Math.min(Math.max(Math.floor(trajectories / GROUPS), 1), most);

const lanePlanOf = (plan: Plan, { trajectories, noise }: EnsembleOptions<string>): LanePlan | undefined => {
  const found = laneProgram(plan);
  if (!found) return undefined;
  const { steps, burn, every, stride, batches, integrator, observables } = plan;
  const rows = { base: ROWS, bytes: 8 * ROOM, names: found.names };
  cited("blackman-vigna-2021", "box-muller-1958");
  return {
    ...{ steps, burn, every, stride, batches, rows },
    noise: new WebAssembly.Module(Buffer.from(noiseModule, "base64")),
    stepper: new WebAssembly.Module(moduleOf(found.programs, rows)),
    dim: integrator.potential.dim,
    single: noise === "f32",
    dt: integrator.dt,
    width: widthOf(trajectories, ROOM),
    symbols: observables.map(({ symbol }) => symbol),
    hops: observables.map(({ cores }) => cores !== undefined),
    pieces: found.pieces,
    watched: found.watched,
  };
};

/** The beginning of a block: points from its own stream, and 16 words of a child for its generators. */
const blockFrom = (plan: Plan, copies: number, rng: Stream): LaneBlock => {
  const { dim } = plan.integrator.potential;
  const q = new Float64Array(copies * dim);
  let p: Float64Array | undefined;
  for (let i = 0; i < copies; i++) {
    const point = plan.rule(rng);
    const [place, momenta] = [placeOf(point), momentaOf(point)];
    for (let k = 0; k < dim; k++) q[i * dim + k] = place[k];
    if (momenta) p ??= new Float64Array(copies * dim).fill(Number.NaN);
    for (let k = 0; momenta && p && k < dim; k++) p[i * dim + k] = momenta[k];
  }
  const recipe = recipeOf(plan.integrator);
  const { count, draw } = recipe?.kind === "ehrenfest" ? recipe.electrons : { count: 0, draw: undefined };
  const electrons = new Float64Array(count * copies);
  for (let i = 0; draw && i < copies; i++) electrons.set(draw(q.subarray(i * dim, (i + 1) * dim), rng), count * i);
  const seeds = rng.child(0);
  return {
    copies,
    q,
    ...(p && { p }),
    ...(count > 0 && { electrons }),
    seed: Uint32Array.from({ length: 16 }, seeds.word),
  };
};

/** Where the numbers of a run go, and who hears of it. */
interface Office {
  readonly totals: Totals;
  readonly root: Stream;
  /** Writes the totals to the checkpoint, if there is one, now or when the last time is long ago. */
  keep(now?: boolean): void;
  made(steps: number): void;
}

/** By WebAssembly, in blocks of whole groups. */
const runFast = async (
  plan: Plan,
  lanes: LanePlan,
  options: EnsembleOptions<string>,
  { totals, root, made, keep }: Office,
) => {
  const { trajectories, threads } = options;
  const room = lanes.width * Math.max(1, Math.floor(ROOM / lanes.width));
  const count = Math.ceil(trajectories / room);
  const small = trajectories * (plan.steps + plan.burn) < SMALL;
  const wanted = threads ?? (small ? 1 : availableParallelism());
  const errand = {
    plan: lanes,
    first: Math.ceil(totals.trajectories / room),
    count,
    signal: options.signal,
    block: (number: number) => blockFrom(plan, Math.min(room, trajectories - number * room), root.child(number)),
    take: (_: number, harvests: Parameters<typeof addHarvest>[1][]) => {
      for (const harvest of harvests) addHarvest(totals, harvest);
      keep();
    },
    made,
  };
  await runErrand(errand, Math.min(wanted, count));
};

/** By the flows of the integrator, on this thread. */
const runPlain = async (plan: Plan, options: EnsembleOptions<string>, { totals, root, made, keep }: Office) => {
  const { trajectories } = options;
  const width = widthOf(trajectories, FEW);
  const breath = breathing(options.signal);
  for (let block = totals.harvests; block * width < trajectories; block++) {
    const running = runBlock(plan, Math.min(width, trajectories - block * width), root.child(block));
    for (let turn = running.next(); ; turn = running.next()) {
      if (turn.done) {
        addHarvest(totals, turn.value);
        keep();
        break;
      }
      made(turn.value);
      await breath();
    }
  }
};

/** All that decides the bits of a run, as text; of functions, which have none, what they do. */
const described = (
  plan: Plan,
  lanes: LanePlan | undefined,
  { seed, trajectories, noise }: EnsembleOptions<string>,
): string => {
  const { steps, burn, every, integrator, observables } = plan;
  const found = lanes && laneProgram(plan);
  const code = found ? Buffer.from(moduleOf(found.programs, lanes.rows)).toString("base64") : integrator.name;
  const symbols = observables.map(({ symbol, cores }) => [symbol, cores !== undefined]);
  const physics = [integrator.dt, integrator.kT, code, trial(plan, seed)];
  return JSON.stringify({ seed, trajectories, noise, steps, burn, every, symbols, physics });
};

/** Milliseconds between two checkpoints. */
const PERIOD = 1000;

const keeper = (totals: Totals, file: Checkpoint | undefined) => {
  let last = performance.now();
  return (now = false): void => {
    if (!file || (!now && performance.now() - last < PERIOD)) return;
    file.save(totals);
    last = performance.now();
  };
};

const progressOf = (work: number, before: number, report: (fraction: number) => void) => {
  let [done, told] = [before, 0];
  return (steps: number): void => {
    done += steps;
    if (performance.now() - told < 10) return;
    told = performance.now();
    report(Math.min(done / work, 1));
  };
};

/** Runs all trajectories of a plan: by WebAssembly on threads where integrator, potential and observables are made of formulas, otherwise here.
 *  @throws PhysicsError "unstable", "non-finite", "checkpoint" */
export const runAll = async (plan: Plan, options: EnsembleOptions<string>): Promise<Totals> => {
  const { trajectories } = options;
  const lanes = lanePlanOf(plan, options);
  const width = lanes?.width ?? widthOf(trajectories, FEW);
  const totals = emptyTotals(plan, trajectories, Math.min(Math.ceil(trajectories / width), GROUPS));
  const { checkpoint: path } = options;
  const file = path === undefined ? undefined : checkpoint(path, described(plan, lanes, options));
  file?.load(totals);
  const length = plan.steps + plan.burn;
  const report = options.progress ?? reporting(`${trajectories} trajectories`);
  const made = progressOf(trajectories * length, totals.trajectories * length, report);
  const keep = keeper(totals, file);
  const office = { totals, root: stream(options.seed), made, keep };
  try {
    if (lanes) await runFast(plan, lanes, options, office);
    else await runPlain(plan, options, office);
  } finally {
    keep(true);
  }
  report(1);
  return totals;
};
