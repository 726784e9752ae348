/** How a kernel begins, and that nothing of it remains when it ends. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { Subscriber } from "zeromq";
import { unpack, type WireMessage } from "./frames.js";
import { startKernel } from "./kernel-process.js";
import { descendants, lives } from "./process-tree.js";
import { newSession, type Session } from "./session.js";
import { until } from "./until.js";

const sessions: Session[] = [];
const begin = async (): Promise<Session> => {
  const session = await newSession();
  sessions.push(session);
  return session;
};
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.end();
});

const busyWithChildren = `import { spawn } from "node:child_process"; const sleeper = spawn("sleep", ["300"]); console.log("pids", process.pid, sleeper.pid); while (true) {}`;

/** Starts a cell that has a sub-process and never ends; gives the ids of everything below the kernel. */
const startFamily = async (session: Session): Promise<number[]> => {
  const id = session.start(busyWithChildren);
  const { content } = await session.output(id, "stream");
  const named = String(content.text).match(/\d+/g)!.map(Number);
  const family = descendants(session.kernel.pid);
  expect(family).toEqual(expect.arrayContaining(named));
  return family;
};
const gone = (pids: readonly number[]): Promise<boolean> =>
  until(() => pids.every((pid) => !lives(pid)) && true, "all processes gone");

describe("shutdown_request", () => {
  test.each([true, false])("with restart %s is answered, then the kernel ends, and all below it", async (restart) => {
    const session = await begin();
    const family = await startFamily(session);
    const reply = await session.request("shutdown_request", { restart }, { channel: "control" });
    expect(reply).toMatchObject({
      channel: "control",
      header: { msg_type: "shutdown_reply" },
      content: { status: "ok", restart },
    });
    expect(await session.kernel.ended).toBe(0);
    await gone(family);
  });

  test("of an idle kernel ends it as well, with status messages to the last", async () => {
    const session = await begin();
    await session.execute("1");
    const id = session.send("shutdown_request", { restart: false }, { channel: "control" });
    const { iopub } = await session.finish(id);
    expect(
      iopub.filter(({ header }) => header.msg_type === "status").map(({ content }) => content.execution_state),
    ).toEqual(["busy", "idle"]);
    expect(await session.kernel.ended).toBe(0);
  });
});

test("SIGTERM ends it and all below it", async () => {
  const session = await begin();
  const family = await startFamily(session);
  process.kill(session.kernel.pid, "SIGTERM");
  await session.kernel.ended;
  await gone(family);
});

test("when it is killed outright, what is below it ends by itself", async () => {
  const session = await begin();
  const runtime = Number(
    (await session.execute("console.log(process.pid)")).iopub.find(({ header }) => header.msg_type === "stream")!
      .content.text,
  );
  const family = descendants(session.kernel.pid);
  expect(family).toContain(runtime);
  session.start("while (true) {}");
  process.kill(session.kernel.pid, "SIGKILL");
  expect(await session.kernel.ended).toBe("SIGKILL");
  await gone(family);
});

describe("iopub_welcome", () => {
  /** What several clients hear first that wait already when the kernel starts. */
  const firstHeard = async (topic: string): Promise<WireMessage[]> => {
    const kernel = await startKernel();
    const { key, iopub_port } = kernel.connection;
    const sockets = Array.from({ length: 5 }, () => {
      const socket = new Subscriber({ linger: 0, receiveTimeout: 60_000, reconnectInterval: 1 });
      socket.connect(`tcp://127.0.0.1:${iopub_port}`);
      socket.subscribe(topic);
      return socket;
    });
    try {
      return await Promise.all(sockets.map(async (socket) => unpack(key, await socket.receive())));
    } finally {
      for (const socket of sockets) socket.close();
      await kernel.kill();
    }
  };
  test.each(["", "stream", "status"])("greets subscriptions to the topic %j, before anything else", async (topic) => {
    for (const { header, parent, content } of await firstHeard(topic)) {
      expect(header.msg_type).toBe("iopub_welcome");
      expect(content).toEqual({ subscription: topic });
      expect(parent).toEqual({});
    }
  });
  test("is the first that a subscriber hears, even of a kernel in full voice", async () => {
    const session = await begin();
    session.start(`for (let i = 0; ; i++) { console.log(i); await new Promise((done) => setImmediate(done)); }`);
    for (let i = 0; i < 100; i++) {
      const socket = new Subscriber({ linger: 0, receiveTimeout: 30_000 });
      socket.connect(`tcp://127.0.0.1:${session.connection.iopub_port}`);
      socket.subscribe(i % 2 ? "" : "stream");
      expect(unpack(session.connection.key, await socket.receive()).header.msg_type).toBe("iopub_welcome");
      socket.close();
    }
  });
});

test("kernels over ipc sockets work as those over tcp", async () => {
  const folder = mkdtempSync(join(tmpdir(), "liouville-ipc-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const kernel = await newSession({ connection: { transport: "ipc", ip: join(folder, "kernel") } });
  sessions.push(kernel);
  expect((await kernel.execute("1 + 1")).reply.content.status).toBe("ok");
  expect(await kernel.beat()).toBeGreaterThan(0);
});

const main = resolve(import.meta.dirname, "../../dist/kernel/server/main.js");

test.each([
  ["no argument", []],
  ["a missing file", ["/nowhere/at/all.json"]],
  ["a file that is no connection file", [resolve(import.meta.dirname, "../../package.json")]],
])("started with %s, it ends with a word of what is wrong", async (_, rest) => {
  const kernel = await startKernel({ argv: [process.execPath, main, ...rest] });
  expect([1, 2]).toContain(await kernel.ended);
  await until(() => /usage|no such file|_port/i.test(kernel.said()), "a word of what is wrong");
  await kernel.kill();
});
