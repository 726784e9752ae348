/** What a worker thread of an ensemble does: it runs the blocks that it is given, in slices for each of which it needs leave. */

import { type MessagePort, parentPort, receiveMessageOnPort } from "node:worker_threads";
import { type LaneBlock, type LanePlan, type Machine, machineFor, runLanes } from "./lanes.js";
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

/** The orders of one run, and how far they are carried out. */
interface Desk {
  readonly port: MessagePort;
  readonly waiting: { readonly number: number; readonly block: LaneBlock }[];
  machine?: Machine;
  leaves: number;
  running?: undefined | { readonly number: number; readonly turns: Generator<number, Harvest[]> };
}

const tell = ({ port }: Desk, news: News): void => port.postMessage(news);

/** Files an order. */
const file = (desk: Desk, order: Order): void => {
  if (order === "leave") desk.leaves++;
  else if ("plan" in order) desk.machine = machineFor(order.plan);
  else desk.waiting.push(order);
};

/** Orders that have come by now. */
const poll = (desk: Desk): void => {
  for (let next = receiveMessageOnPort(desk.port); next; next = receiveMessageOnPort(desk.port))
    file(desk, next.message);
};

let patience: NodeJS.Timeout;
const rest = (): void => {
  clearTimeout(patience);
  patience = setTimeout(() => process.exit(), PATIENCE);
};

/** Works for a slice, or until there is nothing to do. */
const slice = (desk: Desk): void => {
  const since = performance.now();
  let made = 0;
  while (performance.now() - since < SLICE && desk.machine) {
    const next = desk.running ? undefined : desk.waiting.shift();
    if (next) desk.running = { number: next.number, turns: runLanes(desk.machine, next.block) };
    if (!desk.running) break;
    const { number, turns } = desk.running;
    try {
      const turn = turns.next();
      if (!turn.done) {
        made += turn.value;
        continue;
      }
      tell(desk, { number, harvests: turn.value });
    } catch {
      tell(desk, { number, failed: true });
    }
    desk.running = undefined;
  }
  tell(desk, { made });
};

/** Serves whoever holds the other end of a port. */
parentPort?.on("message", (port: MessagePort) => {
  const desk: Desk = { port, waiting: [], leaves: 0 };
  port.on("message", (order: Order) => {
    file(desk, order);
    poll(desk);
    while (desk.leaves > 0) {
      desk.leaves--;
      slice(desk);
      poll(desk);
    }
    rest();
  });
  port.on("close", rest);
  rest();
});
rest();
