/** The blocks of a run on this thread, and side by side on others. */

import { breathing } from "../../breath.js";
import { crew } from "../../parallel/crew.js";
import { type LaneDesk, laneDesk } from "./lane-desk.js";
import type { News, Order } from "./lane-worker.js";
import { laneWorker } from "./lane-worker-text.js";
import { type LaneBlock, type LanePlan, type Machine, machineFor, ROOM, runLanes } from "./lanes.js";
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

/** Slices that a worker has leave for, steps of single trajectories that it has at hand (some 10 ms), and milliseconds between two looks at the news
 *  where there is nothing else to do. */
const AHEAD = 4;
const STOCK = 2 ** 21;
const LOOK = 1;

/** Works on blocks at the desk for a fraction of a millisecond. False where there are none. */
const ownWork = ({ plan, block, made }: Errand, desk: LaneDesk): (() => boolean) => {
  let machine: Machine | undefined;
  let running: { readonly number: number; readonly turns: Generator<number, Harvest[]> } | undefined;
  return () => {
    if (!running) {
      const number = desk.drawAny();
      if (number === undefined) return false;
      machine ??= machineFor(plan);
      running = { number, turns: runLanes(machine, block(number)) };
    }
    const { number, turns } = running;
    const turn = turns.next();
    if (!turn.done) made(turn.value);
    else {
      running = undefined;
      desk.file(number, turn.value);
    }
    return true;
  };
};

/** Threads beside this one. `hear` files what they have done and deals them blocks: enough for the stock, but towards the end no more than each of the
 *  others could get. Blocks that fail come back to the desk, so that their errors are thrown here, and so do those of a thread that has ended. */
const helpers = ({ plan, block, made }: Errand, desk: LaneDesk, size: number) => {
  const workers = crew<Order, News>(laneWorker, size);
  const held = Array.from({ length: size }, () => new Set<number>());
  const stock = Math.ceil(STOCK / (ROOM * (plan.steps + plan.burn)));
  const deal = (worker: number): void => {
    while (held[worker].size < Math.max(1, Math.min(stock, Math.floor(desk.left() / (size + 1))))) {
      const number = desk.draw();
      if (number === undefined) return;
      held[worker].add(number);
      workers.send(worker, { number, block: block(number) });
    }
  };
  const file = (worker: number, news: News): void => {
    if ("made" in news) {
      made(news.made);
      workers.send(worker, "leave");
      return;
    }
    held[worker].delete(news.number);
    if ("failed" in news) desk.back([news.number]);
    else desk.file(news.number, news.harvests);
  };
  const hear = (worker: number): void => {
    for (let news = workers.receive(worker); news; news = workers.receive(worker)) file(worker, news);
    if (workers.ended(worker)) {
      desk.back(held[worker]);
      held[worker].clear();
    } else deal(worker);
  };
  for (let worker = 0; worker < size; worker++) {
    workers.send(worker, { plan });
    for (let i = 0; i < AHEAD; i++) workers.send(worker, "leave");
  }
  const hearAll = (): void => {
    for (const worker of held.keys()) hear(worker);
  };
  return { workers, hear: hearAll };
};

/** Runs the blocks of an errand. The bits do not depend on `threads`, of which this is one. @throws PhysicsError "unstable", "non-finite"; the reason of an
 *  aborted `signal` */
export const runErrand = async (errand: Errand, threads: number): Promise<void> => {
  const { first, count, signal, take } = errand;
  const desk = laneDesk(first, count, take);
  const work = ownWork(errand, desk);
  const { workers, hear } = helpers(errand, desk, threads - 1);
  const breath = breathing(signal);
  try {
    for (hear(); !desk.done(); hear()) {
      if (work()) await breath();
      else await new Promise((resolve) => setTimeout(resolve, LOOK));
      signal?.throwIfAborted();
    }
    workers.release();
  } finally {
    workers.close();
  }
};
