/** Blocks of trajectories run by WebAssembly, each trajectory a lane. Knows nothing of formulas: it runs in worker threads as well. */

import { ROWS, STATE, type Stepper } from "../../assembly/module.js";
import { type Rows, rowAt } from "../../assembly/program.js";
import { checkBeat } from "../electronic/beats.js";
import { checkBounds } from "../stability.js";
import type { Harvest } from "./plan.js";
import { checkValues, emptyTally, sumsOf, type Tally, tallyValues } from "./tally.js";

/** Rows have room for this many lanes. */
export const ROOM = 256;

/** What all blocks have in common. It can be sent to another thread. */
export interface LanePlan {
  readonly noise: WebAssembly.Module;
  readonly stepper: WebAssembly.Module;
  readonly rows: Rows;
  readonly dim: number;
  readonly single: boolean;
  readonly steps: number;
  readonly burn: number;
  readonly every: number;
  readonly stride: number;
  readonly batches: number;
  readonly dt: number;
  /** Trajectories of a group of which tallies are made. */
  readonly width: number;
  /** Of each observable its symbol, and whether hops are counted. */
  readonly symbols: readonly string[];
  readonly hops: readonly boolean[];
  /** How often the program of a step is run for one step, and whether the angle by which electrons beat in such a piece is to be watched. */
  readonly pieces: number;
  readonly watched: boolean;
}

/** The beginning of a block: coordinates, lane after lane, momenta that are given (NaN: thermal), and the state of its generators. */
export interface LaneBlock {
  readonly copies: number;
  readonly q: Float64Array;
  readonly p?: Float64Array;
  /** The numbers of each lane's electrons. */
  readonly electrons?: Float64Array;
  readonly seed: Uint32Array;
}

/** The memory of a plan, and what works on it. */
export interface Machine {
  readonly plan: LanePlan;
  readonly state: Uint32Array;
  readonly stepper: Stepper;
  row(name: string): Float64Array;
}

/** Steps of single trajectories in one call, a fraction of a millisecond. */
const CALL = 2 ** 16;

/** A machine for the blocks of a plan. */
export const machineFor = (plan: LanePlan): Machine => {
  const size = ROWS + plan.rows.bytes * plan.rows.names.length;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / 65536) });
  const noise = new WebAssembly.Instance(plan.noise, { env: { memory } }).exports;
  const draw = plan.single ? noise.singles : noise.normals;
  const stepper = new WebAssembly.Instance(plan.stepper, { noise: { draw, memory } }).exports;
  return {
    plan,
    state: new Uint32Array(memory.buffer, STATE, 16),
    stepper: stepper as unknown as Stepper,
    row: (name) => new Float64Array(memory.buffer, rowAt(plan.rows, name), ROOM),
  };
};

/** Puts the lanes of a block at their beginning; those without a trajectory do what the first one does. */
const place = ({ plan, state, stepper, row }: Machine, block: LaneBlock, end: number): void => {
  const { copies, q, p, electrons, seed } = block;
  state.set(seed);
  const lay = (letter: string, values: Float64Array): void => {
    const count = values.length / copies;
    for (let k = 0; k < count; k++) {
      const to = row(`${letter}_${k}`);
      for (let i = 0; i < end / 8; i++) to[i] = values[(i < copies ? i : 0) * count + k];
    }
  };
  lay("q", q);
  if (plan.rows.names.includes("p_0")) lay("p", p ?? new Float64Array(q.length).fill(Number.NaN));
  if (electrons) lay("e", electrons);
  stepper.begin(end);
};

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** One observable of a group of lanes, and what is kept of it. */
interface Eye {
  readonly symbol: string;
  readonly tallies: readonly Tally[];
  readonly course: Harvest["course"][number];
  readonly values: Float64Array;
  readonly counters: readonly Float64Array[];
}

