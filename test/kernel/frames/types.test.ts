/** The declarations stand alone: they are checked with nothing else installed, as cells and as scripts resolve them. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { vendorFolder } from "./danfojs.js";

const folder = mkdtempSync(join(tmpdir(), "frame-types-"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(vendorFolder, join(folder, "node_modules/danfojs-node"), "dir");
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
afterAll(() => rmSync(folder, { recursive: true }));

const resolutions = {
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

function complaints(code: string, resolution: keyof typeof resolutions): string[] {
  const file = join(folder, "script.ts");
  writeFileSync(file, code);
  const program = ts.createProgram([file], {
    ...resolutions[resolution],
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipDefaultLibCheck: true,
    types: ["node"],
    typeRoots: [join(import.meta.dirname, "../../../node_modules/@types")],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ messageText, file: at }) =>
        `${at?.fileName.replace(folder, "") ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
}

describe.each(["nodenext", "bundler"] as const)("types of danfojs-node, resolved by %s", (resolution) => {
  it("are those of frames", () => {
    const code = `
      import * as dfd from "danfojs-node";
      import { DataFrame, FrameError, type Series } from "danfojs-node";
      const frame: DataFrame = new dfd.DataFrame({ x: new Float64Array(3) });
      const shape: number[] = frame.shape;
      const mean: Series = frame.mean();
      const fault: "plot" | "no numbers" | "wide integer" = new FrameError("").fault;
      frame.addColumn("y", new Float64Array(3));
      export const read: Promise<DataFrame> = dfd.readCSV("rows.csv", { header: true, delimiter: ";" });
      export default [shape, mean, fault];`;
    expect(complaints(code, resolution)).toEqual([]);
  });

  it("find mistakes", () => {
    const code = `
      import { DataFrame } from "danfojs-node";
      const shape: string = new DataFrame([[1]]).shape;
      export default new DataFrame([[1]], { colums: ["x"] });
      console.log(shape);`;
    expect(complaints(code, resolution)).toEqual([
      expect.stringContaining("not assignable to type 'string'"),
      expect.stringContaining("colums"),
    ]);
  });
});
