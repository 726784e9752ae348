import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { interruptPort } from "../../../kernel/runtime/interruption.js";

/** A port that keeps what is written to it, of a process that does nothing. */
const newPort = () => {
  const child = new EventEmitter();
  const written: string[] = [];
  const pipe = Object.assign(new EventEmitter(), { write: (text: string) => written.push(text) });
  let signals = 0;
  const interrupt = interruptPort(child as ChildProcess, pipe as unknown as Duplex, () => {
    signals += 1;
  });
  const say = (letters: string) => pipe.emit("data", Buffer.from(letters));
  return { child, written, interrupt, say, signals: () => signals };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("signals sub-processes once, after the JavaScript that stops at once", async () => {
  const { interrupt, say, signals } = newPort();
  say("r");
  const stopped = interrupt();
  expect(signals()).toBe(0);
  say("i");
  await stopped;
  vi.advanceTimersByTime(60_000);
  expect(signals()).toBe(1);
});

it("signals a sub-process for which JavaScript waits, and again one that missed it", async () => {
  const { interrupt, say, signals } = newPort();
  say("r");
  const stopped = interrupt();
  const counts = [100, 1000, 2000, 4000].map((ms) => {
    vi.advanceTimersByTime(ms);
    return signals();
  });
  expect(counts).toEqual([1, 2, 3, 4]);
  say("i");
  await stopped;
  vi.advanceTimersByTime(60_000);
  expect(signals()).toBe(4);
});

it("asks once the port has opened, and answers each interrupt with its own acknowledgement", async () => {
  const { interrupt, say, written } = newPort();
  const ended: number[] = [];
  const both = [0, 1].map((k) => interrupt().then(() => void ended.push(k)));
  expect(written).toEqual([]);
  say("r");
  expect(written).toEqual(["i", "i"]);
  say("i");
  await both[0];
  expect(ended).toEqual([0]);
  say("i");
  await both[1];
});

it("ends with the process", async () => {
  const { child, interrupt, signals } = newPort();
  const waiting = interrupt();
  child.emit("exit", 0);
  await waiting;
  vi.advanceTimersByTime(60_000);
  expect(signals()).toBe(0);
});
