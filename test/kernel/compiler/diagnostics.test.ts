/** Errors found before anything runs. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, openNotebook, shown } from "./notebook.js";

describe("a failure", () => {
  test("names cell, line and column, and shows the code", async () => {
    const { failure } = openNotebook();
    const { ename, evalue, traceback } = await failure(
      "const a = 1;\nconst b = 2;\nconst c: string = a + b;\nc.length",
    );
    expect(ename).toBe("TypeScriptError");
    expect(evalue).toBe("Type 'number' is not assignable to type 'string'.");
    expect(shown({ ename, evalue, traceback })).toBe(
      [
        "In[1]:3:7 TS2322: Type 'number' is not assignable to type 'string'.",
        "     1 const a = 1;",
        "     2 const b = 2;",
        "---> 3 const c: string = a + b;",
        "             ^",
        "     4 c.length",
      ].join("\n"),
    );
  });

  test("lists every error and shows no line that the user has not written", async () => {
    const { value, failure } = openNotebook();
    await value("const known = 1;");
    const { traceback } = await failure("known.x;\nunknownName;\nknown.y");
    expect(traceback).toHaveLength(3);
    expect(shown({ ename: "", evalue: "", traceback })).not.toMatch(/import|export|cell\$/);
  });

  test("of a promise that was not waited for says await", async () => {
    const { failure } = openNotebook();
    expect((await failure("const later = Promise.resolve({ mean: 2 });\nlater.mean")).evalue).toBe(
      "Property 'mean' does not exist on type 'Promise<{ mean: number; }>'.\nDid you forget to use 'await'?",
    );
  });

  test("of syntax is told before types", async () => {
    const { failure } = openNotebook();
    expect(await failure("const a: string = 1;\nconst b = (;")).toMatchObject({
      ename: "SyntaxError",
      evalue: "Expression expected.",
    });
  });

  test("of a missing module says how to get it", async () => {
    const { failure } = openNotebook();
    expect((await failure('import { a } from "@scope/not-there/deep"')).evalue).toBe(
      "Cannot find module '@scope/not-there/deep'. Install it beside the notebook: npm i @scope/not-there",
    );
    expect((await failure('import { a } from "./not-there"')).evalue).toBe(
      "Cannot find the file './not-there' from the notebook's folder.",
    );
  });

  test.each([
    ["liouvile", "Cannot find module 'liouvile'. Did you mean 'liouville'?"],
    ["liouvile/notebook", "Cannot find module 'liouvile/notebook'. Did you mean 'liouville'?"],
    ["mahtjs", "Cannot find module 'mahtjs'. Did you mean 'mathjs'?"],
    ["plotly", "Cannot find module 'plotly'. Did you mean 'plotly.js'?"],
    ["d3", "Cannot find module 'd3'. Install it beside the notebook: npm i d3"],
    ["seaborn", "Cannot find module 'seaborn'. Install it beside the notebook: npm i seaborn"],
    ["node:asert", "Node has no module 'node:asert'. Did you mean 'node:assert'?"],
    ["node:nothing", "Node has no module 'node:nothing'."],
  ])("of the misspelt or missing module %s tells them apart", async (name, message) => {
    const { evalue } = await openNotebook().failure(`import { a } from "${name}"`);
    expect(evalue).toBe(message);
  });
});

describe("what is let pass", () => {
  test("implicit any, and packages without types", async () => {
    const { value } = openNotebook();
    expect(await value("function add(a, b) { return a + b; }\nconst o = {}; o['k'] = add(1, 2); o['k']")).toBe(3);
  });

  test("code that only strict rules refuse", async () => {
    const { value } = openNotebook();
    expect(await value("const m = 'k=5'.match(/=(\\d)/); m[1]")).toBe("5");
    expect(await value("let later: number = null; later")).toBe(null);
  });

  test("but not what is wrong under both", async () => {
    const { failure } = openNotebook();
    const { traceback } = await failure("const m = 'k'.match(/k/);\nm[0].nothing;\nm.length");
    expect(traceback).toHaveLength(1);
    expect(traceback[0]).toContain("nothing");
  });

  test("code that only lax rules refuse", async () => {
    const { value } = openNotebook();
    const code =
      "type R = { ok: true; v: number } | { ok: false; e: string };\nconst f = (r: R) => { if (!r.ok) return r.e; return r.v; };\nf({ ok: false, e: 'no' })";
    expect(await value(code)).toBe("no");
  });
});

test("a local file is checked, and read again once it has changed", async () => {
  const { failure } = openNotebook();
  const file = join(folder, "changing.ts");
  const check = async (text: string) => {
    writeFileSync(file, text);
    return (await openNotebook().run('import type { T } from "./changing"; const t: T = 1;')).ok;
  };
  expect(await check("export type T = number;")).toBe(true);
  expect(await check("export type T = string; // now")).toBe(false);
  expect(await check("export type T = number; // again")).toBe(true);
  writeFileSync(file, "export type T = number;\nconst wrong: T = 'text';");
  expect(shown(await failure('import type { T } from "./changing"; const t: T = 1;'))).toContain(
    "changing.ts:2:7 TS2322",
  );
});
