/** What becomes of the cells that wait behind one that fails. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { newSession, ofType, type Session, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
});
afterAll(() => session.end());

/** Starts a cell that fails a second from now, and waits until it runs. */
const startFailing = async (content = {}): Promise<string> => {
  const id = session.start("await new Promise((done) => setTimeout(done, 1000)); throw new Error('first')", content);
  await session.output(id, "execute_input");
  return id;
};
const statusOf = async (id: string): Promise<string> => (await session.finish(id)).reply.content.status;

test("stop_on_error aborts the queued cells, which do not run", async () => {
  const failing = await startFailing();
  const queued = [1, 2, 3].map((i) =>
    session.start(`globalThis.ran${i} = true`.replace("globalThis", "(globalThis as any)")),
  );
  expect(await statusOf(failing)).toBe("error");
  for (const id of queued) {
    const { reply, iopub } = await session.finish(id);
    expect(reply.content.status).toBe("aborted");
    expect(reply.header.msg_type).toBe("execute_reply");
    expect(ofType(iopub, "execute_input")).toEqual([]);
    expect(iopub.map(({ content }) => content.execution_state)).toEqual(["busy", "idle"]);
  }
  expect(await value(session, "Object.keys(globalThis).filter((name) => name.startsWith('ran')).length")).toBe("0");
});

test("stop_on_error false lets them run", async () => {
  const failing = await startFailing({ stop_on_error: false });
  const queued = [session.start("'after'"), session.start("1 + 1")];
  expect(await statusOf(failing)).toBe("error");
  for (const id of queued) expect(await statusOf(id)).toBe("ok");
});

test("requests other than execute are answered all the same", async () => {
  const failing = await startFailing();
  const cell = session.start("1");
  const info = session.send("kernel_info_request", {});
  const completion = session.send("complete_request", { code: "Mat", cursor_pos: 3 });
  expect(await statusOf(failing)).toBe("error");
  expect(await statusOf(cell)).toBe("aborted");
  expect((await session.reply(info)).content.status).toBe("ok");
  expect((await session.reply(completion)).content).toMatchObject({
    status: "ok",
    matches: expect.arrayContaining(["Math"]),
  });
});

test("a cell sent after the error's reply runs", async () => {
  await session.execute("throw new Error('done with')");
  expect(await value(session, "'as usual'.length")).toBe("8");
});

test("a type error aborts the queue as well", async () => {
  const slow = session.start("await new Promise((done) => setTimeout(done, 500))");
  const wrong = session.start("const n: number = 'text'");
  const queued = session.start("1");
  expect(await statusOf(slow)).toBe("ok");
  expect(await statusOf(wrong)).toBe("error");
  expect(await statusOf(queued)).toBe("aborted");
});
