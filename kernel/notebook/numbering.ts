/** Numbers of cells, as the notebook counts them that the user has open. */

import type { Notebook } from "./format.js";

/** The number, from 1, of the cell at an index; undefined for one that was put in. */
export type Numbering = (index: number) => number | undefined;

export const inOrder: Numbering = (index) => index + 1;

/** Counts the cells of `stored` where they stand in `source`, which may have one cell more: that of the parameters. */
export const numbering = (stored: Notebook, source: Notebook): Numbering => {
  if (source.cells.length === stored.cells.length) return inOrder;
  const added = source.cells.findIndex((cell, i) => cell !== stored.cells[i]);
  return (index) => (index === added ? undefined : index < added ? index + 1 : index);
};

/** `cell 7`. */
export const cellName = (number: number | undefined): string =>
  number === undefined ? "the cell of the parameters" : `cell ${number}`;
