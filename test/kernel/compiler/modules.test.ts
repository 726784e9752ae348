/** Where types come from: the notebook's folder, the package, modules in memory; and what the directives of a cell say. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { directivesOf } from "../../../kernel/compiler/directives.js";
import { features } from "../../../kernel/compiler/library.js";
import { compiler, openNotebook } from "./notebook.js";

const typeOf = (code: string, name: string): string => {
  openNotebook();
  const compiled = compiler.compile(code, "In[1]");
  if (!compiled.ok) throw new Error(compiled.failure.traceback.join("\n"));
  compiler.commit("In[1]", 99);
  return compiler.inspect(name, 0).data["text/plain"]!.split("\n")[0]!;
};

describe("types are found", () => {
  test.each([
    ['import { onlyExports } from "exports-only"', "onlyExports", "const onlyExports: (x: number) => number"],
    ['import { median } from "./helper.ts"; const m = median;', "m", "const m: (series: Series) => number"],
    ['import data from "./numbers.json"; const { list } = data;', "list", "const list: number[]"],
    ['import { derivative } from "mathjs"; const d = derivative("x^2", "x");', "d", "const d: MathNode"],
    ['import type { Data } from "plotly.js"; const d: Data[] = [];', "d", "const d: Data[]"],
    ['import * as tslab from "tslab"; const d = tslab.newDisplay();', "d", "const d: tslab.Display"],
    ['const u = new URL("http://a.b"); const r = fetch(u);', "r", "const r: Promise<Response>"],
  ])("%s", (code, name, type) => expect(typeOf(code, name)).toBe(type));
});

test.each([20, 22, 24])("TypeScript has the library files of Node %i", (node) => {
  const libs = dirname(ts.getDefaultLibFilePath({}));
  expect(features(node).filter((name) => !existsSync(join(libs, `lib.${name}.d.ts`)))).toEqual([]);
});

describe("directives", () => {
  test("are read from documentation comments at the head alone", () => {
    expect(directivesOf("/** @module shapes */\nexport {}")).toEqual({ module: "shapes", jsx: false, browser: false });
    expect(directivesOf("/**\n * @browser\n * @jsx\n */")).toEqual({ jsx: true, browser: true });
    expect(directivesOf("/* @module shapes */")).toEqual({ jsx: false, browser: false });
    expect(directivesOf("1;\n/** @module shapes */")).toEqual({ jsx: false, browser: false });
    expect(directivesOf("/** see @module shapes */")).toEqual({ jsx: false, browser: false });
    expect(directivesOf("/** @module not/a/name */")).toEqual({ jsx: false, browser: false });
  });

  test("a module cell is given as an ES module and declares nothing", () => {
    openNotebook();
    const compiled = compiler.compile(
      "/** @module areas */\nexport const area = (r: number): number => Math.PI * r ** 2;",
      "In[1]",
    );
    if (!compiled.ok) throw new Error(compiled.failure.evalue);
    expect(compiled.cell.declared).toEqual([]);
    expect(compiled.cell.module).toEqual({
      name: "areas",
      javascript: "/** @module areas */\nexport const area = (r) => Math.PI * r ** 2;\n;\n",
    });
    const user = compiler.compile('import { area } from "./areas"; area("x")', "In[2]");
    expect(user).toMatchObject({
      ok: false,
      failure: { evalue: expect.stringContaining("not assignable to parameter of type 'number'") },
    });
  });

  test("a module cell with JSX, one with errors, and one for a browser", () => {
    openNotebook();
    const jsx = compiler.compile(
      "/** @module view\n * @jsx */\ndeclare const React: any;\nexport const view = () => <div />;",
      "In[1]",
    );
    expect(jsx).toMatchObject({
      ok: true,
      cell: { module: { javascript: expect.stringContaining('React.createElement("div"') } },
    });
    const wrong = compiler.compile("/** @module wrong */\nexport const a: string = 1;", "In[2]");
    expect(wrong).toMatchObject({ ok: false, failure: { traceback: [expect.stringContaining("In[2]:2:14")] } });
    expect(compiler.compile("/** @browser */\ndocument.body", "In[3]")).toMatchObject({
      ok: true,
      cell: { declared: [] },
    });
  });
});
