/** What the editor asks: completion, inspection, completeness. */

import { describe, expect, test } from "vitest";
import { isComplete } from "../../../kernel/compiler/completeness.js";
import { compiler, openNotebook } from "./notebook.js";

/** Completes at `|`. */
const complete = (marked: string) => {
  const offset = marked.indexOf("|");
  return compiler.complete(marked.replace("|", ""), offset);
};

describe("completion", () => {
  test("of members, with kinds and signatures", async () => {
    await openNotebook().value("const sizes = [1, 2, 3];");
    const { matches, start, end, types } = complete("1;\nsizes.ma|");
    expect({ matches, start, end }).toEqual({ matches: ["map"], start: 9, end: 11 });
    expect(types[0]).toMatchObject({ text: "map", type: "method", start: 9, end: 11 });
    expect(types[0]!.signature).toContain("callbackfn: (value: number");
  });

  test("of names, those of the notebook before globals and keywords", async () => {
    await openNotebook().value("const classical = 1; function clamp(x: number) { return x; }\nclass Cluster {}");
    const { matches, types } = complete("cl|");
    expect(matches.slice(0, 2)).toEqual(["clamp", "classical"]);
    expect(matches.indexOf("classical")).toBeLessThan(matches.indexOf("class"));
    expect(matches).toContain("clearTimeout");
    expect(matches.filter((name) => !name.toLowerCase().startsWith("cl"))).toEqual([]);
    expect(types.find(({ text }) => text === "clamp")).toMatchObject({
      type: "function",
      signature: "(x: number) => number",
    });
    expect(types.find(({ text }) => text === "Cluster")).toMatchObject({ type: "class" });
  });

  test("of a cell that is not finished", async () => {
    await openNotebook().value("const system = { mass: [1], potential: { energy: (q: number) => q } };");
    expect(complete("for (const m of system.mass) {\n  if (m > 0) {\n    system.potential.en|").matches).toEqual([
      "energy",
    ]);
    expect(complete("const inner = { a: 1 };\nfunction f(local: string) { local.toUp|").matches).toEqual([
      "toUpperCase",
    ]);
    expect(complete("system.mas|s[0]")).toMatchObject({ matches: ["mass"], start: 7, end: 11 });
  });

  test("of module paths and of object keys", () => {
    openNotebook();
    expect(complete('import { x } from "node:f|"').matches).toContain("node:fs");
    expect(complete('import { x } from "./hel|"').matches).toContain("helper");
    expect(complete('import { readFileS| } from "node:fs"').matches).toEqual(["readFileSync"]);
    expect(complete("const o: { first: 1 } = { fi| }").matches).toEqual(["first"]);
  });

  test("offers nothing where nothing can stand", () => {
    openNotebook();
    expect(complete("const text = 'half| ")).toMatchObject({ matches: [] });
  });
});

describe("inspection", () => {
  test("shows type and documentation, of functions from within their arguments too", async () => {
    await openNotebook().value(
      "/** Half of it.\n * @param x what is halved */\nfunction half(x: number) { return x / 2; }",
    );
    for (const [code, offset] of [
      ["half(3)", 2],
      ["half(3)", 4],
      ["half(", 5],
      ["1 + half(3, ", 12],
    ] as const) {
      const { found, data } = compiler.inspect(code, offset);
      expect(found, code).toBe(true);
      expect(data["text/plain"]).toMatch(
        /^(?:function )?half\(x: number\): number\n\nHalf of it.\n\n@param x what is halved$/,
      );
      expect(data["text/markdown"]).toContain("half(x: number): number\n```\n\nHalf of it.");
    }
  });

  test("finds nothing in a number", () => {
    openNotebook();
    expect(compiler.inspect("12", 1)).toEqual({ found: false, data: {} });
  });
});

describe("completeness", () => {
  test.each([
    "1 + 1",
    "",
    "const f = () => {\n};",
    "if (a) { b }",
    "`done`",
    "@dec class A {}",
    "await f()",
    "// only",
    "import { a } from 'b'",
  ])("%j is complete", (code) => expect(isComplete(code).status).toBe("complete"));
  test.each([
    "f(",
    "const x =",
    "if (a) {",
    "function f() {",
    "[1,",
    "a +",
    "`half",
    "/* half",
    "class A {\n  b() {",
    "x =>",
    "f(1,\n  2",
  ])("%j is incomplete", (code) => expect(isComplete(code).status).toBe("incomplete"));
  test.each(["let 1 = ;", "f)", "const = 3", "a b c", "'half\nend'"])("%j is invalid", (code) =>
    expect(isComplete(code).status).toBe("invalid"),
  );
  test("the next line is indented as the block asks", () => {
    expect(isComplete("for (;;) {\n  if (a) {").indent).toBe("    ");
    expect(isComplete("f(1,").indent).toBe("");
  });
});
