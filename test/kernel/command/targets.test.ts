import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { targetsOf } from "../../../kernel/command/run/targets.js";
import { folder } from "../../command/folder.js";

describe("results are written", () => {
  const paths = (wanted: Parameters<typeof targetsOf>[1], several = false) => {
    const { notebook, page } = targetsOf(join("n", "a.ipynb"), wanted, several);
    return [notebook, page];
  };
  test("beside the notebook", () => {
    expect(paths({})).toEqual([join("n", "a.executed.ipynb"), undefined]);
    expect(paths({ html: "" })).toEqual([join("n", "a.executed.ipynb"), join("n", "a.html")]);
  });
  test("over it", () => expect(paths({ inplace: true })).toEqual([join("n", "a.ipynb"), undefined]));
  test("where they are told to", () => {
    expect(paths({ output: "b.ipynb", html: "c.html" })).toEqual(["b.ipynb", "c.html"]);
    expect(paths({ output: "d/", html: "e/" })).toEqual([join("d", "a.ipynb"), join("e", "a.html")]);
  });
  test("into a folder that exists, or when there are several", () => {
    const dir = folder();
    expect(paths({ output: dir, html: dir })).toEqual([join(dir, "a.ipynb"), join(dir, "a.html")]);
    expect(paths({ output: "b", html: "c" }, true)).toEqual([join("b", "a.ipynb"), join("c", "a.html")]);
  });
  test("only where told to when outputs are checked", () => {
    expect(paths({ check: true })).toEqual([undefined, undefined]);
    expect(paths({ check: true, output: "b.ipynb" })).toEqual(["b.ipynb", undefined]);
  });
});
