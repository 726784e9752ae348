import { afterEach, expect, test, vi } from "vitest";
import { type Crew, crew } from "../../src/parallel/crew.js";

/** Answers with the number of its thread, and ends when it is told to. */
const script = `const { parentPort, threadId } = require("node:worker_threads");
parentPort.on("message", (port) => port.on("message", (order) => {
  if (order === "end") process.exit();
  port.postMessage([threadId, order]);
}));`;

type Answer = readonly [thread: number, order: string];

const answerOf = async (workers: Crew<string, Answer>, worker: number, order: string): Promise<Answer> => {
  workers.send(worker, order);
  return vi.waitUntil(() => workers.receive(worker), { timeout: 5000, interval: 1 });
};

afterEach(() => vi.restoreAllMocks());

test("threads that were released serve the next crew, those that were not do not", async () => {
  const first = crew<string, Answer>(script, 2);
  const threads = [(await answerOf(first, 0, "a"))[0], (await answerOf(first, 1, "b"))[0]];
  expect(new Set(threads).size).toBe(2);
  first.release();
  first.close();
  const second = crew<string, Answer>(script, 1);
  const [thread, order] = await answerOf(second, 0, "c");
  expect(threads).toContain(thread);
  expect(order).toBe("c");
  second.close();
  const third = crew<string, Answer>(script, 2);
  const others = [(await answerOf(third, 0, "d"))[0], (await answerOf(third, 1, "e"))[0]];
  expect(others).not.toContain(thread);
  third.close();
});

test("what a crew was sent before it was released does not reach the next", async () => {
  const first = crew<string, Answer>(script, 1);
  await answerOf(first, 0, "a");
  first.send(0, "b");
  first.release();
  const second = crew<string, Answer>(script, 1);
  expect((await answerOf(second, 0, "c"))[1]).toBe("c");
  second.close();
});

test("a thread that has waited for long is not called again", async () => {
  const first = crew<string, Answer>(script, 1);
  const [thread] = await answerOf(first, 0, "a");
  first.release();
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 2500);
  const second = crew<string, Answer>(script, 1);
  expect((await answerOf(second, 0, "b"))[0]).not.toBe(thread);
  second.close();
});

test("a thread that ends is said to have ended", async () => {
  const workers = crew<string, Answer>(script, 1);
  await answerOf(workers, 0, "a");
  expect(workers.ended(0)).toBe(false);
  workers.send(0, "end");
  await vi.waitUntil(() => workers.ended(0), { timeout: 5000, interval: 1 });
  expect(workers.receive(0)).toBeUndefined();
  workers.close();
});
