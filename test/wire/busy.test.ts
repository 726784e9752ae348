/** While a cell computes, everything else is still answered. */

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { newSession, type Session, startUntil } from "./session.js";

let session: Session;
let busy: string;

beforeAll(async () => {
  session = await newSession();
  await session.execute(
    "const alphabet = { alpha: 1, aleph: 2 };\n/** Doubles x. */ const twice = (x: number): number => 2 * x;",
  );
});
beforeEach(async () => {
  busy = await startUntil(session, `console.log("started"); while (true) {}`);
});
afterEach(async () => {
  expect(session.mail.of(busy).some(({ channel }) => channel === "shell")).toBe(false); // it was busy all the while
  await session.request("interrupt_request", {}, { channel: "control" });
  expect((await session.finish(busy)).reply.content.status).toBe("error");
});
afterAll(() => session.end());

test("the heartbeat beats", async () => {
  for (let i = 0; i < 20; i++) expect(await session.beat(`beat ${i}`)).toBeGreaterThan(0);
});

test("kernel_info on control is answered", async () => {
  const reply = await session.request("kernel_info_request", {}, { channel: "control" });
  expect(reply).toMatchObject({ channel: "control", content: { status: "ok", implementation: "liouville" } });
});

test("completion is answered", async () => {
  const { content } = await session.request("complete_request", { code: "alphabet.al", cursor_pos: 11 });
  expect(content).toMatchObject({ status: "ok", cursor_start: 9, cursor_end: 11 });
  expect(content.matches).toEqual(expect.arrayContaining(["alpha", "aleph"]));
});

test("inspection is answered, with documentation", async () => {
  const { content } = await session.request("inspect_request", { code: "twice", cursor_pos: 3, detail_level: 0 });
  expect(content).toMatchObject({ status: "ok", found: true });
  expect(content.data["text/plain"]).toMatch(/twice.*number[\s\S]*Doubles x\./);
});

test("is_complete, comm_info and history are answered", async () => {
  expect((await session.request("is_complete_request", { code: "if (1) {" })).content.status).toBe("incomplete");
  expect((await session.request("comm_info_request", {})).content).toMatchObject({ status: "ok", comms: {} });
  const history = { hist_access_type: "tail", n: 1, output: false, raw: true };
  expect((await session.request("history_request", history)).content.history).toHaveLength(1);
});
