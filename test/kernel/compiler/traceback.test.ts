/** Traces of errors that cells throw. */

import { describe, expect, test } from "vitest";
import { tracer } from "../../../kernel/compiler/traceback.js";
import { openNotebook, plain, shown } from "./notebook.js";

describe("a trace", () => {
  test("leads through the cells, with the code of the innermost place", async () => {
    const { value, failure } = openNotebook();
    await value("interface Unused {}\nfunction deep(n: number): never {\n  throw new RangeError('no ' + n);\n}");
    await value("const middle = (n: number) => deep(n + 1);");
    const trace = await failure("const start: number = 1;\n[start].map((n) => middle(n));");
    expect(trace).toMatchObject({ ename: "RangeError", evalue: "no 2" });
    const lines = shown(trace).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "RangeError: no 2",
      "In[1]:3:9 in deep",
      "     1 interface Unused {}",
      "     2 function deep(n: number): never {",
      "---> 3   throw new RangeError('no ' + n);",
      "               ^",
    ]);
    expect(lines.filter((line) => line.startsWith("In["))).toEqual([
      "In[1]:3:9 in deep",
      "In[2]:1:31 in middle",
      "In[3]:2:20",
      "In[3]:2:9",
    ]);
  });

  test("of an awaited function and of a method", async () => {
    const { failure } = openNotebook();
    const code =
      "class A {\n  async run() {\n    await null;\n    throw new TypeError('late');\n  }\n}\nawait new A().run();";
    expect(shown(await failure(code))).toMatch(/In\[1\]:4:11 in A\.run[\s\S]*In\[1\]:7:1/);
  });

  test("of an error that is no Error", async () => {
    const { failure } = openNotebook();
    expect(await failure("throw Object.assign(new Error('x'), { name: 'Odd' })")).toMatchObject({
      ename: "Odd",
      evalue: "x",
    });
  });
});

describe("what is left out and what is added", () => {
  const { traceback, remember } = tracer("/app/node_modules/liouville");
  remember("In[7]", "first\nsecond(1)", {
    map: '{"version":3,"sources":["In[7]"],"names":[],"mappings":";AACA,MAAM"}',
  });

  test("frames of Node, of the kernel and of the library go, those of the user's packages stay", () => {
    const stack = [
      "Error: x",
      "    at step (/app/node_modules/liouville/dist/src/dynamics/step.js:4:5)",
      "    at parse (/home/me/node_modules/csv/index.js:6:7)",
      "    at second (In[7]:2:3)",
      "    at Array.map (<anonymous>)",
      "    at run (file:///app/node_modules/liouville/dist/kernel/runtime/execute.js:9:9)",
      "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
      "    at async helper (file:///home/me/helper.ts?changed=12:8:1)",
    ].join("\n");
    expect(traceback({ name: "Error", message: "x", stack }).traceback.map(plain)).toEqual([
      "Error: x",
      "/home/me/node_modules/csv/index.js:6:7 in parse",
      "In[7]:2:1 in second\n     1 first\n---> 2 second(1)\n       ^",
      "/home/me/helper.ts:8:1 in helper",
    ]);
  });

  test("causes, in the text of the stack or as errors of their own", () => {
    const inText = traceback({
      name: "Error",
      message: "a",
      stack: "Error: a\n    at In[7]:2:1\nCaused by: TypeError: b\n    at In[7]:2:7",
    });
    expect(inText.traceback.map((line) => plain(line).split("\n")[0])).toEqual([
      "Error: a",
      "In[7]:2:1",
      "Caused by: TypeError: b",
      "In[7]:2:7",
    ]);
    const cause = { name: "TypeError", message: "b", stack: "TypeError: b\n    at In[7]:2:7" };
    const held = traceback({ name: "AggregateError", message: "all", stack: "", cause, errors: [cause] });
    expect(held.traceback.map((line) => plain(line).split("\n")[0])).toEqual([
      "AggregateError: all",
      "Caused by: TypeError: b",
      "In[7]:2:7",
      "Holds: TypeError: b",
      "In[7]:2:7",
    ]);
  });
});
