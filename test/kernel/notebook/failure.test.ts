import { expect, test } from "vitest";
import { describeFailure, failedCells, failureOf, lineIn } from "../../../kernel/notebook/failure.js";
import { code, notebook } from "./notebooks.js";

test("the line is that of the failing cell, not of the earlier one whose function threw", () => {
  const traceback = ["TypeError: no", "    at f (In[2]:5:3)", "    at In[12]:3:1"];
  expect(lineIn(traceback, 12)).toBe(3);
  expect(lineIn(traceback, 2)).toBe(5);
  expect(lineIn(traceback, 1)).toBeUndefined();
});

test("the line is found in coloured tracebacks of ipykernel", () => {
  expect(lineIn(["\x1b[36mCell\x1b[39m\x1b[36m \x1b[39m\x1b[32mIn[6]\x1b[39m\x1b[32m, line 2\x1b[39m"], 6)).toBe(2);
});

test("a failure is told with cell, count, line and error", () => {
  const place = { cell: 7, count: 5, source: "a\nb" };
  const error = { ename: "E", evalue: "no", traceback: ["E: no", "    at In[5]:2:1"] };
  expect(describeFailure(failureOf("error", place, error))).toBe(
    "cell 7 (In[5]), line 2: E: no\nE: no\n    at In[5]:2:1",
  );
  expect(
    describeFailure(failureOf("died", { ...place, count: null }, { ename: "", evalue: "gone", traceback: [] })),
  ).toBe("cell 7: gone");
  expect(describeFailure(failureOf("error", { ...place, cell: undefined }, error))).toMatch(
    /^the cell of the parameters \(In\[5\]\), line 2: E: no/,
  );
});

test("cells that failed are counted, but for those that are tagged to fail or were not run", () => {
  const error = { output_type: "error" as const, ename: "E", evalue: "", traceback: [] };
  const cells = [[], ["raises-exception"], ["skip-execution"], []].map((tags) => code("a", tags, [error]));
  expect(failedCells(notebook(...cells, code("b")))).toBe(2);
});
