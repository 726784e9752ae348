/** A cell can ask, and be answered. */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mail } from "./mailbox.js";
import { newSession, type Session, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
});
afterAll(() => session.end());

const answer = async (id: string, text: string): Promise<Mail> => {
  const asked = await session.output(id, "input_request");
  session.send("input_reply", { value: text, status: "ok" }, { channel: "stdin", parent: asked.header });
  return asked;
};

test("input asks on stdin, under the cell's header, and gives the answer", async () => {
  const id = session.start(`const answer = await input("Name? "); answer.toUpperCase()`, { allow_stdin: true });
  const asked = await answer(id, "joseph");
  expect(asked).toMatchObject({
    channel: "stdin",
    content: { prompt: "Name? ", password: false },
    parent: { session: session.session },
  });
  const { iopub } = await session.finish(id);
  expect(JSON.stringify(iopub)).toContain("JOSEPH");
});

test("two questions of one cell are asked in turn", async () => {
  const id = session.start(`const a = await input("a"), b = await input("b"); a + b`, { allow_stdin: true });
  await answer(id, "1");
  const asked = (prompt: string) =>
    session.mail.first(id, ({ content }) => content.prompt === prompt, `the question ${prompt}`, 30_000);
  session.send("input_reply", { value: "2" }, { channel: "stdin", parent: (await asked("b")).header });
  expect((await session.finish(id)).reply.content.status).toBe("ok");
  expect(await value(session, "a + b")).toMatch(/^.12.$/);
});

test("a password is asked for as one", async () => {
  const id = session.start(`await input("Key: ", { password: true })`, { allow_stdin: true });
  expect((await answer(id, "secret")).content).toEqual({ prompt: "Key: ", password: true });
  await session.finish(id);
});

test("without allow_stdin it fails, and says why", async () => {
  const { reply } = await session.execute(`await input("Anyone? ")`, { allow_stdin: false });
  expect(reply.content).toMatchObject({ status: "error", evalue: expect.stringMatching(/stdin|input/i) });
});

test("a question that was interrupted is forgotten: the next answer goes to the next question", async () => {
  const id = session.start(`await input("Unanswered? ")`, { allow_stdin: true });
  await session.output(id, "input_request");
  await session.request("interrupt_request", {}, { channel: "control" });
  expect((await session.finish(id)).reply.content.ename).toMatch(/interrupt/i);
  const next = session.start(`await input("Next? ")`, { allow_stdin: true });
  await answer(next, "mine");
  expect(JSON.stringify((await session.finish(next)).iopub)).toContain("mine");
});

test("a question can be interrupted, and a late answer is ignored", async () => {
  const id = session.start(`await input("Forever? ")`, { allow_stdin: true });
  const asked = await session.output(id, "input_request");
  await session.request("interrupt_request", {}, { channel: "control" });
  expect((await session.finish(id)).reply.content.ename).toMatch(/interrupt/i);
  session.send("input_reply", { value: "too late" }, { channel: "stdin", parent: asked.header });
  const next = session.start(`await input("Again? ")`, { allow_stdin: true });
  await answer(next, "now");
  expect(JSON.stringify((await session.finish(next)).iopub)).toContain("now");
});
