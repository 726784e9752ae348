/** Too much of everything: huge messages, deep ones, thousands of junk frames on every socket, bytes that are no ZeroMQ at all. */

import { randomBytes } from "node:crypto";
import { connect as connectTcp } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Dealer, XSubscriber } from "zeromq";
import { expectWhole } from "./alive.js";
import { newHeader, pack, signTexts } from "./frames.js";
import { channels } from "./kernel-process.js";
import { residentBytes } from "./process-tree.js";
import { newSession, type Session, value } from "./session.js";
import { until } from "./until.js";

let session: Session;
/** What the kernel holds when it has run a cell and nothing has been done to it. */
let untouched: number;

beforeAll(async () => {
  session = await newSession();
  expect(await value(session, "2 * 21")).toBe("42");
  untouched = residentBytes(session.kernel.pid);
});
afterAll(() => session.end());

const megabytes = (count: number): number => count * 1024 * 1024;
const address = (channel: (typeof channels)[number]): string =>
  `tcp://127.0.0.1:${session.connection[`${channel}_port`]}`;

test("a cell with a string of 50 MB is run", async () => {
  const { reply, iopub } = await session.execute(
    `"${"x".repeat(megabytes(50))}".length`,
    { store_history: false },
    120_000,
  );
  expect(reply.content.status).toBe("ok");
  expect(iopub.find(({ header }) => header.msg_type === "execute_result")!.content.data["text/plain"]).toBe(
    String(megabytes(50)),
  );
});

test("a result of 50 MB arrives whole", async () => {
  const { iopub } = await session.execute(`process.stdout.write("y".repeat(${megabytes(50)}))`, {}, 120_000);
  const text = iopub.filter(({ header }) => header.msg_type === "stream").map(({ content }) => content.text as string);
  expect(text.reduce((sum, { length }) => sum + length, 0)).toBe(megabytes(50));
});

test("a request with 50 MB of metadata and 50 MB of buffers is answered", async () => {
  const metadata = { ballast: "z".repeat(megabytes(50)) };
  const { content } = await session.request(
    "kernel_info_request",
    {},
    { metadata, buffers: [randomBytes(megabytes(50))] },
  );
  expect(content.status).toBe("ok");
  await expectWhole(session);
});

test("100 MB of junk with a bad signature are dropped", async () => {
  const frames = pack("wrong key", newHeader("execute_request", session.session), { code: "x".repeat(megabytes(100)) });
  session.raw("shell", frames);
  session.raw("control", [Buffer.alloc(megabytes(100), 7)]);
  await expectWhole(session);
});

test("JSON nested 100,000 deep, anywhere, does no harm", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  for (const type of [
    "kernel_info_request",
    "execute_request",
    "comm_open",
    "comm_msg",
    "complete_request",
    "history_request",
    "no_such_type",
  ]) {
    const parts = (k: number): string[] =>
      [0, 1, 2].map((i) =>
        i === k
          ? `{"a":${deep},"code":"1","comm_id":"deep","target_name":"jupyter.widget","data":{"a":${deep}}}`
          : "{}",
      );
    for (const k of [0, 1, 2])
      session.raw(
        "shell",
        signTexts(session.connection.key, [JSON.stringify(newHeader(type, session.session)), ...parts(k)]),
      );
    const header = JSON.stringify({ ...newHeader(type, session.session), extra: 0 }).replace(
      '"extra":0',
      `"extra":${deep}`,
    );
    session.raw("shell", signTexts(session.connection.key, [header, "{}", "{}", '{"code":"1"}']));
  }
  await expectWhole(session);
});

test("a message of 20,000 frames is taken or dropped", async () => {
  session.raw("shell", Array<Buffer>(20_000).fill(Buffer.from("f")));
  session.raw("shell", [
    ...pack(session.connection.key, newHeader("kernel_info_request", session.session), {}),
    ...Array<Buffer>(20_000).fill(Buffer.from("f")),
  ]);
  await expectWhole(session);
});

test.each(["shell", "control", "stdin", "hb"] as const)("5,000 junk messages on %s", async (channel) => {
  const socket = new Dealer({ linger: 0, sendHighWaterMark: 0 });
  socket.connect(address(channel));
  for (let i = 0; i < 5000; i++) await socket.send(Array.from({ length: i % 4 || 1 }, () => randomBytes(i % 200)));
  await expectWhole(session);
  socket.close();
  await expectWhole(session);
});

test("junk subscriptions on iopub", async () => {
  const socket = new XSubscriber({ linger: 0, sendHighWaterMark: 0 });
  socket.connect(address("iopub"));
  for (let i = 0; i < 5000; i++) await socket.send(Buffer.concat([Buffer.from([i % 3]), randomBytes(i % 100)]));
  await expectWhole(session);
  socket.close();
});

test.each(channels)("bytes that are no ZeroMQ on the port of %s", async (channel) => {
  for (const bytes of [
    Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
    randomBytes(100_000),
    Buffer.alloc(0),
    Buffer.alloc(64, 0xff),
  ]) {
    const socket = connectTcp(session.connection[`${channel}_port`], "127.0.0.1").on("error", () => undefined);
    await new Promise<void>((done) => socket.write(bytes, () => done()));
    setTimeout(() => socket.destroy(), 200);
  }
  await expectWhole(session);
});

test("200 connections that open and go", async () => {
  const sockets = Array.from({ length: 200 }, () =>
    connectTcp(session.connection.shell_port, "127.0.0.1").on("error", () => undefined),
  );
  await until(() => sockets.every(({ connecting }) => !connecting), "all connected");
  for (const socket of sockets) socket.destroy();
  await expectWhole(session);
});

test("a cell that writes on the runtime's own pipes harms itself at most", async () => {
  const attacks = [
    `for (let fd = 3; fd < 12; fd++) try { fs.writeSync(fd, Buffer.alloc(64, 255)); } catch {}`,
    `fs.writeSync(3, Buffer.from([5, 0, 0, 0, 255, 15, 111, 34, 1]));`,
    `for (let fd = 3; fd < 6; fd++) try { fs.closeSync(fd); } catch {}`,
    `process.disconnect?.();`,
    `process.send?.({ type: "done", id: "x" }); process.emit("message" as never, { type: "nonsense" } as never, undefined as never);`,
    `process.removeAllListeners();`,
  ];
  for (const attack of attacks) {
    session.start(`import fs from "node:fs"; ${attack}`);
    await until(() => value(session, "2 * 21").then((text) => text === "42"), `an answer after ${attack}`, 60_000);
    await expectWhole(session);
  }
});

/** The messages above have more than 400 MB together: were they kept, this would never become true. Left in peace, V8 collects. */
test("after all this it holds little more than at first", async () => {
  await expectWhole(session);
  const holdsLittle = (): boolean => {
    const held = residentBytes(session.kernel.pid);
    return held > 0 && held < untouched + megabytes(400);
  };
  await until(holdsLittle, "its memory has been given back", 60_000);
});
