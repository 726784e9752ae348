/** Comms between front end and cells, by a slider, which every notebook will have. */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "./frames.js";
import { newSession, ofType, type Session, streamed, value } from "./session.js";

let session: Session;
let slider: string;

const open = (comms: Json[], model: string): Json | undefined =>
  comms.find(({ data }) => data.state._model_name === model);

beforeAll(async () => {
  session = await newSession();
});
afterAll(() => session.end());

const listed = async (target?: string): Promise<Json> =>
  (await session.request("comm_info_request", target === undefined ? {} : { target_name: target })).content.comms;

test("a slider opens its models, and is shown as a widget", async () => {
  const { iopub, reply } = await session.execute(`const beta = slider("β", { min: 0, max: 10, step: 1 }); beta`);
  expect(reply.content.status).toBe("ok");
  const opened = ofType(iopub, "comm_open");
  for (const { content, metadata } of opened) {
    expect(content).toMatchObject({
      comm_id: expect.any(String),
      target_name: "jupyter.widget",
      data: { state: expect.any(Object), buffer_paths: [] },
    });
    expect(metadata.version).toMatch(/^2\./);
  }
  const contents = opened.map(({ content }) => content);
  slider = open(contents, "IntSliderModel")!.comm_id;
  expect(open(contents, "LayoutModel")).toBeDefined();
  const shown = iopub.find(({ content }) => content.data?.["application/vnd.jupyter.widget-view+json"]);
  expect(shown!.content.data["application/vnd.jupyter.widget-view+json"]).toMatchObject({
    version_major: 2,
    model_id: slider,
  });
});

test("comm_info lists what is open, by target", async () => {
  expect((await listed())[slider]).toEqual({ target_name: "jupyter.widget" });
  expect((await listed("jupyter.widget"))[slider]).toEqual({ target_name: "jupyter.widget" });
  expect(await listed("nothing.such")).toEqual({});
});

test("moving the slider sets the variable, and is echoed under the message that moved it", async () => {
  const id = session.send("comm_msg", {
    comm_id: slider,
    data: { method: "update", state: { value: 7 }, buffer_paths: [] },
  });
  await session.mail.first(id, ({ content }) => content.execution_state === "idle", "idle", 30_000);
  const states = session.mail
    .of(id)
    .filter(({ header }) => header.msg_type === "status")
    .map(({ content }) => content.execution_state);
  expect(states).toEqual(["busy", "idle"]);
  const echo = ofType(session.mail.of(id), "comm_msg").find(({ content }) => content.data.method === "echo_update");
  expect(echo!.content).toMatchObject({ comm_id: slider, data: { state: { value: 7 } } });
  expect(await value(session, "beta.value")).toBe("7");
});

test("request_state is answered with the whole state", async () => {
  const id = session.send("comm_msg", { comm_id: slider, data: { method: "request_state" } });
  const { content } = await session.output(id, "comm_msg");
  expect(content).toMatchObject({ comm_id: slider, data: { method: "update", state: { value: 7, min: 0, max: 10 } } });
});

test("setting the value in a cell tells the front ends", async () => {
  const { iopub } = await session.execute("beta.value = 3");
  expect(ofType(iopub, "comm_msg")[0]!.content).toMatchObject({
    comm_id: slider,
    data: { method: "update", state: { value: 3 } },
  });
});

test("comm_open for an unknown target is answered by comm_close", async () => {
  const id = session.send("comm_open", { comm_id: "stray-1", target_name: "nothing.such", data: {} });
  expect((await session.output(id, "comm_close")).content.comm_id).toBe("stray-1");
  expect((await listed())["stray-1"]).toBeUndefined();
});

test("messages to comms that are not open change nothing", async () => {
  for (const type of ["comm_msg", "comm_close"]) {
    const id = session.send(type, { comm_id: "never opened", data: { method: "update", state: { value: 1 } } });
    await session.mail.first(id, ({ content }) => content.execution_state === "idle", "idle", 30_000);
  }
  expect(await value(session, "beta.value")).toBe("3");
});

test("comm_close from the front end closes it", async () => {
  const id = session.send("comm_close", { comm_id: slider, data: {} });
  await session.mail.first(id, ({ content }) => content.execution_state === "idle", "idle", 30_000);
  expect((await listed())[slider]).toBeUndefined();
});

test("what a handler shows goes to the cell that added it", async () => {
  const code = `const gamma = slider("γ", { min: 0, max: 10, step: 1 }); gamma.onChange((v) => console.log("moved to " + v)); gamma`;
  const { id, iopub } = await session.execute(code);
  const opened = ofType(iopub, "comm_open").map(({ content }) => content);
  const comm_id = open(opened, "IntSliderModel")!.comm_id;
  const update = { method: "update", state: { value: 8 }, buffer_paths: [] };
  const moved = session.send("comm_msg", { comm_id, data: update });
  await session.mail.first(moved, ({ content }) => content.execution_state === "idle", "idle", 30_000);
  await session.output(id, "stream");
  expect(streamed(session.mail.of(id))).toBe("moved to 8\n");
});

test("front ends that open and close widgets with buffers get them back as sent", async () => {
  const bytes = Buffer.from([1, 2, 3, 250]);
  const id = session.send(
    "comm_open",
    { comm_id: "with-buffers", target_name: "echo", data: {} },
    { buffers: [bytes] },
  );
  expect((await session.output(id, "comm_close")).content.comm_id).toBe("with-buffers");
  const code = `import { registerTarget } from "liouville/notebook"; registerTarget("echo", (comm, message) => comm.send({ length: message.buffers.length }, { buffers: message.buffers }));`;
  expect((await session.execute(code)).reply.content).toMatchObject({ status: "ok" });
  const again = session.send(
    "comm_open",
    { comm_id: "echoed", target_name: "echo", data: {} },
    { buffers: [bytes, Buffer.alloc(0)] },
  );
  const echo = await session.output(again, "comm_msg");
  expect(echo.content).toMatchObject({ comm_id: "echoed", data: { length: 2 } });
  expect(echo.buffers).toEqual([bytes, Buffer.alloc(0)]);
  expect((await listed("echo")).echoed).toEqual({ target_name: "echo" });
});

test("an interrupt ends a handler that never returns: the message is idle, and the next one is handled", async () => {
  const code = `const delta = slider("δ", { min: 0, max: 10, step: 1 });
let loops = 0; delta.onChange(() => { loops += 1; console.log("looping"); while (loops === 1) {} }); delta`;
  const { id, iopub } = await session.execute(code);
  const comm_id = open(
    ofType(iopub, "comm_open").map(({ content }) => content),
    "IntSliderModel",
  )!.comm_id;
  const move = (to: number): string =>
    session.send("comm_msg", { comm_id, data: { method: "update", state: { value: to }, buffer_paths: [] } });
  const moved = move(4);
  await session.output(id, "stream");
  await session.request("interrupt_request", {}, { channel: "control" });
  await session.mail.first(moved, ({ content }) => content.execution_state === "idle", "idle", 30_000);
  await session.mail.first(move(5), ({ content }) => content.execution_state === "idle", "idle", 30_000);
  expect(await value(session, "[delta.value, loops]")).toBe("[ 5, 2 ]");
});
