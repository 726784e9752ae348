/** A cell that kills its process is told so, and only it: a fresh runtime answers the next one. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newSession, ofType, type Session, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession({ env: { NODE_OPTIONS: "--max-old-space-size=256" } });
});
afterAll(() => session.end());

const crashes: Readonly<Record<string, { code: string; says: RegExp }>> = {
  "process.exit": { code: "process.exit(3)", says: /exit|3/ },
  "process.exit in a timer": {
    code: "setTimeout(() => process.exit(4), 20); await new Promise(() => {})",
    says: /exit|4/,
  },
  "process.abort": { code: "process.abort()", says: /abort|SIGABRT/i },
  "out of memory": {
    code: "const hoard: number[][] = []; while (true) hoard.push(new Array(100_000).fill(hoard.length + 0.5));",
    says: /memory/i,
  },
  SIGKILL: { code: `process.kill(process.pid, "SIGKILL"); await new Promise(() => {})`, says: /SIGKILL|killed/i },
  SIGSEGV: { code: `process.kill(process.pid, "SIGSEGV"); await new Promise(() => {})`, says: /SIGSEGV|segmentation/i },
};

describe("a crash is reported in its cell, and the next cell is answered within a second, by", () => {
  test.each(Object.entries(crashes))("%s", async (_, { code, says }) => {
    const before = (await value(session, "let fresh = process.pid; fresh"))!;
    const id = session.start(code);
    const reply = await session.reply(id);
    const answered = performance.now();
    const next = await session.execute("process.pid");
    const delay = performance.now() - answered;
    const { iopub } = await session.finish(id);
    expect(reply.content).toMatchObject({
      status: "error",
      ename: expect.any(String),
      evalue: expect.stringMatching(says),
    });
    expect(ofType(iopub, "error")).toHaveLength(1);
    expect(ofType(iopub, "error")[0]!.content.evalue).toBe(reply.content.evalue);
    expect(next.reply.content.status).toBe("ok");
    expect(ofType(next.iopub, "execute_result")[0]!.content.data["text/plain"]).not.toBe(before);
    expect(delay).toBeLessThan(1000);
  });
});

test("the names of a crashed runtime are gone, and can be declared anew with other types", async () => {
  await session.execute("const lost: number = 5");
  await session.execute("process.exit(0)");
  const { reply } = await session.execute("lost");
  expect(reply.content).toMatchObject({ status: "error", evalue: expect.stringContaining("lost") });
  expect(await value(session, `const lost: string = "found"; lost.length`)).toBe("5");
});

test("a crash between cells is told, and the next cell works", async () => {
  await session.execute("setTimeout(() => process.exit(9), 1)");
  await expect.poll(() => value(session, "1 + 1").catch(() => undefined), { timeout: 20_000 }).toBe("2");
  expect(session.kernel.hasEnded()).toBe(false);
});

test("the cells queued behind a crash are aborted", async () => {
  const crash = session.start("await new Promise((done) => setTimeout(done, 500)); process.exit(1)");
  const queued = [session.start("1"), session.start("2")];
  expect((await session.finish(crash)).reply.content.status).toBe("error");
  for (const id of queued) expect((await session.finish(id)).reply.content.status).toBe("aborted");
  expect(await value(session, "3")).toBe("3");
});

test("what the cell wrote before its crash is shown", async () => {
  const { iopub } = await session.execute(`for (let i = 0; i < 1000; i++) console.log("line " + i); process.exit(5)`);
  const text = ofType(iopub, "stream")
    .map(({ content }) => content.text)
    .join("");
  expect(text).toContain(Array.from({ length: 1000 }, (_, i) => `line ${i}`).join("\n"));
  expect(text).not.toContain("Waiting for the debugger");
});
