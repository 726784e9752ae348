/** A cell reduced to its declarations, so that types need not be followed through every cell before it. */

import type ts from "typescript";
import type { Links } from "./scope.js";
import type { View } from "./service.js";

/** What a program writes beyond its public type: declarations, even where the options ask for none. */
type Emit = (
  file: ts.SourceFile,
  write: ts.WriteFileCallback,
  cancellation: undefined,
  onlyDeclarations: true,
  transformers: undefined,
  forced: true,
) => ts.EmitResult;

/** The declarations of the cell in view, with what they still need of other cells; the cell as it is where that fails. */
export function frozen({ program, file }: View, links: Links): Links {
  let text: string | undefined;
  const write: ts.WriteFileCallback = (name, content) => {
    if (name.endsWith(".d.ts")) text = content;
  };
  const { emitSkipped } = (program.emit as Emit)(file, write, undefined, true, undefined, true);
  if (emitSkipped || text === undefined) return links;
  const cells = new Set(Array.from(text.matchAll(/\bcell\$(\d+)"/g), ([, cell]) => Number(cell)));
  return { ...links, text, cells };
}
