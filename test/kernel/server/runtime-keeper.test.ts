import { EventEmitter } from "node:events";
import { beforeEach, expect, it, vi } from "vitest";
import type { Order } from "../../../kernel/runtime/messages.js";
import type { Runtime, RuntimeEvents } from "../../../kernel/runtime/runtime-process.js";
import { keepRuntime } from "../../../kernel/server/runtime-keeper.js";

interface Started {
  readonly events: EventEmitter<RuntimeEvents>;
  readonly orders: Order[];
  kills: number;
  interrupts: number;
  /** Ends the interrupt. */
  stopped(): void;
}

const started: Started[] = [];

vi.mock("../../../kernel/runtime/runtime-process.js", () => ({
  startRuntime: (): Runtime => {
    const one: Started = {
      events: new EventEmitter<RuntimeEvents>(),
      orders: [],
      kills: 0,
      interrupts: 0,
      stopped: () => {},
    };
    started.push(one);
    return {
      events: one.events,
      pid: 1,
      order: (order) => void one.orders.push(order),
      interrupt: () => {
        one.interrupts += 1;
        return new Promise((resolve) => {
          one.stopped = resolve;
        });
      },
      kill: () => {
        one.kills += 1;
      },
    };
  },
}));

const death = { code: 7, signal: null, deaf: false, lastWords: "no such module" };
const deaths: boolean[] = [];
const listeners = { report: () => {}, raw: () => {}, death: (_: unknown, killed: boolean) => deaths.push(killed) };

beforeEach(() => {
  started.length = 0;
  deaths.length = 0;
});

it("replaces a runtime that dies, and stops after three that never start", async () => {
  const keeper = keepRuntime(listeners);
  for (let i = 0; i < 3; i++) started.at(-1)!.events.emit("death", death);
  expect(started).toHaveLength(3);
  expect(deaths).toHaveLength(3);
  const waiting = keeper.calm(); // a cell asks for another one
  expect(started).toHaveLength(4);
  started.at(-1)!.events.emit("death", death);
  await expect(waiting).rejects.toThrow(/does not start \(exit status 7\): no such module/);
});

it("starts afresh as often as a runtime that had been ready dies", async () => {
  const keeper = keepRuntime(listeners);
  for (let i = 0; i < 10; i++) {
    started.at(-1)!.events.emit("report", { type: "ready" });
    await keeper.calm();
    started.at(-1)!.events.emit("death", death);
  }
  expect(started).toHaveLength(11);
});

it("holds orders back while an interrupt is under way, and drops those for a runtime that died of it", async () => {
  const keeper = keepRuntime(listeners);
  const order = (value: string): Order => ({ type: "input", request: 7, value });
  started[0]!.events.emit("report", { type: "ready" });
  await keeper.calm();
  keeper.order(order("before"));
  const first = keeper.interrupt();
  keeper.order(order("meanwhile"));
  await Promise.resolve();
  expect(started[0]!.orders).toEqual([order("before")]);
  started[0]!.stopped();
  await first;
  expect(started[0]!.orders).toEqual([order("before"), order("meanwhile")]);
  void keeper.interrupt();
  keeper.order(order("lost"));
  started[0]!.events.emit("death", death);
  keeper.order(order("afterwards"));
  expect(started[1]!.orders).toEqual([order("afterwards")]);
});

it("kills a runtime that does not obey, at the second press and not before", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const keeper = keepRuntime(listeners);
  started[0]!.events.emit("report", { type: "ready" });
  await keeper.calm();
  void keeper.interrupt();
  await Promise.resolve();
  vi.advanceTimersByTime(100);
  void keeper.interrupt();
  expect(started[0]!.kills).toBe(0);
  vi.advanceTimersByTime(1000);
  void keeper.interrupt();
  expect(started[0]).toMatchObject({ interrupts: 1, kills: 1 });
  started[0]!.events.emit("death", { ...death, code: null, signal: "SIGKILL" });
  expect(deaths).toEqual([true]);
  vi.useRealTimers();
});
