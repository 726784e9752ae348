/** What comes after its cell has ended goes to that cell; what nobody catches is shown, and harms nothing. */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mail } from "./mailbox.js";
import { newSession, type Session, value } from "./session.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
});
afterAll(() => session.end());

const said = (id: string, text: string): Promise<Mail> =>
  session.mail.first(
    id,
    ({ channel, content }) => channel === "iopub" && JSON.stringify(content).includes(text),
    `"${text}" under its cell`,
    30_000,
  );
/** Whether a text was published under any other request. */
const elsewhere = (id: string, text: string): boolean =>
  session.mail.all.some(
    ({ channel, header, parent, content }) =>
      channel === "iopub" &&
      header.msg_type !== "execute_input" &&
      parent.msg_id !== id &&
      JSON.stringify(content).includes(text),
  );
const sleep = (ms: number): string => `await new Promise((done) => setTimeout(done, ${ms}));`;

test("a timer's output goes to its cell, though other cells run", async () => {
  const { id } = await session.execute(`setTimeout(() => console.log("la" + "te"), 700); "armed"`);
  await session.execute(`${sleep(1200)} console.log("meanwhile")`);
  expect((await said(id, "late")).header.msg_type).toBe("stream");
  expect(elsewhere(id, "late")).toBe(false);
});

test("interleaved timers of several cells keep to their cells", async () => {
  const ids: string[] = [];
  for (const name of ["p", "q", "r"]) {
    const code = `for (let i = 0; i < 5; i++) setTimeout(() => console.log("${name}" + "-tick-" + i), 100 + 60 * i);`;
    ids.push((await session.execute(code)).id);
  }
  for (const [k, name] of ["p", "q", "r"].entries()) {
    for (let i = 0; i < 5; i++) await said(ids[k]!, `${name}-tick-${i}`);
    expect(elsewhere(ids[k]!, `${name}-tick-`)).toBe(false);
  }
});

test("output of promises and event emitters goes to the cell that made them", async () => {
  const code = `import { EventEmitter } from "node:events"; const bell = new EventEmitter(); bell.on("ring", () => {});
    void (async () => { for (let i = 0; i < 3; i++) { ${sleep(150)} console.log("chain" + "-" + i); } })();`;
  const { id } = await session.execute(code);
  await session.execute(sleep(800));
  for (let i = 0; i < 3; i++) await said(id, `chain-${i}`);
  expect(elsewhere(id, "chain-")).toBe(false);
});

test("an unhandled rejection is shown under its cell and kills nothing", async () => {
  const { id, reply } = await session.execute(`let alive = 1; void Promise.reject(new Error("lo" + "st")); "on"`);
  expect(reply.content.status).toBe("ok");
  await said(id, "lost");
  expect(await value(session, "alive")).toBe("1");
});

test("an error in a timer is shown under its cell and kills nothing", async () => {
  const { id } = await session.execute(
    `let standing = 2; setTimeout(() => { throw new Error("late fail" + "ure"); }, 300);`,
  );
  await session.execute(sleep(700));
  await said(id, "late failure");
  expect(elsewhere(id, "late failure")).toBe(false);
  expect(await value(session, "standing")).toBe("2");
});

test("a thrown value that is no Error is shown as it is", async () => {
  for (const [code, text] of [
    ["throw 'plain'", "plain"],
    ["throw { code: 7 }", "7"],
    ["throw undefined", "undefined"],
    ["throw null", "null"],
  ]) {
    const { reply } = await session.execute(code!);
    expect(reply.content).toMatchObject({
      status: "error",
      ename: expect.any(String),
      evalue: expect.stringContaining(text!),
    });
  }
});

test("hostile values are shown without harm", async () => {
  const codes = [
    `({ get boom() { throw new Error("getter"); } })`,
    `new Proxy({}, { get() { throw new Error("trap"); }, ownKeys() { throw new Error("trap"); } })`,
    `const loop: any = {}; loop.self = loop; loop`,
    `({ [Symbol.for("Jupyter.display")]() { throw new Error("display"); } })`,
    `Object.create(null)`,
    `(() => { const e: any = new Error("x"); Object.defineProperty(e, "stack", { get() { throw 1; } }); throw e; })()`,
    `throw new Proxy(new Error("wrapped"), { get() { throw new Error("trap"); } })`,
  ];
  for (const code of codes) {
    const { reply } = await session.execute(code);
    expect(["ok", "error"], code).toContain(reply.content.status);
    expect(await value(session, "1 + 1"), code).toBe("2");
  }
});
