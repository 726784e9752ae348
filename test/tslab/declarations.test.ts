/** The library's declarations, as the TypeScript of tslab's users reads them. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type typescript from "typescript";
import { expect, it } from "vitest";
import { root } from "./tslab-kernel.js";

const require = createRequire(import.meta.url);
const ts = createRequire(require.resolve("tslab/package.json"))("@tslab/typescript-for-tslab") as typeof typescript;
const { types } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { types: string };

it("have no errors in TypeScript 5.0, by the resolution of Node 10", () => {
  expect(ts.version).toMatch(/^5\.0\./);
  const program = ts.createProgram([join(root, types)], {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2021,
    lib: ["lib.es2021.d.ts", "lib.dom.d.ts"],
    typeRoots: [join(root, "node_modules/@types")],
    types: ["node"],
    strict: true,
    noEmit: true,
  });
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.includes("/dist/src/"));
  expect(own.length).toBeGreaterThan(40);
  const errors = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  const told = errors.map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
  expect(told).toEqual([]);
});
