/** A cell reduced to its declarations, so that types need not be followed through every cell before it. */

import type { Links } from "./scope.js";
import type { Workspace } from "./workspace.js";

/** The declarations of the current file, with what they still need of other cells; the cell as it is where that fails. */
export function frozen({ strict, current }: Workspace, links: Links): Links {
  const { outputFiles, emitSkipped } = strict.language.getEmitOutput(current, true, true);
  const text = outputFiles.find(({ name }) => name.endsWith(".d.ts"))?.text;
  if (emitSkipped || text === undefined) return links;
  const cells = new Set(Array.from(text.matchAll(/\bcell\$(\d+)"/g), ([, cell]) => Number(cell)));
  return { ...links, text, cells };
}
