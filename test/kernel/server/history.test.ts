import { appendFileSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openHistory } from "../../../kernel/server/history.js";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "history-")), "history");
  const earlier = openHistory(folder);
  earlier.add({ line: 1, input: "const a = 1" });
  earlier.add({ line: 2, input: "a", output: "1" });
});

describe("the history", () => {
  it("gives the last inputs of all sessions, oldest first", () => {
    const now = openHistory(folder);
    now.add({ line: 1, input: "a + 1", output: "2" });
    expect(now.find({ hist_access_type: "tail", n: 2 })).toEqual([
      [1, 2, "a"],
      [2, 1, "a + 1"],
    ]);
    expect(now.find({ hist_access_type: "tail", n: 1, output: true })).toEqual([[2, 1, ["a + 1", "2"]]]);
  });

  it("gives a range of this session and of earlier ones", () => {
    const now = openHistory(folder);
    for (const line of [1, 2, 3]) now.add({ line, input: `x${line}` });
    expect(now.find({ hist_access_type: "range", session: 0, start: 2, stop: 4 })).toEqual([
      [2, 2, "x2"],
      [2, 3, "x3"],
    ]);
    expect(now.find({ hist_access_type: "range", session: -1, start: 1, stop: 2 })).toEqual([[1, 1, "const a = 1"]]);
    expect(now.find({ hist_access_type: "range", session: 1, start: 2, stop: 9 })).toEqual([[1, 2, "a"]]);
  });

  it("finds by glob, and each text once where asked", () => {
    const now = openHistory(folder);
    for (const line of [1, 2]) now.add({ line, input: "const a = 1" });
    const search = { hist_access_type: "search", pattern: "const ?*", n: 10 };
    expect(now.find(search)).toHaveLength(3);
    expect(now.find({ ...search, unique: true })).toEqual([[2, 2, "const a = 1"]]);
    expect(now.find({ ...search, pattern: "const" })).toEqual([]);
  });

  it("is not disturbed by a damaged line, and not kept from working by a missing folder", () => {
    appendFileSync(join(folder, readdirSync(folder)[0]!), '{"line": 3, "inp');
    expect(openHistory(folder).find({ hist_access_type: "tail", n: 9 })).toHaveLength(2);
    const homeless = openHistory(join(folder, readdirSync(folder)[0]!, "below a file"));
    homeless.add({ line: 1, input: "1" });
    expect(homeless.find({ hist_access_type: "tail", n: 9 })).toEqual([[0, 1, "1"]]);
  });
});
