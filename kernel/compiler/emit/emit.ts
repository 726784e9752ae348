/** A checked cell as JavaScript. */

import ts = require("typescript");

import type { CompiledCell } from "../compilation.js";
import type { View } from "../service.js";
import { type Boxes, boxesOf } from "./boxes.js";
import { type Emission, freeNames } from "./context.js";
import { rewriter } from "./references.js";
import { bodyOf } from "./statements.js";

interface Options {
  readonly code: string;
  readonly cell: string;
  readonly mentioned: ReadonlySet<string>;
  readonly described: ReadonlySet<string>;
  readonly url: string;
}

export interface Emitted {
  readonly compiled: Omit<CompiledCell, "modules">;
  readonly meanings: Boxes["meanings"];
}

/** Everything a program writes for one file. */
function outputs({ program, file }: View, transformers: ts.CustomTransformers): { javascript: string; map: string } {
  let javascript = "";
  let map = "";
  const write: ts.WriteFileCallback = (path, text) => {
    if (path.endsWith(".map")) map = text;
    else javascript = text;
  };
  program.emit(file, write, undefined, false, transformers);
  return { javascript: javascript.slice(0, javascript.lastIndexOf("//# sourceMappingURL=")), map };
}

/** TypeScript ends a module with `export {}`, which a function cannot hold. */
const withoutExports: ts.TransformerFactory<ts.SourceFile> =
  ({ factory }) =>
  (file) =>
    factory.updateSourceFile(
      file,
      file.statements.filter((statement) => !ts.isExportDeclaration(statement)),
    );

/** One line is put before the text: `;` moves the map down by it. */
const mapOf = (map: string, cell: string): string => {
  const { version, names, mappings } = JSON.parse(map) as { version: number; names: string[]; mappings: string };
  return JSON.stringify({ version, sources: [cell], names, mappings: `;${mappings}` });
};

export function emit(view: View, { code, cell, mentioned, described, url }: Options): Emitted {
  const boxes = boxesOf(view, code.length, described);
  const names = freeNames(mentioned);
  const used = new Set<string>();
  let awaits = false;
  let declared: string[][] = [];
  const before: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
    const shared: Omit<Emission, "visit"> = {
      context,
      factory: context.factory,
      checker: view.checker,
      boxes,
      names,
      url,
      used,
      declaredVars: new Set(),
      awaits() {
        awaits = true;
      },
    };
    const own = file.statements.filter(({ pos }) => pos < code.length);
    const body = bodyOf(rewriter(shared), own);
    declared = body.declared;
    return context.factory.updateSourceFile(file, body.statements);
  };
  const { javascript, map } = outputs(view, { before: [before], after: [withoutExports] });
  const boxList = [...used].map((name) => `${names.box(name)}=${names.scope}.box(${JSON.stringify(name)})`);
  const head = `(${awaits ? "async " : ""}function (${names.scope}, require) {"use strict";${boxList.length > 0 ? `const ${boxList};` : ""}`;
  return {
    compiled: { cell, javascript: `${head}\n${javascript}})`, awaits, map: mapOf(map, cell), declared },
    meanings: boxes.meanings,
  };
}
