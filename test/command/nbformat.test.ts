/** Our reader and writer against Python's nbformat: the same verdicts, the same bytes. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseNotebook } from "../../kernel/notebook/read.js";
import { notebookText } from "../../kernel/notebook/write.js";
import { jupyterVenv } from "../setup/jupyter.js";

const venv = await jupyterVenv();

interface Verdict {
  readonly valid: boolean;
  readonly written?: string;
  readonly problem?: string;
}

const judge = (texts: readonly string[]): Verdict[] => {
  const { stdout, stderr } = spawnSync(venv!.python, ["-W", "ignore", join(import.meta.dirname, "judge.py")], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
};

const rich = { data: { "text/plain": ["a\n", "b\u2028c"], "image/svg+xml": "<a>\n</a>" }, metadata: { w: { h: 1 } } };
const whole = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "liouville", display_name: "L", language: "typescript" },
    language_info: { name: "typescript", codemirror_mode: { name: "a" }, version: "6" },
    authors: [{ name: "β" }],
  },
  cells: [
    {
      cell_type: "markdown",
      id: "m-1",
      metadata: {},
      source: ["# π\r\n", "x"],
      attachments: { "a.png": { "image/png": "aGk=" } },
    },
    { cell_type: "raw", id: "r_2", metadata: { format: "text/html", tags: [] }, source: "" },
    {
      cell_type: "code",
      id: "c3",
      metadata: { tags: ["a", "b"], collapsed: false, scrolled: "auto", execution: { "iopub.status.busy": "t" } },
      source: "x\n\ny",
      execution_count: 4,
      outputs: [
        { output_type: "stream", name: "stdout", text: "a\rb\n" },
        { output_type: "display_data", ...rich },
        { output_type: "execute_result", execution_count: null, ...rich },
        { output_type: "display_data", data: { "application/x+json": [{ b: 1, a: [0.5, null] }] }, metadata: {} },
        { output_type: "error", ename: "E", evalue: "", traceback: ["\u001b[31m"] },
      ],
    },
  ],
};

type Path = readonly (string | number)[];

/** What our reader says against a text. */
const objection = (text: string): string | undefined => {
  try {
    parseNotebook(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

/** Every place in a JSON value. */
const places = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))
    : []),
];

/** The notebook with the value in one place replaced, or removed. */
const changed = (path: Path, value: unknown): string => {
  const copy = structuredClone({ whole }) as Record<string, unknown>;
  let at = copy;
  const [last, ...before] = ["whole", ...path].reverse();
  for (const key of before.reverse()) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify(copy.whole);
};

const substitutes = [undefined, null, 7, -1, "", "a,b", true, [], {}, ["x", 1], ["x", "x"], { stray: 1 }];

describe.skipIf(!venv)("nbformat", () => {
  test("agrees on what is a notebook, whatever is put in any place", () => {
    // Removing an entry of a list leaves a hole, which JSON writes as null; the substitute null covers that.
    const changes = places(whole).flatMap((path) =>
      substitutes.map((value) => ({ path, value, text: changed(path, value) })),
    );
    const cases = changes.filter(({ text }) => text !== undefined);
    const verdicts = judge(cases.map(({ text }) => text));
    const disagreed = cases.flatMap(({ path, value, text }, i) => {
      const ours = objection(text);
      const { valid, problem } = verdicts[i];
      return valid === (ours === undefined)
        ? []
        : [{ change: `${path.join(".")} = ${JSON.stringify(value)}`, problem, ours }];
    });
    expect(disagreed).toEqual([]);
    expect(verdicts.filter(({ valid }) => valid).length).toBeGreaterThan(50);
    expect(verdicts.filter(({ valid }) => !valid).length).toBeGreaterThan(300);
  });

  test("writes the same bytes", () => {
    const [{ written }] = judge([JSON.stringify(whole)]);
    expect(notebookText(parseNotebook(JSON.stringify(whole)))).toBe(written);
  });
});
