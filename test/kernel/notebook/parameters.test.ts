import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numbering } from "../../../kernel/notebook/numbering.js";
import { injectParameters, parameterOf, unknownParameters, valueOfWord } from "../../../kernel/notebook/parameters.js";
import { code, markdown, notebook } from "./notebooks.js";

describe("a value on the command line", () => {
  test.each([
    ["1.5", 1.5],
    ["-2e-3", -0.002],
    ["0", 0],
    ["true", true],
    ["null", null],
    ["[1, 2]", [1, 2]],
    ['{"a": {"b": false}}', { a: { b: false } }],
    ['"5"', "5"],
    ["h*(x^2-1)^2", "h*(x^2-1)^2"],
    ["", ""],
    [" 5", " 5"],
    ["True", "True"],
    ["NaN", "NaN"],
    ["5 K", "5 K"],
  ])("%j is %j", (word, value) => expect(valueOfWord(word)).toEqual(value));

  test("that begins like JSON must be JSON", () => {
    expect(() => valueOfWord("[1, 2")).toThrow("looks like JSON but is not");
  });
  test("that is JSON in quotes or brackets comes back as it was", () => {
    const quoted = fc.oneof(fc.string(), fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(quoted, (v) => {
        expect(valueOfWord(JSON.stringify(v))).toEqual(JSON.parse(JSON.stringify(v)));
      }),
    );
  });
  test("may hold further equality signs", () => expect(parameterOf("a=b=c")).toEqual(["a", "b=c"]));
  test.each(["a", "=3"])("%j is no parameter", (text) => expect(() => parameterOf(text)).toThrow("name=value"));
});

describe("the injected cell", () => {
  const sources = (parameters: object, ...cells: Parameters<typeof notebook>) =>
    injectParameters(notebook(...cells), parameters as never).cells.map(({ source }) => source);
  const injected = "// Parameters\nconst kT = 1.2;";

  test("follows the cell tagged parameters", () => {
    const cells = [markdown("m"), code("const kT = 1", ["parameters"]), code("kT")];
    expect(sources({ kT: 1.2 }, ...cells)).toEqual(["m", "const kT = 1", injected, "kT"]);
  });
  test("is the first without such a cell", () => {
    expect(sources({ kT: 1.2 }, markdown("m"), code("kT"))).toEqual([injected, "m", "kT"]);
  });
  test("takes the place of one from before", () => {
    const cells = [code("d", ["parameters"]), code("between"), code("const kT = 9", ["injected-parameters"])];
    expect(sources({ kT: 1.2 }, ...cells)).toEqual(["d", "between", injected]);
  });
  test("does not change the numbers of the cells round it", () => {
    const stored = notebook(code("a"), code("const kT = 1", ["parameters"]), code("b"), code("c"));
    const numbers = (given: typeof stored) => given.cells.map((_, i) => numbering(stored, given)(i));
    const put = injectParameters(stored, { kT: 2 });
    expect(numbers(put)).toEqual([1, 2, undefined, 3, 4]);
    expect(numbers(injectParameters(stored, {}))).toEqual([1, 2, 3, 4]);
    const again = injectParameters(put, { kT: 3 });
    expect(again.cells.map((_, i) => numbering(put, again)(i))).toEqual([1, 2, 3, 4, 5]);
  });
  test("is left out without parameters", () => expect(sources({}, code("a"))).toEqual(["a"]));
  test("carries papermill's tag, and values as TypeScript", () => {
    const [cell] = injectParameters(notebook(), { a: "q\"'\n", b: [1, { c: null }], d: false }).cells;
    expect(cell.metadata.tags).toEqual(["injected-parameters"]);
    expect(new Function(`${cell.source}; return [a, b, d];`)()).toEqual(["q\"'\n", [1, { c: null }], false]);
  });
  test("takes no name that a variable cannot have", () => {
    expect(() => injectParameters(notebook(), { "k T": 1 })).toThrow('"k T" cannot be the name');
  });
  test("leaves the notebook it was given alone", () => {
    const given = notebook(code("a"));
    injectParameters(given, { kT: 2 });
    expect(given.cells).toHaveLength(1);
  });
});

test("a parameter that the defaults do not mention is reported", () => {
  const defaults = notebook(code("const kT = 1, gamma2 = 2;", ["parameters"]));
  expect(unknownParameters(defaults, { kT: 2, gamma: 3, T: 4 })).toEqual(["gamma", "T"]);
  expect(unknownParameters(notebook(code("x")), { kT: 2 })).toEqual([]);
});
