/** The compiler in its worker: same answers, editors served first, and an end that is told. */

import { afterAll, expect, test } from "vitest";
import type { CompilerClient } from "../../../kernel/compiler/client.js";
import { notebookFolder } from "./oracle/sessions.js";

// The worker is started from its compiled file.
const built = new URL("../../../dist/kernel/compiler/client.js", import.meta.url).href;
const { openCompiler } = (await import(built)) as { openCompiler(folder: string): CompilerClient };
const client = openCompiler(notebookFolder());
afterAll(() => client.close());

test("compiles, commits, completes, inspects", async () => {
  const compiled = await client.compile("const total = [1, 2].length;", "In[1]");
  expect(compiled).toMatchObject({ ok: true, cell: { cell: "In[1]", declared: [["total"]] } });
  client.commit("In[1]", 1);
  expect((await client.inspect("total", 2)).data["text/plain"]).toBe("const total: number");
  expect((await client.complete("tot", 3)).matches).toEqual(["total"]);
  expect(await client.isComplete("f(")).toMatchObject({ status: "incomplete" });
  expect((await client.traceback({ name: "Error", message: "m", stack: "" })).evalue).toBe("m");
  client.reset();
  expect(await client.compile("total", "In[2]")).toMatchObject({ ok: false });
});

test("a completion overtakes the cells that wait", async () => {
  const order: string[] = [];
  const cells = Array.from({ length: 20 }, async (_, k) => {
    await client.compile(`${k} + 1`, `In[${k}]`);
    order.push("cell");
  });
  const completion = client.complete("Math.ma", 7).then(() => order.push("completion"));
  await Promise.all([...cells, completion]);
  expect(order.indexOf("completion")).toBeLessThan(3);
});

test("what waits when the worker ends is refused", async () => {
  const other = openCompiler(notebookFolder());
  const waiting = other.compile("1", "In[1]");
  await other.close();
  await expect(waiting).rejects.toThrow("the compiler has ended");
  await expect(other.compile("1", "In[1]")).rejects.toThrow("the compiler has ended");
});
