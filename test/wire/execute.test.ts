/** The fields of an execute_request, and what is published round a cell. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "./frames.js";
import { newSession, ofType, type Session, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
});
afterAll(() => session.end());

const types = (mails: readonly { header: Json }[]): string[] => mails.map(({ header }) => header.msg_type);
const count = async (): Promise<number> => (await session.execute("0")).reply.content.execution_count;

test("busy, execute_input, the outputs, idle: in this order, all under the request's header", async () => {
  const { id, iopub, reply } = await session.execute(`console.log("a"); console.error("b"); 5`);
  expect(types(iopub)).toEqual(["status", "execute_input", "stream", "stream", "execute_result", "status"]);
  expect(iopub.at(0)!.content).toEqual({ execution_state: "busy" });
  expect(iopub.at(-1)!.content).toEqual({ execution_state: "idle" });
  expect(iopub[1]!.content).toEqual({
    code: `console.log("a"); console.error("b"); 5`,
    execution_count: reply.content.execution_count,
  });
  expect(iopub[4]!.content).toMatchObject({
    execution_count: reply.content.execution_count,
    metadata: {},
    data: { "text/plain": "5" },
  });
  for (const { parent } of [...iopub, reply])
    expect(parent).toMatchObject({
      msg_id: id,
      session: session.session,
      msg_type: "execute_request",
      username: "tester",
    });
  expect(reply.content).toMatchObject({ status: "ok", payload: [], user_expressions: {} });
});

test("each request on shell and control is bracketed by busy and idle", async () => {
  const requests: [string, object, "shell" | "control"][] = [
    ["kernel_info_request", {}, "shell"],
    ["kernel_info_request", {}, "control"],
    ["complete_request", { code: "Mat", cursor_pos: 3 }, "shell"],
    ["inspect_request", { code: "Math", cursor_pos: 2, detail_level: 0 }, "shell"],
    ["is_complete_request", { code: "1" }, "shell"],
    ["comm_info_request", {}, "shell"],
    ["history_request", { hist_access_type: "tail", n: 1, output: false, raw: true }, "shell"],
    ["interrupt_request", {}, "control"],
  ];
  for (const [type, content, channel] of requests) {
    const id = session.send(type, content, { channel });
    const { reply, iopub } = await session.finish(id);
    expect(reply.header.msg_type).toBe(type.replace("request", "reply"));
    expect(reply.content.status, type).toBe(type === "is_complete_request" ? "complete" : "ok");
    expect(
      iopub.map(({ content }) => content.execution_state),
      type,
    ).toEqual(["busy", "idle"]);
  }
});

test("an error is in the reply and on iopub alike, with frames that name cell and line", async () => {
  const code = `const inner = (x: number): number => {\n  throw new RangeError("too far: " + x);\n};\ninner(7);`;
  const { reply, iopub } = await session.execute(code);
  expect(reply.content).toMatchObject({
    status: "error",
    ename: "RangeError",
    evalue: "too far: 7",
    execution_count: expect.any(Number),
  });
  const [error] = ofType(iopub, "error");
  expect(error!.content).toEqual({ ename: "RangeError", evalue: "too far: 7", traceback: reply.content.traceback });
  const trace = reply.content.traceback.join("\n");
  expect(trace).toContain("throw new RangeError");
  expect(trace).toMatch(new RegExp(`In\\[${reply.content.execution_count}\\]:2`));
  expect(trace).toMatch(new RegExp(`In\\[${reply.content.execution_count}\\]:4`));
});

test("a type error is told before anything runs", async () => {
  const { reply, iopub } = await session.execute(`console.log("ran"); const n: number = "text";`);
  expect(reply.content.status).toBe("error");
  expect(reply.content.evalue).toMatch(/string.*number/);
  expect(types(iopub)).toEqual(["status", "execute_input", "error", "status"]);
});

describe("silent", () => {
  test("runs, but publishes no input and no result, and does not count", async () => {
    const before = await count();
    const { iopub, reply } = await session.execute("var quietly = 8; quietly", { silent: true });
    expect(types(iopub)).toEqual(["status", "status"]);
    expect(reply.content.status).toBe("ok");
    expect(await count()).toBe(before + 1);
    expect(await value(session, "quietly")).toBe("8");
  });
  test("is not kept in the history, even if store_history is asked for", async () => {
    await session.execute("'never stored'", { silent: true, store_history: true });
    const { content } = await session.request("history_request", {
      hist_access_type: "tail",
      n: 5,
      output: false,
      raw: true,
    });
    expect(JSON.stringify(content.history)).not.toContain("never stored");
  });
  test("still says in the reply what failed", async () => {
    const { reply } = await session.execute("throw new TypeError('hush')", { silent: true });
    expect(reply.content).toMatchObject({ status: "error", ename: "TypeError", evalue: "hush" });
  });
});

test("store_history false publishes the result, and keeps nothing", async () => {
  const { iopub } = await session.execute("'passing by'", { store_history: false });
  expect(ofType(iopub, "execute_result")).toHaveLength(1);
  const { content } = await session.request("history_request", {
    hist_access_type: "tail",
    n: 5,
    output: false,
    raw: true,
  });
  expect(JSON.stringify(content.history)).not.toContain("passing by");
});

describe("user_expressions", () => {
  test("are evaluated after the cell, each with its own status", async () => {
    const user_expressions = { good: "half * 2", text: "'a' + 'b'", bad: "absent.name", wrong: "half.length.x" };
    const { reply } = await session.execute("const half = 21", { user_expressions });
    const { good, text, bad, wrong } = reply.content.user_expressions;
    expect(reply.content.status).toBe("ok");
    expect(good).toEqual({ status: "ok", data: expect.objectContaining({ "text/plain": "42" }), metadata: {} });
    expect(text.data["text/plain"]).toMatch(/^.ab.$/);
    for (const failed of [bad, wrong])
      expect(failed).toMatchObject({
        status: "error",
        ename: expect.any(String),
        evalue: expect.any(String),
        traceback: expect.any(Array),
      });
    expect(bad.evalue).toContain("absent");
  });
  test("work with an empty cell, wait for promises, and are left when the cell fails", async () => {
    const alone = await session.execute("", {
      user_expressions: { later: "await Promise.resolve(half + 1)" },
      silent: true,
    });
    expect(alone.reply.content.user_expressions.later.data["text/plain"]).toBe("22");
    const failed = await session.execute("throw 1", { user_expressions: { never: "half" } });
    expect(failed.reply.content.user_expressions ?? {}).toEqual({});
  });
});

test("an empty cell, and one of comments alone, are answered ok without a result", async () => {
  for (const code of ["", "   \n", "// nothing", "/* nothing */"]) {
    const { reply, iopub } = await session.execute(code);
    expect(reply.content.status).toBe("ok");
    expect(ofType(iopub, "execute_result")).toEqual([]);
  }
});

test("is_complete tells complete, incomplete with its indent, and invalid", async () => {
  const ask = async (code: string) => (await session.request("is_complete_request", { code })).content;
  expect(await ask("const a = 1")).toMatchObject({ status: "complete" });
  expect(await ask("for (let i = 0; i < 3; i++) {")).toMatchObject({
    status: "incomplete",
    indent: expect.stringMatching(/^\s*$/),
  });
  expect(await ask("`open")).toMatchObject({ status: "incomplete" });
  expect(await ask("const = ;")).toMatchObject({ status: "invalid" });
});

test("kernel_info names protocol, implementation, language and features", async () => {
  const { content } = await session.request("kernel_info_request", {});
  expect(content).toMatchObject({
    status: "ok",
    implementation: "liouville",
    banner: expect.any(String),
    help_links: expect.any(Array),
  });
  expect(content.protocol_version).toMatch(/^5\.[4-9]/);
  expect(content.language_info).toMatchObject({
    name: "typescript",
    file_extension: ".ts",
    mimetype: expect.stringContaining("typescript"),
    version: expect.stringMatching(/^\d/),
  });
});
