/** Signed nonsense: dropped or answered by an error, never a crash, never silence where the protocol promises a reply. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectWhole } from "./alive.js";
import { delimiter, type Json, newHeader, pack, signTexts } from "./frames.js";
import { newSession, type Session, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
  await session.execute(`"${"a".repeat(2000)}"`); // what a hostile pattern of the history would be slow on
});
afterAll(() => session.end());

const everywhere = ["shell", "control", "stdin"] as const;
const header = (type = "execute_request"): string => JSON.stringify(newHeader(type, session.session));
const signed = (...texts: string[]): Buffer[] => signTexts(session.connection.key, texts);

const broken: Readonly<Record<string, () => Buffer[]>> = {
  "no frames but an empty one": () => [Buffer.alloc(0)],
  "a delimiter alone": () => [Buffer.from(delimiter)],
  "no delimiter": () => pack(session.connection.key, newHeader("kernel_info_request", session.session), {}).slice(1),
  "frames cut off after the header": () =>
    pack(session.connection.key, newHeader("kernel_info_request", session.session), {}).slice(0, 3),
  "frames cut off before the content": () =>
    pack(session.connection.key, newHeader("kernel_info_request", session.session), {}).slice(0, 5),
  "a header that is not JSON": () => signed("{not json", "{}", "{}", "{}"),
  "a content that is not JSON": () => signed(header(), "{}", "{}", '{"code": '),
  "a content that is null": () => signed(header(), "{}", "{}", "null"),
  "a content that is an array": () => signed(header(), "{}", "{}", "[]"),
  "a content that is a number": () => signed(header(), "{}", "{}", "42"),
  "a header that is a string": () => signed('"execute_request"', "{}", "{}", "{}"),
  "a header without fields": () => signed("{}", "{}", "{}", "{}"),
  "a header with fields of wrong types": () =>
    signed('{"msg_id":1,"msg_type":["execute_request"],"session":{}}', "{}", "{}", "{}"),
  "a parent that is not an object": () => signed(header(), "17", "{}", '{"code":"1"}'),
  "metadata that are not an object": () => signed(header(), "{}", "true", '{"code":"1"}'),
  "bytes that are not UTF-8": () => [
    Buffer.from(delimiter),
    Buffer.from([0xff, 0xfe]),
    ...Array<Buffer>(4).fill(Buffer.from([0xc3, 0x28, 0xa0, 0xff])),
  ],
  "NaN and Infinity as other languages write them": () =>
    signed(header(), "{}", "{}", '{"code": NaN, "silent": Infinity}'),
};

test.each(Object.entries(broken))("%s", async (_, frames) => {
  for (const channel of everywhere) session.raw(channel, frames());
  await expectWhole(session);
});

test.each([
  "no_such_request",
  "execute_reply",
  "status",
  "toString",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "",
  "interrupt_request\n",
  "x".repeat(100_000),
])("the unknown message type %j is ignored on every channel", async (type) => {
  for (const channel of everywhere) session.send(type, { code: "1" }, { channel });
  await expectWhole(session);
});

describe("a request with a content of wrong types is answered, by an error or by taking it sensibly:", () => {
  const cases: [string, Json][] = [
    ["execute_request", { code: 42 }],
    ["execute_request", { code: null }],
    ["execute_request", {}],
    ["execute_request", { code: ["1"] }],
    ["execute_request", { code: "1", silent: "yes", store_history: 3, stop_on_error: {}, allow_stdin: [] }],
    ["execute_request", { code: "1", user_expressions: "text" }],
    ["execute_request", { code: "1", user_expressions: { a: 42, b: null, c: {} } }],
    ["execute_request", { code: "1", user_expressions: null }],
    ["complete_request", { code: 42, cursor_pos: 0 }],
    ["complete_request", { code: "Math.", cursor_pos: -5 }],
    ["complete_request", { code: "Math.", cursor_pos: 1e15 }],
    ["complete_request", { code: "Math.", cursor_pos: "five" }],
    ["complete_request", { code: "Math.", cursor_pos: 1.5 }],
    ["complete_request", {}],
    ["inspect_request", { code: null, cursor_pos: null }],
    ["inspect_request", { code: "", cursor_pos: 99, detail_level: "all" }],
    ["is_complete_request", { code: {} }],
    ["is_complete_request", { code: `${"(".repeat(5000)}` }],
    ["history_request", { hist_access_type: "sideways", n: "many" }],
    ["history_request", { hist_access_type: "search", pattern: { a: 1 }, n: -1 }],
    ["history_request", { hist_access_type: "search", pattern: "*".repeat(200), n: 10 }],
    ["history_request", { hist_access_type: "search", pattern: `${"*a".repeat(30)}!`, n: 10 }],
    ["history_request", { hist_access_type: "range", session: "x", start: null, stop: [] }],
    ["history_request", { hist_access_type: "range", session: -1e9, start: -1e308, stop: 1e308 }],
    ["history_request", {}],
    ["comm_info_request", { target_name: 42 }],
    ["kernel_info_request", { surprise: true }],
  ];
  const named = cases.map(
    ([type, content]) => [`${type} ${JSON.stringify(content).slice(0, 70)}`, type, content] as const,
  );
  test.each(named)("%s", async (_, type, content) => {
    const reply = await session.request(type, content, {}, 30_000);
    expect(reply.header.msg_type).toBe(type.replace("_request", "_reply"));
    expect(["ok", "error", "complete", "incomplete", "invalid", "unknown"]).toContain(reply.content.status);
    await expectWhole(session);
  });
});

test("code that is no string runs nothing and is told so", async () => {
  const { reply } = await session.finish(session.start(42));
  expect(reply.content).toMatchObject({
    status: "error",
    ename: expect.any(String),
    evalue: expect.stringContaining("42"),
  });
});

test.each(["comm_open", "comm_msg", "comm_close", "input_reply", "execute_reply"])(
  "%s without what it needs",
  async (type) => {
    for (const channel of everywhere)
      for (const content of [{}, { comm_id: 7, data: "text" }, { comm_id: { a: 1 }, target_name: [], data: null }])
        session.send(type, content, { channel });
    await expectWhole(session);
  },
);

test("names of Object's own properties do no harm, wherever they stand", async () => {
  const hostile =
    '{"code":"1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"user_expressions":{"__proto__":"2","toString":"3"}}';
  const own = newHeader("execute_request", session.session);
  session.raw("shell", signed(JSON.stringify(own), '{"__proto__":{"polluted":1}}', "{}", hostile));
  expect((await session.reply(own.msg_id)).content.status).toBe("ok");
  expect(await value(session, "(({}) as Record<string, unknown>).polluted === undefined")).toBe("true");
  for (const id of ["__proto__", "constructor", "toString"]) session.send("comm_msg", { comm_id: id, data: {} });
  await expectWhole(session);
});

test("extra frames, empty ones and unused buffers are taken as buffers", async () => {
  const own = newHeader("kernel_info_request", session.session);
  session.raw("shell", [
    ...pack(session.connection.key, own, {}),
    Buffer.alloc(0),
    Buffer.from("extra"),
    Buffer.alloc(1000),
  ]);
  expect((await session.reply(own.msg_id)).content.status).toBe("ok");
});

test("code with every kind of character comes back as it was", async () => {
  const text = "\u0000\u2028\u2029\ud83d\ude00 \ud800 <IDS|MSG> `$" + "{}` </script>";
  const code = `(${JSON.stringify(text)}).length`;
  expect(await value(session, code)).toBe(String(text.length));
});
