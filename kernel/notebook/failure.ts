/** Why a notebook did not run to its end, and where. */

import type { CellError } from "../client/execution.js";
import { plain } from "./ansi.js";
import { type Notebook, tagsOf } from "./format.js";
import { cellName } from "./numbering.js";
import { isExecuted } from "./prepare.js";

export interface Failure {
  readonly kind: "error" | "timeout" | "died" | "interrupted";
  /** Number of the cell among all cells of the stored notebook, from 1; undefined for the cell of the parameters. */
  readonly cell: number | undefined;
  readonly count: number | null;
  /** The line of the cell, from 1, where the traceback names one. */
  readonly line?: number;
  readonly source: string;
  readonly message: string;
  readonly traceback: readonly string[];
}

/** The line of cell `count` in a traceback: `In[3]:2:7` as this kernel writes frames, `Cell In[3], line 2` as ipykernel does. */
export const lineIn = (traceback: readonly string[], count: number | null): number | undefined => {
  const frames = plain(traceback.join("\n")).matchAll(/In ?\[(\d+)\](?::|, line )(\d+)/g);
  for (const [, cell, line] of frames) if (Number(cell) === count) return Number(line);
  return undefined;
};

/** How many cells ended with an error that they are not tagged to raise. */
export const failedCells = ({ cells }: Notebook): number =>
  cells.filter(
    (cell) =>
      isExecuted(cell) &&
      !tagsOf(cell).includes("raises-exception") &&
      cell.outputs.some(({ output_type }) => output_type === "error"),
  ).length;

/** What an error of a cell comes to. */
export const failureOf = (
  kind: Failure["kind"],
  where: Pick<Failure, "cell" | "count" | "source">,
  { ename, evalue, traceback }: CellError,
): Failure => {
  const line = lineIn(traceback, where.count);
  const message = [ename, evalue].filter((text) => text !== "").join(": ");
  return { kind, ...where, ...(line !== undefined && { line }), message, traceback };
};

const quoted = (source: string, line: number | undefined): string => {
  const text = line === undefined ? undefined : source.split("\n")[line - 1];
  return text === undefined ? "" : `\n  ${line} | ${text}`;
};

/** Where and what: `cell 7 (In[5]), line 2: TypeError: …`; then the traceback, or the line itself where there is none. */
export const describeFailure = ({ cell, count, line, source, message, traceback }: Failure): string => {
  const counted = count === null ? "" : ` (In[${count}])`;
  const head = `${cellName(cell)}${counted}${line === undefined ? "" : `, line ${line}`}: ${message}`;
  return traceback.length > 0 ? [head, ...traceback].join("\n") : `${head}${quoted(source, line)}`;
};
