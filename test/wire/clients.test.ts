/** Two clients of one kernel: each is answered for itself, both see what is published. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, connect } from "./client.js";
import { newSession, ofType, type Session, settle, streamed, value } from "./session.js";

let first: Session;
let second: Client;

beforeAll(async () => {
  first = await newSession();
  second = connect(first.kernel);
  await settle(second);
});
afterAll(async () => {
  second.close();
  await first.end();
});

test("each gets its own replies", async () => {
  const mine = Array.from({ length: 50 }, (_, i) => [first.start(`"a${i}"`), second.start(`"b${i}"`)] as const);
  for (const [a, b] of mine) await Promise.all([first.finish(a), second.finish(b)]);
  const strangers = (client: Client): unknown[] =>
    client.mail.all.filter(({ channel, parent }) => channel !== "iopub" && parent.session !== client.session);
  expect(strangers(first)).toEqual([]);
  expect(strangers(second)).toEqual([]);
});

test("both see what either publishes, under the header of its request", async () => {
  const { id } = await first.execute(`console.log("for all"); 17`);
  const seen = async (client: Client): Promise<void> => {
    await client.mail.first(id, ({ content }) => content.execution_state === "idle", "idle", 30_000);
    const iopub = client.mail.of(id).filter(({ channel }) => channel === "iopub");
    expect(iopub.map(({ header }) => header.msg_type)).toEqual([
      "status",
      "execute_input",
      "stream",
      "execute_result",
      "status",
    ]);
    expect(streamed(iopub)).toBe("for all\n");
    for (const { parent } of iopub)
      expect(parent).toMatchObject({ session: first.session, msg_type: "execute_request", msg_id: id });
  };
  await seen(first);
  await seen(second);
});

test("they share the variables, and one count", async () => {
  await first.execute("const shared = { by: 'first' }");
  expect(await value(second, "shared.by")).toMatch(/^.first.$/);
  const a = await first.execute("0");
  const b = await second.execute("0");
  expect(b.reply.content.execution_count).toBe(a.reply.content.execution_count + 1);
});

test("one can interrupt the other's cell", async () => {
  const id = first.start(`console.log("started"); while (true) {}`);
  await second.mail.first(id, ({ content }) => String(content.text).includes("started"), "started", 30_000);
  await second.request("interrupt_request", {}, { channel: "control" });
  expect((await first.finish(id)).reply.content.ename).toMatch(/interrupt/i);
});

test("an error of one aborts the queued cells of both, and no later ones", async () => {
  const failing = first.start("await new Promise((done) => setTimeout(done, 1000)); throw new Error('stop')");
  await first.output(failing, "execute_input");
  const queued = second.start("1");
  await first.finish(failing);
  const { reply } = await second.finish(queued);
  expect(["ok", "aborted"]).toContain(reply.content.status);
  expect(await value(second, "2")).toBe("2");
});

test("a client that leaves without a word changes nothing", async () => {
  const guest = connect(first.kernel);
  await settle(guest);
  guest.start(`for (let i = 0; i < 2000; i++) console.log("to nobody " + i)`);
  guest.close();
  expect(await value(first, "40 + 2")).toBe("42");
  const { iopub } = await first.execute(`console.log("still here")`);
  expect(ofType(iopub, "stream")).toHaveLength(1);
});
