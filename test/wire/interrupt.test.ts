/** A cell can be stopped whatever it does; what was computed before stays. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { busyCells } from "./busy-cells.js";
import { newSession, ofType, type Session, startUntil, value } from "./session.js";
import { until } from "./until.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
  await session.execute("let kept = 41; const list = [1, 2, 3];");
});
afterAll(() => session.end());

const interrupt = async (): Promise<void> => {
  const reply = await session.request("interrupt_request", {}, { channel: "control" });
  expect(reply).toMatchObject({
    channel: "control",
    header: { msg_type: "interrupt_reply" },
    content: { status: "ok" },
  });
};

/** The cell of an id has ended as interrupted; what was there before is there; the next cell works. */
const expectStopped = async (id: string, before: number): Promise<void> => {
  const { reply, iopub } = await session.finish(id);
  expect(reply.content).toMatchObject({ status: "error", ename: expect.stringMatching(/interrupt/i) });
  expect(ofType(iopub, "error")[0]!.content).toMatchObject({
    ename: reply.content.ename,
    traceback: expect.any(Array),
  });
  expect(await value(session, "kept += 1; [kept, list.length]")).toBe(`[ ${before + 1}, 3 ]`);
};

describe("an interrupt stops", () => {
  test.each(Object.entries(busyCells))("%s", async (_, code) => {
    const before = Number(await value(session, "kept"));
    const id = await startUntil(session, code);
    await interrupt();
    await expectStopped(id, before);
  });
});

test("an interrupt leaves an idle kernel as it was", async () => {
  for (let i = 0; i < 5; i++) {
    await interrupt();
    expect(await value(session, `${i} + 10`)).toBe(String(i + 10));
  }
});

test("an interrupt stops a timer that spins after its cell has ended", async () => {
  const id = await startUntil(session, `setTimeout(() => { console.log("started"); while (true) {} }, 20); "armed"`);
  expect((await session.finish(id)).reply.content.status).toBe("ok");
  await interrupt();
  expect(await value(session, "6 * 7")).toBe("42");
});

test("a sub-process of a stopped cell does not live on", async () => {
  const code = `import { execSync } from "node:child_process"; console.log("started"); execSync("sleep 61.5");`;
  const id = await startUntil(session, code);
  await interrupt();
  expect((await session.finish(id)).reply.content.status).toBe("error");
  const count = `import { spawnSync } from "node:child_process"; spawnSync("sh", ["-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\\\0' ' ' | grep -c 'sleep 61[.]5'"]).stdout.toString().trim()`;
  expect(await value(session, count)).toMatch(/^['"]0['"]$/);
});

test("a sub-process that does not hear the first signal, as one that is only just being started, is signalled again", async () => {
  const deafAtFirst = "trap '' INT; sleep 0.4; trap - INT; exec sleep 62.5";
  const code = `import { execSync } from "node:child_process"; console.log("started"); execSync(${JSON.stringify(deafAtFirst)});`;
  const id = await startUntil(session, code);
  await interrupt();
  const { reply } = await session.finish(id);
  expect(reply.content).toMatchObject({ status: "error", ename: expect.stringMatching(/interrupt/i) });
});

test("an interrupt that comes just as a cell begins or ends finds it, or lets it be", async () => {
  await session.execute("let begun = 0");
  for (let i = 0; i < 200; i++) {
    const id = session.start(i % 2 === 0 ? "begun += 1;" : "begun += 1; while (true) {}");
    await new Promise((resolve) => setTimeout(resolve, i % 23));
    const [{ reply }] = await Promise.all([session.finish(id), interrupt()]);
    if (reply.content.status !== "ok") expect(reply.content.ename).toMatch(/interrupt/i);
    else expect(i % 2).toBe(0);
    expect(await value(session, `${i} + 1000`)).toBe(String(i + 1000));
  }
  expect(Number(await value(session, "begun"))).toBeGreaterThan(0);
});

test("an interrupt also takes back the cells that wait in the queue", async () => {
  const id = await startUntil(session, busyCells["while(true)"]!);
  const queued = session.start("kept = -1");
  await session.request("kernel_info_request", {}, { channel: "control" });
  await interrupt();
  expect((await session.finish(id)).reply.content.status).toBe("error");
  expect((await session.finish(queued)).reply.content.status).toBe("aborted");
  expect(await value(session, "kept > 0")).toBe("true");
});

test("200 interrupts in a row", async () => {
  await session.execute("let turns = 0");
  for (let i = 1; i <= 200; i++) {
    const id = await startUntil(session, `turns++; console.log("started"); while (true) {}`);
    await interrupt();
    expect((await session.finish(id)).reply.content.status, `interrupt ${i}`).toBe("error");
  }
  expect(await value(session, "turns")).toBe("200");
});

test("an interrupt in the middle of much output loses neither order nor the pipe", async () => {
  for (let i = 0; i < 20; i++) {
    const id = await startUntil(
      session,
      `console.log("started"); for (let n = 0; ; n++) process.stdout.write(n + ":" + "x".repeat(300_000) + "\\n");`,
    );
    await interrupt();
    expect((await session.finish(id)).reply.content.status).toBe("error");
    expect(await value(session, `${i} + 1000`)).toBe(String(i + 1000));
  }
});

test("SIGINT to the kernel is an interrupt", async () => {
  const id = await startUntil(session, busyCells["while(true)"]!);
  process.kill(session.kernel.pid, "SIGINT");
  expect((await session.finish(id)).reply.content).toMatchObject({
    status: "error",
    ename: expect.stringMatching(/interrupt/i),
  });
  expect(await value(session, "turns")).toBe("200");
  process.kill(session.kernel.pid, "SIGINT"); // of an idle kernel; nothing tells when it has been heard
  await until(async () => (await value(session, "turns + 1")) === "201", "the next cell works");
  expect(session.kernel.hasEnded()).toBe(false);
});
