import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesOf } from "../../../kernel/notebook/check.js";
import { jsonDifference } from "../../../kernel/notebook/compare-json.js";
import { compareOutputs } from "../../../kernel/notebook/compare-outputs.js";
import { sameText } from "../../../kernel/notebook/compare-text.js";
import { describeDifference } from "../../../kernel/notebook/describe-difference.js";
import type { Output } from "../../../kernel/notebook/format.js";
import { code, notebook } from "./notebooks.js";

const tolerance = { relative: 1e-3, absolute: 1e-9 };
const stream = (text: string, name: "stdout" | "stderr" = "stdout"): Output => ({ output_type: "stream", name, text });
const shown = (data: object): Output => ({ output_type: "display_data", data: { ...data }, metadata: {} });

describe("texts agree", () => {
  test.each([
    ["x = 1.0000", "x = 1.0009"],
    ["1.5e-12 left", "-3e-11 left"],
    ["−2.5 J", "-2.5001 J"],
    ["[ 1,  2 ]", "[1, 2]"],
    ["\x1b[31m5\x1b[39m", "5"],
    ["1.832(11)", "1.8321(11)"],
    ["1000", "1e3"],
  ])("%j and %j", (a, b) => expect(sameText(a, b, tolerance)).toBe(true));

  test("with themselves", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => sameText(text, text, { relative: 0, absolute: 0 })),
    );
  });
  test("exactly as far as the tolerance goes", () => {
    const within = fc.tuple(
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(within, ([x, factor]) => {
        const y = x * (1 + factor * tolerance.relative);
        const expected = Math.abs(x - y) <= 1e-9 + 1e-3 * Math.max(x, y);
        expect(sameText(`a ${x} b`, `a ${y} b`, tolerance)).toBe(expected);
      }),
    );
  });
});

describe("texts differ", () => {
  test.each([
    ["x = 1.000", "x = 1.003"],
    ["x2 = 5", "x3 = 5"],
    ["x1000", "x1000.1"],
    ["1.832(11)", "1.832(12)"],
    ["5-3", "5+3"],
    ["a b", "ab"],
    ["1", "1 1"],
    ["1", "one"],
    ["NaN", "1"],
    ["-2", "2"],
  ])("%j and %j", (a, b) => expect(sameText(a, b, tolerance)).toBe(false));
});

describe("JSON", () => {
  const packed = (values: number[]) => ({
    dtype: "f8",
    bdata: Buffer.from(Float64Array.from(values).buffer).toString("base64"),
  });
  test("agrees within the tolerance, deep down", () => {
    expect(jsonDifference({ data: [{ y: [1, 2] }] }, { data: [{ y: [1.0001, 2] }] }, tolerance)).toBeUndefined();
  });
  test("names the first place that differs", () => {
    expect(jsonDifference({ data: [{ y: [1, 2] }] }, { data: [{ y: [1, 2.1] }] }, tolerance)).toBe(
      "data[0].y[1]: 2 became 2.1",
    );
    expect(jsonDifference({ a: 1 }, { a: 1, b: "x" }, tolerance)).toBe('b: nothing became "x"');
    expect(jsonDifference([1], [1, 2], tolerance)).toBe("value: 1 entries became 2");
    expect(jsonDifference({ a: null }, { a: {} }, tolerance)).toBe("a: null became {}");
  });
  test("compares packed arrays as the numbers in them", () => {
    expect(jsonDifference(packed([1, 2]), packed([1.0001, 2]), tolerance)).toBeUndefined();
    expect(jsonDifference({ y: packed([1, 2]) }, { y: [1, 2.5] }, tolerance)).toBe("y[1]: 2 became 2.5");
  });
});

describe("outputs", () => {
  const compare = (a: Output[], b: Output[]) => compareOutputs(a, b, tolerance).map(({ what }) => what);
  test("agree however streams are cut and mixed", () => {
    const stored = [stream("a\n"), stream("w\n", "stderr"), stream("b\n")];
    expect(compare(stored, [stream("w\n", "stderr"), stream("a\nb\n")])).toEqual([]);
  });
  test("differ when text moves to the other stream", () => {
    expect(compare([stream("a")], [stream("a", "stderr")])).toEqual(["stdout", "stderr"]);
  });
  test("agree whatever their pictures are", () => {
    expect(compare([shown({ "image/png": "a", "text/plain": "x" })], [shown({ "text/plain": "x" })])).toEqual([]);
  });
  test("differ by a MIME type, a kind, a count", () => {
    expect(compare([shown({ "text/html": "" })], [shown({})])).toEqual(["output 1, text/html is missing"]);
    expect(compare([shown({})], [shown({ "text/latex": "" })])).toEqual(["output 1, text/latex is new"]);
    const result: Output = { output_type: "execute_result", execution_count: 1, data: {}, metadata: {} };
    expect(compare([shown({})], [result])).toEqual(["output 1"]);
    expect(compare([shown({})], [])).toEqual(["number of outputs"]);
  });
  test("of errors are compared by name and message, not by traceback", () => {
    const error = (evalue: string, traceback: string[]): Output => ({
      output_type: "error",
      ename: "E",
      evalue,
      traceback,
    });
    expect(compare([error("a", ["1"])], [error("a", ["2"])])).toEqual([]);
    expect(compare([error("a", [])], [error("b", [])])).toEqual(["output 1, error"]);
  });
});

describe("notebooks", () => {
  test("differ by cell, except where the tag says to ignore it", () => {
    const with2 = (text: string) =>
      notebook(code("a"), code("b", [], [stream(text)]), code("c", ["nbval-ignore-output"], [stream(text)]));
    expect(differencesOf(with2("1\n"), with2("2\n"), tolerance)).toEqual([
      { cell: 2, what: "stdout", stored: "1\n", found: "2\n" },
    ]);
    const [{ cell }] = differencesOf(with2("1\n"), with2("2\n"), tolerance, (index) => 10 * index);
    expect(cell).toBe(10);
  });
  test("tell a difference by the lines that changed", () => {
    const lines = ["same", "also", "end"];
    const [stored, found] = ["old", "new"].map((word) => lines.toSpliced(2, 0, word).join("\n"));
    expect(describeDifference({ cell: 3, what: "stdout", stored, found })).toBe(
      "  cell 3, stdout\n    - old\n    + new",
    );
  });
});
