/** What a worker thread of an ensemble does: it runs the blocks that it is given, in slices for each of which it needs leave. */

import { type MessagePort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { type LaneBlock, type LanePlan, machineFor, runLanes } from "./lanes.js";
import type { Harvest } from "./plan.js";

/** Orders to a worker: a plan, a block of it with its number, or leave for one more slice. */
export type Order = { readonly plan: LanePlan } | { readonly number: number; readonly block: LaneBlock } | "leave";

/** What a worker tells: steps made, the harvest of a block, or that a block failed. */
export type News =
  | { readonly made: number }
  | { readonly number: number; readonly harvests: Harvest[] }
  | { readonly number: number; readonly failed: true };

/** Milliseconds of a slice, and for how long a worker waits for orders before it ends. */
const SLICE = 10;
const PATIENCE = 3000;

const port = workerData as MessagePort;
const tell = (news: News): void => port.postMessage(news);
let machine: ReturnType<typeof machineFor> | undefined;
const waiting: { number: number; block: LaneBlock }[] = [];
let leaves = 0;
let running: { readonly number: number; readonly turns: Generator<number, Harvest[]> } | undefined;

/** Files an order. */
const file = (order: Order): void => {
  if (order === "leave") leaves++;
  else if ("plan" in order) {
    waiting.length = 0;
    running = undefined;
    machine = machineFor(order.plan);
  } else waiting.push(order);
};

/** Orders that have come by now. */
const poll = (): void => {
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) file(next.message);
};

let patience: NodeJS.Timeout;
const rest = (): void => {
  clearTimeout(patience);
  patience = setTimeout(() => process.exit(), PATIENCE);
};

/** Works for a slice, or until there is nothing to do. */
const slice = (): void => {
  const since = performance.now();
  let made = 0;
  while (performance.now() - since < SLICE && machine) {
    const next = running ? undefined : waiting.shift();
    if (next) running = { number: next.number, turns: runLanes(machine, next.block) };
    if (!running) break;
    const { number, turns } = running;
    try {
      const turn = turns.next();
      if (!turn.done) {
        made += turn.value;
        continue;
      }
      tell({ number, harvests: turn.value });
    } catch {
      tell({ number, failed: true });
    }
    running = undefined;
  }
  tell({ made });
};

port.on("message", (order: Order) => {
  file(order);
  poll();
  while (leaves > 0) {
    leaves--;
    slice();
    poll();
  }
  rest();
});
rest();
