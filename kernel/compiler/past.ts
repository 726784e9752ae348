/** Committed cells, kept as long as a visible name depends on them. */

import type { Files } from "./files.js";
import { type Scope, specifierOf } from "./scope.js";

interface Kept {
  readonly links: ReadonlySet<number>;
  readonly augments: boolean;
  readonly depth: number;
}

export interface Past {
  /** The longest chain of cells that starts at one of these. */
  depth(cells: ReadonlySet<number>): number;
  keep(cell: number, text: string, links: ReadonlySet<number>, augments: boolean): void;
  /** Files that belong to every program, since they add to the global scope or to modules. */
  augmenting(): string[];
  clear(): void;
}

/** Cells no longer reachable are dropped whenever their number has doubled. */
export function createPast(folder: string, files: Files, scope: Scope): Past {
  const kept = new Map<number, Kept>();
  const pathOf = (cell: number) => `${folder}/${specifierOf(cell)}.ts`;
  let limit = 64;

  const drop = (cell: number): void => {
    kept.delete(cell);
    files.remove(pathOf(cell));
  };
  const sweep = (): void => {
    const reached = new Set<number>();
    const reach = (cell: number): void => {
      if (reached.has(cell)) return;
      reached.add(cell);
      kept.get(cell)?.links.forEach(reach);
    };
    scope.holders().forEach(reach);
    for (const [cell, { augments }] of kept) if (augments) reach(cell);
    for (const cell of kept.keys()) if (!reached.has(cell)) drop(cell);
    limit = Math.max(64, 2 * kept.size);
  };

  const depth = (cells: ReadonlySet<number>): number =>
    Math.max(0, ...Array.from(cells, (cell) => kept.get(cell)?.depth ?? 0));

  return {
    depth,
    keep(cell, text, links, augments) {
      kept.set(cell, { links, augments, depth: 1 + depth(links) });
      files.write(pathOf(cell), text);
      if (kept.size > limit) sweep();
    },
    augmenting: () => [...kept].flatMap(([cell, { augments }]) => (augments ? [pathOf(cell)] : [])),
    clear: () => [...kept.keys()].forEach(drop),
  };
}
