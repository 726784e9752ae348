/** Compares an executed notebook with the stored one, cell by cell. */

import type { Tolerance } from "./compare-numbers.js";
import { compareOutputs, type OutputDifference } from "./compare-outputs.js";
import { type Cell, isVisible, type Notebook, type Output, tagsOf } from "./format.js";
import { inOrder, type Numbering } from "./numbering.js";
import { isExecuted } from "./prepare.js";

export interface Difference extends OutputDifference {
  readonly cell: number | undefined;
}

const outputsOf = (cell: Cell | undefined): readonly Output[] =>
  cell?.cell_type === "code" ? cell.outputs.filter(isVisible) : [];

/** Cells tagged `nbval-ignore-output` are executed but not compared, as nbval has it. */
const isCompared = (cell: Cell): boolean => isExecuted(cell) && !tagsOf(cell).includes("nbval-ignore-output");

/** Every output of `found` that differs from `stored`, beyond the tolerance of numbers. */
export const differencesOf = (
  stored: Notebook,
  found: Notebook,
  tolerance: Tolerance,
  numberOf: Numbering = inOrder,
): Difference[] =>
  found.cells.flatMap((cell, i) =>
    isCompared(cell)
      ? compareOutputs(outputsOf(stored.cells[i]), outputsOf(cell), tolerance).map((d) => ({ ...d, cell: numberOf(i) }))
      : [],
  );
