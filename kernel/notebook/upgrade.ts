/** Brings notebooks of format 4.0 to 4.4 to 4.5: every cell gets an id. */

import { createHash } from "node:crypto";

interface AnyCell {
  id?: string;
  source?: unknown;
}

/** An id that depends on the cell alone, so that the same file gives the same notebook each time. */
const idOf = ({ source }: AnyCell, position: number): string =>
  createHash("sha256")
    .update(`${position}:${JSON.stringify(source)}`)
    .digest("hex")
    .slice(0, 8);

const fresh = (cell: AnyCell, position: number, taken: ReadonlySet<string>): string => {
  let id = idOf(cell, position);
  for (let again = 1; taken.has(id); again++) id = idOf(cell, position + again * 1e6);
  return id;
};

/** The notebook with ids for all cells, none of them twice. */
export const upgraded = (notebook: Record<string, unknown>): Record<string, unknown> => {
  const { nbformat, nbformat_minor, cells } = notebook;
  if (nbformat !== 4 || !Array.isArray(cells)) return notebook;
  const taken = new Set<string>();
  const withId = (cell: AnyCell, i: number): AnyCell => {
    if (typeof cell !== "object" || cell === null) return cell;
    const id = cell.id === undefined || taken.has(cell.id) ? fresh(cell, i, taken) : cell.id;
    taken.add(id);
    return { ...cell, id };
  };
  const minor = [0, 1, 2, 3, 4].includes(nbformat_minor as number) ? 5 : nbformat_minor;
  return { ...notebook, nbformat_minor: minor, cells: cells.map(withId) };
};
