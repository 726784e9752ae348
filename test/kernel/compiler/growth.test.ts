/** Cells added to one program: the same verdicts as from a program of their own, whatever has changed between them. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { check } from "../../../kernel/compiler/check.js";
import { createCompiler } from "../../../kernel/compiler/compiler.js";
import { messageOf } from "../../../kernel/compiler/diagnostics.js";
import { openWorkspace } from "../../../kernel/compiler/workspace.js";
import { packageRoot } from "../../../kernel/package-root.js";
import { notebookFolder } from "./oracle/sessions.js";

const root = packageRoot.replace(/\/$/, "");
const folder = notebookFolder();
const workspace = openWorkspace(folder, root);
const compiler = createCompiler(folder, root);
beforeEach(() => compiler.reset());

/** Runs a cell in the compiler. @returns what is wrong with it. */
const run = (code: string, name: string): string => {
  const compiled = compiler.compile(code, name);
  compiler.commit(name, 9);
  return compiled.ok ? "" : compiled.failure.evalue;
};

const verdict = (code: string) => check(workspace, `${code}\n;export {};`, false);
const programOf = (code: string) => {
  const found = verdict(code);
  if ("errors" in found) throw new Error(`${code} was refused: ${found.errors.map(messageOf)}`);
  return found.view.program;
};
const errorsIn = (code: string): string[] => {
  const found = verdict(code);
  return "errors" in found ? found.errors.map(messageOf) : [];
};

test("cells share a program, which gives way to a new one in time", () => {
  const programs = new Map<unknown, number>();
  for (let k = 0; k < 250; k++) {
    const program = programOf(`const a${k % 7} = [${k}]; a${k % 7}.length`);
    programs.set(program, (programs.get(program) ?? 0) + 1);
  }
  expect([...programs.values()]).toEqual([101, 101, 48]);
});

test("an error is that of the cell alone, and the cell after it is right again", () => {
  const before = programOf("const x: number = 1;");
  expect(programOf("const x: number = 2;")).toBe(before);
  const [message] = errorsIn("const x: number = 'one';");
  expect(message).toBe("Type 'string' is not assignable to type 'number'.");
  expect(errorsIn("const x: number = 'one';")).toEqual([message]);
  expect(errorsIn("// @ts-expect-error\nconst x: number = 'one';")).toEqual([]);
  expect(errorsIn("// @ts-expect-error\nconst x: number = 1;")).toEqual(["Unused '@ts-expect-error' directive."]);
  expect(errorsIn("const x: number = 1;")).toEqual([]);
});

describe("what changes beside the cells is seen", () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  test.each([
    ["one.ts", "export const one: number = 1;", "export const one: string = '1';", 'import { one } from "./one"; one'],
    ["two.d.ts", "export const one: number;", "export const one: string;", 'import { one } from "./two.js"; one'],
    ["three.json", '{ "one": 1 }', '{ "one": "1" }', 'import file from "./three.json"; file.one'],
  ])("in %s", (name, number, string, code) => {
    write(name, number);
    expect(errorsIn(`${code}.toFixed(1)`)).toEqual([]);
    expect(errorsIn(`${code}.toFixed(2)`)).toEqual([]);
    write(name, string);
    expect(errorsIn(`${code}.toFixed(3)`)[0]).toContain("Property 'toFixed' does not exist on type 'string'");
    expect(errorsIn(`${code}.trim()`)).toEqual([]);
  });

  test("in a file that a cell before imports", () => {
    write("other.ts", "export const one: number = 1;");
    expect(run('import { one } from "./other"; const two = () => one;', "In[1]")).toBe("");
    expect(run("two().toFixed()", "In[2]")).toBe("");
    write("other.ts", "export const one: string = 'one';");
    expect(run("two().toFixed()", "In[3]")).toContain("Property 'toFixed' does not exist on type 'string'");
    write("other.ts", "export const one: string = 1;");
    expect(run("two().trim()", "In[4]")).toContain("Type 'number' is not assignable to type 'string'");
  });

  test("a package that is installed later", () => {
    const code = 'import { late } from "late"; late';
    expect(errorsIn(code)[0]).toContain("Cannot find module 'late'");
    mkdirSync(join(folder, "node_modules", "late"));
    write("node_modules/late/index.d.ts", "export const late: number;");
    expect(errorsIn(`${code}.toFixed()`)).toEqual([]);
    expect(programOf(`${code} + 1`)).toBe(programOf(`${code} + 2`));
  });
});

describe("what adds to the global scope", () => {
  test("by an import, does so in the cell that imports it alone", () => {
    mkdirSync(join(folder, "node_modules", "adds"));
    writeFileSync(
      join(folder, "node_modules", "adds", "index.d.ts"),
      "declare global { interface Array<T> { added: T } }\nexport const adds: number;",
    );
    expect(errorsIn('import { adds } from "adds"; [adds].added')).toEqual([]);
    expect(errorsIn("[1].added")[0]).toContain("Property 'added' does not exist");
    expect(errorsIn('import { adds } from "adds"; [adds].added')).toEqual([]);
  });

  test("in a cell, does so for all after it, until all is forgotten", () => {
    expect(run("1", "In[1]")).toBe("");
    expect(run("declare global { interface Array<T> { added: T } }", "In[2]")).toBe("");
    expect(run("[1].added", "In[3]")).toBe("");
    expect(run("[1].added", "In[4]")).toBe("");
    compiler.reset();
    expect(run("[1].added", "In[5]")).toContain("Property 'added' does not exist");
    expect(run("1", "In[6]")).toBe("");
    expect(run("[1].added", "In[7]")).toContain("Property 'added' does not exist");
  });

  test("by a reference, is taken with it", () => {
    expect(errorsIn("1")).toEqual([]);
    writeFileSync(join(folder, "globals.d.ts"), "declare const everywhere: number;");
    expect(errorsIn('/// <reference path="./globals.d.ts" />\neverywhere.toFixed()')).toEqual([]);
    expect(errorsIn("everywhere.toFixed()")).toEqual(["Cannot find name 'everywhere'."]);
  });
});

test("types of long chains of cells stay what they are", () => {
  const cells = Array.from(
    { length: 130 },
    (_, k) => `const c${k + 1} = { ...c${k}, link: new Link(c${k}.link.depth + 1) };`,
  );
  const first = "class Link { constructor(readonly depth: number) {} }\nconst c0 = { link: new Link(0), also: [1] };";
  expect([first, ...cells].map((code, k) => run(code, `In[${k}]`)).join("")).toBe("");
  expect(compiler.inspect("c130", 1).data["text/plain"]).toContain("link: Link;\n    also: number[];");
  expect(run("const last: Link = c130.link; last.depth.toFixed()", "In[131]")).toBe("");
});
