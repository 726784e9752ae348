/** Every notebook but the tour, which has tests of its own: it runs to its end, so that all that it asserts holds, and is written as notebooks of this
 *  project are. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder } from "./folder.js";
import { liouville } from "./liouville.js";

const home = join(import.meta.dirname, "../../notebooks");
const names = readdirSync(home).filter((name) => /^\d\d-[a-z-]+\.ipynb$/.test(name) && !name.startsWith("00"));

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
}

const cellsOf = (name: string): Cell[] => JSON.parse(readFileSync(join(home, name), "utf8")).cells;

test("there are notebooks", () => {
  expect(names.length).toBeGreaterThan(0);
});

describe.each(names)("%s", (name) => {
  test("has short cells, as much text as code, no outputs, and its sources last", () => {
    const cells = cellsOf(name);
    const code = cells.filter(({ cell_type }) => cell_type === "code");
    expect(code.filter(({ source }) => source.length > 8).map(({ source }) => source[0])).toEqual([]);
    expect(code.flatMap(({ outputs }) => outputs ?? [])).toEqual([]);
    expect(code.at(-1)?.source.join("")).toMatch(/^cite\(/);
    const letters = (kind: string) =>
      cells.reduce((sum, { cell_type, source }) => sum + (cell_type === kind ? source.join("").length : 0), 0);
    expect(letters("markdown") / letters("code")).toBeGreaterThan(0.5);
  });

  test("runs to its end", async () => {
    const executed = join(folder(), name);
    const { status, stdout, stderr } = await liouville(["run", join(home, name), "-o", executed]);
    expect(status, stdout + stderr).toBe(0);
  });
});
