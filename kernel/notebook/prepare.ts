import { type Cell, type CodeCell, type Notebook, tagsOf } from "./format.js";

/** Is this cell to be executed? Empty ones are not, nor those tagged `skip-execution`. */
export const isExecuted = (cell: Cell): cell is CodeCell =>
  cell.cell_type === "code" && cell.source.trim() !== "" && !tagsOf(cell).includes("skip-execution");

const withoutTimes = <C extends Cell>(cell: C): C => {
  const { execution: _, ...metadata } = cell.metadata;
  return { ...cell, metadata };
};

const emptied = (cell: Cell): Cell =>
  isExecuted(cell) ? { ...cell, execution_count: null, outputs: [] } : { ...cell };

/** A copy ready to run: no old outputs where new ones will come, so that none is mistaken for new; no times of execution. */
export const prepared = (notebook: Notebook, info: Record<string, unknown>, kernelspec: object): Notebook => {
  const { widgets: _, ...metadata } = notebook.metadata;
  return {
    ...notebook,
    metadata: { kernelspec, ...metadata, ...(info.language_info ? { language_info: info.language_info } : {}) },
    cells: notebook.cells.map(withoutTimes).map(emptied),
  };
};
