/** Displays: several in a cell, by id, updated, cleared. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { newSession, ofType, type Session, startUntil, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
  await session.execute(`import * as tslab from "tslab";`);
});
afterAll(() => session.end());

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("display shows each value in an output of its own, in order with the streams", async () => {
  const { iopub } = await session.execute(
    `console.log("one"); tslab.display.html("<b>two</b>"); console.log("three"); tslab.display.png(Buffer.from("${dot}", "base64"));`,
  );
  const outputs = iopub.slice(2, -1);
  expect(outputs.map(({ header }) => header.msg_type)).toEqual(["stream", "display_data", "stream", "display_data"]);
  expect(outputs[1]!.content.data["text/html"]).toBe("<b>two</b>");
  expect(outputs[3]!.content.data["image/png"]).toBe(dot);
  for (const { content } of ofType(iopub, "display_data"))
    expect(content).toMatchObject({
      data: expect.any(Object),
      metadata: expect.any(Object),
      transient: expect.any(Object),
    });
});

test("a display is updated by its id, in its own cell and from a later one", async () => {
  const first = await session.execute(`const live = tslab.newDisplay(); live.text("0"); live.text("1");`);
  const [shown] = ofType(first.iopub, "display_data");
  const [update] = ofType(first.iopub, "update_display_data");
  const id = shown!.content.transient.display_id;
  expect(id).toEqual(expect.any(String));
  expect(update!.content).toMatchObject({ data: { "text/plain": "1" }, transient: { display_id: id } });
  const later = await session.execute(`live.text("2")`);
  expect(ofType(later.iopub, "update_display_data")[0]!.content).toMatchObject({
    data: { "text/plain": "2" },
    transient: { display_id: id },
  });
});

test("outputs go out at once from a loop that never yields", async () => {
  const id = await startUntil(session, `live.text("from the loop"); console.log("started"); while (true) {}`);
  expect(ofType(session.mail.of(id), "update_display_data")[0]!.content.data["text/plain"]).toBe("from the loop");
  await session.request("interrupt_request", {}, { channel: "control" });
  await session.finish(id);
});

test("an object with Symbol.for('Jupyter.display') shows its bundle, all MIME types in one output", async () => {
  const code = `({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<i>x</i>", "text/latex": "$x$", "text/plain": "x", "application/json": { x: 1 } }) })`;
  const { iopub } = await session.execute(code);
  expect(ofType(iopub, "execute_result")[0]!.content.data).toEqual({
    "text/html": "<i>x</i>",
    "text/latex": "$x$",
    "text/plain": "x",
    "application/json": { x: 1 },
  });
});

test("a Plotly figure goes out with its image beside it, before the reply", async () => {
  const code = `({ [Symbol.for("Jupyter.display")]: () => ({ "application/vnd.plotly.v1+json": { data: [{ x: [1, 2, 3], y: [2, 1, 4], type: "scatter" }], layout: { title: { text: "t" } } }, "text/plain": "figure" }) })`;
  const { iopub } = await session.execute(code);
  const data = ofType(iopub, "execute_result")[0]!.content.data;
  expect(data["application/vnd.plotly.v1+json"].data[0].y).toEqual([2, 1, 4]);
  expect(Buffer.from(data["image/png"], "base64").subarray(1, 4).toString()).toBe("PNG");
});

test("a value of undefined shows nothing, null and false show themselves", async () => {
  for (const [code, text] of [
    ["undefined", undefined],
    ["void 0", undefined],
    ["null", "null"],
    ["false", "false"],
    ["0", "0"],
    ["const unseen = 1", undefined],
  ] as const) {
    const { iopub } = await session.execute(code);
    expect(ofType(iopub, "execute_result")[0]?.content.data["text/plain"], code).toBe(text);
  }
});

test.each([
  ["a BigInt", "({ n: 1n })"],
  ["a cycle", "(() => { const a: any = {}; a.self = a; return a; })()"],
  ["a function", "({ f: () => 1 })"],
  ["a nest 3,000 deep", "(() => { let a: unknown = 0; for (let i = 0; i < 3000; i++) a = [a]; return a; })()"],
  ["a nest 100,000 deep", "(() => { let a: unknown = 0; for (let i = 0; i < 100_000; i++) a = [a]; return a; })()"],
])("a bundle with %s, which JSON may not hold, harms its own cell at most", async (_, made) => {
  const codes = [
    `({ [Symbol.for("Jupyter.display")]: () => ({ "application/json": ${made}, "text/plain": "x" }) })`,
    `import { openComm } from "liouville/notebook"; openComm("anything", { data: ${made} }); 1`,
  ];
  for (const code of codes) {
    const { reply } = await session.execute(code);
    expect(["ok", "error"]).toContain(reply.content.status);
    expect((await session.execute("2 + 2")).reply.content.status).toBe("ok");
  }
});

test("what JSON cannot hold is an error of the reply, and the kernel goes on", async () => {
  const impossible = `({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "x", "application/x": { n: 10n }, "text/html": 10n }) })`;
  const { reply } = await session.execute("1", { user_expressions: { impossible } });
  expect(["ok", "error"]).toContain(reply.content.status);
  const published = `import * as tslab from "tslab"; tslab.display.raw("text/html", 10n as never)`;
  await session.execute(published);
  expect(await value(session, "1 + 1")).toBe("2");
});