const eyesOf = ({ plan, row }: Machine, from: number, to: number): Eye[] =>
  plan.hops.map((hops, k) => {
    const points = Math.floor(plan.steps / plan.stride) + 1;
    return {
      symbol: plan.symbols[k],
      tallies: Array.from({ length: plan.batches }, emptyTally),
      course: { sum: new Float64Array(points), squares: new Float64Array(points) },
      values: row(`v_${k}`).subarray(from, to),
      counters: (hops ? ["s", "t", "x", "y"] : []).map((letter) => row(`${letter}_${k}`).subarray(from, to)),
    };
  });

/** Moves what the lanes have counted into the tally of a batch. */
const collect = ({ tallies, counters }: Eye, batch: number, dt: number): void => {
  if (counters.length === 0) return;
  const [first, second, forth, back] = counters.map(sumOf);
  const tally = tallies[batch];
  tally.timeFirst += first * dt;
  tally.timeSecond += second * dt;
  tally.forth += forth;
  tally.back += back;
  for (const counter of counters) counter.fill(0);
};

/** Takes the values of observables as they are after step number `step`, 0 for the start. */
const look = ({ plan, stepper }: Machine, eyes: readonly Eye[], end: number, step: number, batch: number): void => {
  stepper.look(end);
  for (const { symbol, tallies, course, values } of eyes) {
    const sums = sumsOf(values);
    checkValues(symbol, step, values, sums);
    if (step % plan.stride === 0) course.sum[step / plan.stride] = sums.sum;
    if (step % plan.stride === 0) course.squares[step / plan.stride] = sums.squares;
    if (step > 0) tallyValues(tallies[batch], values, sums);
  }
};

/** What a group of lanes leaves. */
const harvestOf = (group: readonly Eye[]): Harvest => ({
  tallies: group.map(({ tallies }) => tallies),
  course: group.map(({ course }) => course),
  values: group.map(({ values }) => values.slice()),
});

/** Runs a block, yields now and then how many steps of single trajectories were made, and returns the harvest of each group of its lanes.
 *  @throws PhysicsError "unstable", "non-finite" */
export function* runLanes(machine: Machine, block: LaneBlock): Generator<number, Harvest[]> {
  const { plan, stepper, row } = machine;
  const { steps, burn, every, batches, dt, width, pieces } = plan;
  const { copies } = block;
  const end = 64 * Math.ceil(copies / 8);
  place(machine, block, end);
  const groups = Array.from({ length: Math.ceil(copies / width) }, (_, g) =>
    eyesOf(machine, g * width, Math.min((g + 1) * width, copies)),
  );
  const eyes = groups.flat();
  const check = (step: number): void => {
    if (plan.watched) checkBeat(Math.max(...row("beat_0").subarray(0, copies)), dt, plan.pieces);
    for (let k = 0; k < plan.dim; k++) checkBounds(row(`q_${k}`).subarray(0, copies), step, dt);
  };
  const longest = Math.max(1, Math.floor(CALL / (pieces * (end / 8))));
  let [step, batch, made] = [-burn, 0, 0];
  if (burn === 0) look(machine, eyes, end, 0, 0);
  while (step < steps) {
    const finish = Math.ceil(((batch + 1) * steps) / batches);
    const next = step < 0 ? 0 : Math.min(finish, every * (Math.floor(step / every) + 1));
    const count = Math.min(next - step, longest);
    stepper.advance(end, count * pieces);
    step += count;
    made += count * copies;
    try {
      if (step === 0) for (const { counters } of eyes) for (const counter of counters) counter.fill(0);
      if (step >= 0 && step % every === 0) look(machine, eyes, end, step, batch);
    } catch (error) {
      check(step);
      throw error;
    }
    if (step === finish) for (const eye of eyes) collect(eye, batch, dt / pieces);
    if (step === finish) batch++;
    if (made * pieces < CALL) continue;
    check(step);
    yield made;
    made = 0;
  }
  check(steps);
  stepper.look(end);
  return groups.map(harvestOf);
}
