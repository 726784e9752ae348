/** The JavaScript of a cell: what it returns, when it waits, and what it says to its scope. */

import { SourceMap } from "node:module";
import { describe, expect, test } from "vitest";
import { openNotebook } from "./notebook.js";

const cellOf = async (code: string, before: readonly string[] = []) => {
  const notebook = openNotebook();
  for (const one of before) await notebook.value(one);
  const outcome = await notebook.run(code);
  if (!outcome.ok) throw new Error(outcome.failure.traceback.join("\n"));
  return { ...outcome, calls: notebook.calls };
};

describe("the function", () => {
  test("is async only where something waits", async () => {
    const waiting = [
      "await 1",
      "for await (const x of []) {}",
      "import 'node:fs'",
      "await using x = { async [Symbol.asyncDispose]() {} }",
    ];
    for (const code of waiting) expect((await cellOf(code)).cell.awaits, code).toBe(true);
    const quick = [
      "1",
      "async () => await 1",
      "import type { Stats } from 'node:fs'",
      "const f = async () => { for await (const x of []); }",
    ];
    for (const code of quick) expect((await cellOf(code)).cell.awaits, code).toBe(false);
  });

  test("begins strict and names its parameters as the contract says", async () => {
    const { cell } = await cellOf("1 + 1");
    expect(cell.javascript).toBe('(function ($, require) {"use strict";\nreturn 1 + 1;\n})');
  });

  test("gives way to names of the cell", async () => {
    const { value } = await cellOf(
      "const $ = 1, $b_x = 2; { const require = 3; } await null; [$, $b_x, typeof require]",
    );
    expect(value).toEqual([1, 2, "function"]);
  });

  test("shows the last expression, whatever stands around it", async () => {
    expect((await cellOf("5;\n// end")).value).toBe(5);
    expect((await cellOf("5;;interface After {}")).value).toBe(5);
    expect((await cellOf("'use strict'")).value).toBe("use strict");
    expect((await cellOf("const x = 5")).value).toBe(undefined);
    expect((await cellOf("if (true) 5")).value).toBe(undefined);
    expect((await cellOf("export default 5")).value).toBe(5);
  });
});

describe("variables", () => {
  test("are marked statement by statement, functions first", async () => {
    const { cell, calls } = await cellOf(
      "const a = 1, { b, ...c } = { b: 2, d: 3 };\nf();\nlet e;\nfunction f() {}\nclass G {}\ntype H = 1;",
    );
    expect(cell.declared).toEqual([["f"], ["a", "b", "c"], ["e"], ["G"]]);
    expect(calls).toEqual(["mark 1", "mark 2", "mark 3", "mark 4"]);
  });

  test("a called variable is not called on its box", async () => {
    const code =
      "function self(this: unknown, ..._: unknown[]) { return this; }\n[self(), (self)(), self?.(), self``, (self as any)()]";
    expect((await cellOf(code)).value).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test("functions and classes keep their names", async () => {
    const code =
      "const f = () => 1, C = class {}; let g; g = function () {}; const { h = () => 2 } = {} as any; [f, C, g, h].map((x) => x.name)";
    expect((await cellOf(code)).value).toEqual(["f", "C", "g", "h"]);
  });

  test("shadowing names are left alone", async () => {
    const code =
      "const g = (x: number) => { const y = x; { let x = 7; return [x, y]; } };\n[g(1), x, { x }, [0].map((x) => x)]";
    expect((await cellOf(code, ["let x = 5, y = 6;"])).value).toEqual([[7, 1], 5, { x: 5 }, [0]]);
  });

  test("every kind of assignment reaches the box", async () => {
    const code =
      "x++; --x; x += 2; x **= 2; [x, [y]] = [x + 1, [x]]; ({ x, z: y = 9 } = { x } as any); for (x of [3]); for (y in { k: 1 }); [x, y]";
    expect((await cellOf(code, ["let x = 1; let y: any = 2;"])).value).toEqual([3, "k"]);
  });

  test("var is undefined until it is assigned, whatever an earlier cell left", async () => {
    const before = ["var v: any = 'old', w: any = 'old';"];
    expect((await cellOf("var v: any; v", before)).value).toBe(undefined);
    expect((await cellOf("if (Math.random() > 2) { var w: any = 1 }\nw", before)).value).toBe(undefined);
    expect((await cellOf("var v: any = 1; var v: any; v", before)).value).toBe(1);
  });

  test("a class, an enum and a namespace refer to themselves", async () => {
    const code =
      "class A { static self = A; static made = new A(); }\nenum E { X = 1, Y = E.X + 1 }\nnamespace N { export const p = 1; export const q = N.p + 1; }\n[A.self === A, A.made instanceof A, E.Y, N.q]";
    expect((await cellOf(code)).value).toEqual([true, true, 2, 2]);
  });
});

describe("imports and awaits", () => {
  test("imports ask for the names that are values", async () => {
    const code =
      'import fs, { readFileSync as read, type Stats } from "node:fs";\nimport * as path from "node:path";\nimport { type Dirent } from "node:fs";\nimport "node:os";\n[typeof fs.statSync, typeof read, path.sep]';
    const { calls, value, cell } = await cellOf(code);
    expect(value).toEqual(["function", "function", "/"]);
    expect(calls).toEqual([
      "import node:fs default,readFileSync",
      "mark 1",
      "import node:path whole",
      "mark 2",
      "import node:os ",
    ]);
    expect(cell.modules).toEqual(["node:fs", "node:path", "node:os"]);
  });

  test("dynamic import goes through the scope, in functions too", async () => {
    const { calls, cell } = await cellOf('const load = () => import("node:zlib");\ntypeof (await load()).gzipSync');
    expect(calls).toEqual(["mark 1", "import node:zlib whole", "still"]);
    expect(cell.modules).toEqual(["node:zlib"]);
  });

  test("only awaits of the top level are watched", async () => {
    const { calls } = await cellOf(
      "const f = async () => { await 1; await 2; };\nawait f();\nfor await (const x of [1, 2]) await x;\n{ await 3; }",
    );
    expect(calls).toEqual(["mark 1", ...Array(6).fill("still")]);
  });

  test("using disposes at the end of the cell", async () => {
    const { value } = await cellOf(
      "const log: string[] = [];\n{ using a = { [Symbol.dispose]() { log.push('a'); } }; log.push('in'); }\nlog",
    );
    expect(value).toEqual(["in", "a"]);
  });
});

test("the source map leads every statement to its line and column", async () => {
  const code =
    "const a = 1;\n\n  const { b, c } = { b: a, c: 3 };\nasync function f() {\n  return b;\n}\nawait f() + c";
  const { cell } = await cellOf(code);
  const map = new SourceMap(JSON.parse(cell.map));
  const origins = (text: string) => {
    const lines = cell.javascript.split("\n");
    const line = lines.findIndex((one) => one.includes(text));
    const entry = map.findEntry(line, lines[line]!.indexOf(text));
    return "originalLine" in entry ? [entry.originalLine, entry.originalColumn] : [];
  };
  expect(origins("$b_a.v = 1")).toEqual([0, 6]);
  expect(origins("async function f")).toEqual([3, 0]);
  expect(origins("return $b_b.v")).toEqual([4, 2]);
  expect(origins("(0, $b_f.v)")[0]).toBe(6);
});
