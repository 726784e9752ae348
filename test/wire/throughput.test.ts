/** Much output and many cells arrive complete and in order. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { newSession, ofType, type Session, streamed, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
});
afterAll(() => session.end());

const line = (i: number): string => `${String(i).padStart(6, "0")} ${"·".repeat(44)}`; // 96 bytes with its newline
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join("");
const define = `const line = (i: number): string => String(i).padStart(6, "0") + " " + "·".repeat(44);`;

test("a megabyte a second, for four seconds", async () => {
  await session.execute(define);
  const perTick = 1100; // lines of 96 bytes ten times a second
  const code = `for (let tick = 0; tick < 40; tick++) {
    for (let i = 0; i < ${perTick}; i++) console.log(line(tick * ${perTick} + i));
    await new Promise((done) => setTimeout(done, 100));
  }`;
  const { iopub } = await session.execute(code, {}, 120_000);
  const text = streamed(iopub, "stdout");
  expect(Buffer.byteLength(text)).toBeGreaterThan(4e6);
  expect(text === lines(40 * perTick)).toBe(true);
}, 150_000);

test("four megabytes at once from a loop that never yields", async () => {
  await session.execute(define);
  const { iopub } = await session.execute(
    `for (let i = 0; i < 44_000; i++) process.stdout.write(line(i) + "\\n");`,
    {},
    120_000,
  );
  expect(streamed(iopub, "stdout") === lines(44_000)).toBe(true);
}, 150_000);

test("stdout and stderr keep their order", async () => {
  const { iopub } = await session.execute(`for (let i = 0; i < 50; i++) (i % 2 ? console.error : console.log)(i);`);
  expect(streamed(iopub).trim().split(/\s+/).map(Number)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(streamed(iopub, "stderr").trim().split(/\s+/)[0]).toBe("1");
});

test("10,000 queued cells are answered, each once, in order", async () => {
  const count = 10_000;
  await session.execute("const order: number[] = [];");
  const ids = Array.from({ length: count }, (_, i) => session.start(`order.push(${i})`));
  await session.finish(ids.at(-1)!, 170_000);
  const mine = new Set(ids);
  const replies = session.mail.all.filter(
    ({ header, parent }) => header.msg_type === "execute_reply" && mine.has(parent.msg_id),
  );
  expect(replies.map(({ parent }) => parent.msg_id)).toEqual(ids);
  expect(new Set(replies.map(({ content }) => content.status))).toEqual(new Set(["ok"]));
  const counts = replies.map(({ content }) => content.execution_count);
  expect(counts).toEqual(counts.map((_, i) => counts[0] + i));
  const iopub = session.mail.all.filter(({ channel, parent }) => channel === "iopub" && mine.has(parent.msg_id));
  expect(ofType(iopub, "execute_input").map(({ parent }) => parent.msg_id)).toEqual(ids);
  expect(ofType(iopub, "execute_result").map(({ content }) => Number(content.data["text/plain"]))).toEqual(
    ids.map((_, i) => i + 1),
  );
  expect(await value(session, "order.length === 10_000 && order.every((n, i) => n === i)")).toBe("true");
}, 180_000);
