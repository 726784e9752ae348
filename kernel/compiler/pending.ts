/** Cells that have been compiled and wait to be committed. */

import type { Meaning } from "./scope.js";

export interface Pending {
  readonly text: string;
  readonly cells: ReadonlySet<number>;
  readonly augments: boolean;
  readonly declared: readonly (readonly string[])[];
  readonly meanings: readonly Meaning[];
}

export interface Waiting {
  put(name: string, cell: Pending): void;
  take(name: string): Pending | undefined;
  clear(): void;
}

/** Cells whose commit may still come; those of which none comes are forgotten in time. */
const limit = 100;

export function pendingCells(): Waiting {
  const cells = new Map<string, Pending>();
  return {
    put(name, cell) {
      cells.delete(name);
      cells.set(name, cell);
      if (cells.size > limit) cells.delete(cells.keys().next().value!);
    },
    take(name) {
      const cell = cells.get(name);
      cells.delete(name);
      return cell;
    },
    clear: () => cells.clear(),
  };
}
