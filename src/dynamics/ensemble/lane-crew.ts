/** The blocks of a run, one after the other on this thread, or side by side on several. */

import { breathing } from "../../breath.js";
import { crew } from "../../parallel/crew.js";
import type { News, Order } from "./lane-worker.js";
import { laneWorker } from "./lane-worker-text.js";
import { type LaneBlock, type LanePlan, machineFor, runLanes } from "./lanes.js";
import type { Harvest } from "./plan.js";

/** What there is to do, and whom to tell: `take` gets the harvests in the order of the blocks. */
export interface Errand {
  readonly plan: LanePlan;
  /** Blocks from the first that is not done to the one before `count`. */
  readonly first: number;
  readonly count: number;
  readonly signal: AbortSignal | undefined;
  block(number: number): LaneBlock;
  take(number: number, harvests: Harvest[]): void;
  made(steps: number): void;
}

/** All blocks on this thread. */
const alone = async ({ plan, first, count, signal, block, take, made }: Errand): Promise<void> => {
  const machine = machineFor(plan);
  const breath = breathing(signal);
  for (let number = first; number < count; number++) {
    const turns = runLanes(machine, block(number));
    for (let turn = turns.next(); ; turn = turns.next()) {
      if (turn.done) {
        take(number, turn.value);
        break;
      }
      made(turn.value);
      await breath();
    }
    await breath();
  }
};

/** Slices that a worker has leave for, blocks that it has at hand, and milliseconds between two looks at the news. */
const AHEAD = 4;
const STOCK = 2;
const LOOK = 4;

/** Blocks dealt out to `threads` workers. One that fails is run again here, where its error can be thrown. */
const together = async (errand: Errand, threads: number): Promise<void> => {
  const { plan, first, count, signal, block, take, made } = errand;
  const workers = crew<Order, News>(laneWorker, threads);
  const arrived = new Map<number, Harvest[]>();
  const again = (number: number): Harvest[] => {
    const turns = runLanes(machineFor(plan), block(number));
    let turn = turns.next();
    while (!turn.done) turn = turns.next();
    return turn.value;
  };
  let [next, due] = [first, first];
  const deal = (worker: number): void => {
    if (next >= count) return;
    workers.send(worker, { number: next, block: block(next) });
    next++;
  };
  const hear = (worker: number, news: News): void => {
    if ("made" in news) {
      made(news.made);
      workers.send(worker, "leave");
      return;
    }
    arrived.set(news.number, "failed" in news ? again(news.number) : news.harvests);
    for (let ready = arrived.get(due); ready; ready = arrived.get(due)) {
      arrived.delete(due);
      take(due++, ready);
    }
    deal(worker);
  };
  try {
    for (let worker = 0; worker < threads; worker++) {
      workers.send(worker, { plan });
      for (let i = 0; i < STOCK; i++) deal(worker);
      for (let i = 0; i < AHEAD; i++) workers.send(worker, "leave");
    }
    while (due < count) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      signal?.throwIfAborted();
      for (let worker = 0; worker < threads; worker++)
        for (let news = workers.receive(worker); news; news = workers.receive(worker)) hear(worker, news);
    }
  } finally {
    workers.close();
  }
};

/** Runs the blocks of an errand. The bits do not depend on `threads`. @throws PhysicsError "unstable", "non-finite"; the reason of an aborted `signal` */
export const runErrand = (errand: Errand, threads: number): Promise<void> =>
  threads > 1 ? together(errand, threads) : alone(errand);
