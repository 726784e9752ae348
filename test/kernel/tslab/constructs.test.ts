/** A notebook written for tslab, executed as it is. */

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Output {
  output_type: string;
  text?: string[];
  data?: Record<string, string | string[]>;
  evalue?: string;
}

const folder = mkdtempSync(join(tmpdir(), "tslab-"));
const main = join(import.meta.dirname, "../../../dist/kernel/command/main.js");
const outputs = new Map<string, Output[]>();

beforeAll(() => {
  copyFileSync(join(import.meta.dirname, "constructs.ipynb"), join(folder, "constructs.ipynb"));
  execFileSync(process.execPath, [main, "run", "constructs.ipynb"], { cwd: folder, stdio: "pipe" });
  const { cells } = JSON.parse(readFileSync(join(folder, "constructs.executed.ipynb"), "utf8"));
  for (const cell of cells) outputs.set(cell.id, cell.outputs);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const said = (id: string): string =>
  (outputs.get(id) ?? [])
    .map(({ text, data, evalue }) => evalue ?? [text ?? data?.["text/plain"] ?? []].flat().join(""))
    .join("");

describe("a notebook written for tslab", () => {
  it.each([
    ["stream", "kernel of typescript\nnode true\n"],
    ["block-scope", "climbs(20) = 10946, within a minute: true\n"],
    ["class-and-interface", "7.069\n"],
    ["top-level-await", "'waited at least 30 ms: true'"],
    ["pending-promise", "Promise { <pending> }"],
    ["versions", "true"],
    ["optional-and-nullish", "spring?.mass?.unit == undefined\nmissing ?? zero ?? word == 0\n"],
    ["async-function", "'rested'"],
    ["type-error", "Type 'string' is not assignable to type 'number'."],
    ["type-error-in-assignment", "Type 'string' is not assignable to type 'number'."],
    ["any", "123 steps\n"],
    ["redeclare", "'redeclared with another type'"],
    ["files", "true\n"],
    ["undeclared-name", "Cannot find name 'squareOf'."],
  ])("%s", (id, expected) => expect(said(id)).toBe(expected));

  it.each([
    ["display-html", ["text/html"]],
    ["display-jpeg", ["image/jpeg", "image/png"]],
    ["display-markdown-latex-svg", ["text/markdown", "text/latex", "image/svg+xml"]],
    ["display-others", ["text/javascript", "text/plain", "image/gif", "application/pdf", "application/json"]],
    ["update-a-display", ["text/plain"]],
    ["await-in-block", ["text/html"]],
  ])("%s", (id, types) => {
    const shown = outputs.get(id) ?? [];
    expect(shown.map(({ output_type }) => output_type)).toEqual(types.map(() => "display_data"));
    expect(shown.flatMap(({ data }) => Object.keys(data ?? {}).filter((type) => types.includes(type)))).toEqual(types);
  });

  it("shows the last of what a display was overwritten with", () => expect(said("update-a-display")).toBe("finished"));
});
