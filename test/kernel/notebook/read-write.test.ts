import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Output } from "../../../kernel/notebook/format.js";
import { parseNotebook, readNotebook } from "../../../kernel/notebook/read.js";
import { joined, linesOf } from "../../../kernel/notebook/text.js";
import { notebookText, writeNotebook } from "../../../kernel/notebook/write.js";
import { code, markdown, notebook } from "./notebooks.js";

const outputs: Output[] = [
  { output_type: "stream", name: "stdout", text: "one\ntwo" },
  {
    output_type: "execute_result",
    execution_count: 3,
    data: { "text/plain": "a\nb", "application/json": "a\nb", "image/png": "aGk=\n" },
    metadata: {},
  },
  { output_type: "error", ename: "E", evalue: "v", traceback: ["t\nu"] },
];

describe("writing", () => {
  test("sorts keys, splits texts into lines, and ends with a newline", () => {
    const text = notebookText(notebook(markdown("# β\nx")));
    expect(JSON.parse(text).cells[0].source).toEqual(["# β\n", "x"]);
    expect(Object.keys(JSON.parse(text))).toEqual(["cells", "metadata", "nbformat", "nbformat_minor"]);
    expect(text).toContain('\n "cells": [\n  {\n');
    expect(text).toContain("β");
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("splits text, but neither JSON nor images", () => {
    const [cell] = JSON.parse(notebookText(notebook(code("x", [], outputs)))).cells;
    expect(cell.outputs[0].text).toEqual(["one\n", "two"]);
    expect(cell.outputs[1].data).toEqual({
      "text/plain": ["a\n", "b"],
      "application/json": "a\nb",
      "image/png": "aGk=\n",
    });
    expect(cell.outputs[2].traceback).toEqual(["t\nu"]);
  });

  test("is undone by reading", () => {
    const written = notebook(markdown("a\n\nb"), code("x\r\ny", ["t"], outputs));
    expect(parseNotebook(notebookText(written))).toEqual(written);
  });

  test("follows links and leaves no draft behind", () => {
    const dir = mkdtempSync(join(tmpdir(), "liouville-"));
    writeFileSync(join(dir, "real.ipynb"), "old", { mode: 0o640 });
    symlinkSync("real.ipynb", join(dir, "link.ipynb"));
    writeNotebook(join(dir, "link.ipynb"), notebook());
    expect(readNotebook(join(dir, "real.ipynb")).cells).toEqual([]);
    expect(readdirSync(dir).sort()).toEqual(["link.ipynb", "real.ipynb"]);
    expect(readFileSync(join(dir, "link.ipynb"), "utf8")).toContain("nbformat");
  });
});

describe("lines", () => {
  test("joined again are the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => joined(linesOf(text)) === text));
  });
  test.each([
    ["", []],
    ["a", ["a"]],
    ["a\nb", ["a\n", "b"]],
    ["a\r\nb\n", ["a\r\n", "b\n"]],
    ["a\r\rb", ["a\r", "\r", "b"]],
    ["a\u2028b\x0cc", ["a\u2028", "b\x0c", "c"]],
  ])("of %j are those of Python", (text, lines) => expect(linesOf(text)).toEqual(lines));
});

const raw = (change: object, cell: object = {}): string =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [{ cell_type: "code", id: "a", source: "", metadata: {}, outputs: [], execution_count: null, ...cell }],
    ...change,
  });

describe("reading", () => {
  test("gives cells of older formats the same ids each time, none twice", () => {
    const old = JSON.stringify({
      nbformat: 4,
      nbformat_minor: 2,
      metadata: {},
      cells: [1, 2].map(() => ({ cell_type: "raw", source: "same", metadata: {} })),
    });
    const ids = parseNotebook(old).cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(parseNotebook(old).cells.map(({ id }) => id)).toEqual(ids);
    expect(parseNotebook(old).nbformat_minor).toBe(5);
  });

  test("gives a cell that repeats an id a new one", () => {
    const cell = { cell_type: "raw", id: "twin", source: "", metadata: {} };
    const [first, second] = parseNotebook(raw({ cells: [cell, cell] })).cells;
    expect(first.id).toBe("twin");
    expect(second.id).not.toBe("twin");
  });

  test.each<[string, string, string]>([
    ["no JSON", "{", "is not a notebook"],
    ["a number", "3", "notebook is 3, expected an object"],
    ["format 3", raw({ nbformat: 3 }), "jupyter nbconvert --to notebook --inplace x.ipynb"],
    ["no cells", raw({ cells: undefined }), "notebook.cells is missing"],
    ["a stray field", raw({ worksheets: [] }), "notebook.worksheets is not a field"],
    ["an unknown cell", raw({}, { cell_type: "prose" }), 'notebook.cells[0].cell_type is "prose"'],
    ["a wrong id", raw({}, { id: "a b" }), "notebook.cells[0].id"],
    ["a wrong source", raw({}, { source: [1] }), "notebook.cells[0].source is [1], expected a string or a list"],
    ["a count below zero", raw({}, { execution_count: -1 }), "notebook.cells[0].execution_count is -1"],
    ["tags twice", raw({}, { metadata: { tags: ["a", "a"] } }), "names a tag twice"],
    ["a wrong stream", raw({}, { outputs: [{ output_type: "stream", text: "" }] }), "outputs[0].name is missing"],
    ["an unknown output", raw({}, { outputs: [{ output_type: "toString" }] }), 'outputs[0].output_type is "toString"'],
    [
      "a text that is none",
      raw({}, { outputs: [{ output_type: "display_data", data: { "text/plain": 1 }, metadata: {} }] }),
      "outputs[0].data.text/plain is 1",
    ],
  ])("refuses %s and names the place", (_, text, problem) => {
    expect(() => parseNotebook(text, "x.ipynb")).toThrow(problem);
  });

  test("says which file cannot be read", () => {
    expect(() => readNotebook("/nowhere/x.ipynb")).toThrow("/nowhere/x.ipynb cannot be read: ENOENT");
  });
});
