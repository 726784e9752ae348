import { describe, expect, test } from "vitest";
import { runFlags } from "../../../kernel/command/run/options.js";
import { didYouMean } from "../../../kernel/nearest.js";

describe("the words after run", () => {
  test.each([
    [["a.ipynb", "--html"], "", ["a.ipynb"]],
    [["--html", "a.ipynb"], "", ["a.ipynb"]],
    [["--html", "p.html", "a.ipynb"], "p.html", ["a.ipynb"]],
    [["a.ipynb", "--html=site/"], "site/", ["a.ipynb"]],
    [["a.ipynb", "--html", "-i"], "", ["a.ipynb"]],
    [["a.ipynb"], undefined, ["a.ipynb"]],
  ])("%j: the page goes to %j", (args, html, notebooks) => {
    expect(runFlags(args)).toMatchObject({ html, notebooks });
  });

  test("make values of the kinds they look like", () => {
    const flags = runFlags(["a.ipynb", "-p", "x=-1", "-p", "s=a=b", "-t", "1.5", "--rtol", "1e-3"]);
    expect(flags.parameters).toEqual({ x: -1, s: "a=b" });
    expect(flags.timeout).toBe(1.5);
    expect(flags.tolerance).toEqual({ relative: 1e-3, absolute: 1e-9 });
  });
});

describe("a misspelt word", () => {
  const words = ["run", "lab", "install", "uninstall", "doctor"];
  test.each([
    ["rnu", " Did you mean run?"],
    ["doc", " Did you mean doctor?"],
    ["instal", " Did you mean install?"],
    ["unistall", " Did you mean uninstall?"],
    ["frobnicate", ""],
  ])("%s:%s", (word, answer) => expect(didYouMean(word, words)).toBe(answer));
});
