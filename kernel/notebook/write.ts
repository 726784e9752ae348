/** Writes notebooks byte for byte as Python's `nbformat` does: sorted keys, indent 1, texts as lists of lines, a final newline. */

import { writeAtomically } from "./atomic.js";
import { type Cell, isJsonMime, type MimeData, type Notebook, type Output } from "./format.js";
import { linesOf } from "./text.js";

const isSplit = (mime: string): boolean =>
  mime.startsWith("text/") || mime === "application/javascript" || mime === "image/svg+xml";

const splitData = (data: MimeData): MimeData =>
  Object.fromEntries(
    Object.entries(data).map(([mime, value]) => {
      const split = typeof value === "string" && isSplit(mime) && !isJsonMime(mime);
      return [mime, split ? linesOf(value) : value];
    }),
  );

const splitOutput = (output: Output): unknown => {
  if (output.output_type === "stream") return { ...output, text: linesOf(output.text) };
  return output.output_type === "error" ? output : { ...output, data: splitData(output.data) };
};

const splitCell = (cell: Cell): unknown => ({
  ...cell,
  source: linesOf(cell.source),
  ...(cell.cell_type === "code" && { outputs: cell.outputs.map(splitOutput) }),
});

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

export const notebookText = (notebook: Notebook): string =>
  `${JSON.stringify({ ...notebook, cells: notebook.cells.map(splitCell) }, sorted, 1)}\n`;

/** Writes a notebook to a file, atomically. */
export const writeNotebook = (path: string, notebook: Notebook): void => writeAtomically(path, notebookText(notebook));
