import { readFileSync } from "node:fs";
import { type Cell, isJsonMime, type MimeData, type Notebook, type Output } from "./format.js";
import { NotebookError } from "./problem.js";
import { joined } from "./text.js";
import { upgraded } from "./upgrade.js";
import { problemsOf } from "./validate.js";

const joinedData = (data: MimeData): MimeData =>
  Object.fromEntries(
    Object.entries(data).map(([mime, value]) => [mime, isJsonMime(mime) ? value : joined(value as string | string[])]),
  );

const joinedOutput = (output: Output): Output => {
  if (output.output_type === "stream") return { ...output, text: joined(output.text) };
  return output.output_type === "error" ? output : { ...output, data: joinedData(output.data) };
};

const joinedCell = (cell: Cell): Cell => {
  const source = joined(cell.source);
  return cell.cell_type === "code" ? { ...cell, source, outputs: cell.outputs.map(joinedOutput) } : { ...cell, source };
};

const parsed = (text: string, name: string): Record<string, unknown> => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new NotebookError(`${name} is not a notebook: ${(error as Error).message}`);
  }
};

/**
 * The notebook in a text; formats 4.0 to 4.4 are brought to 4.5.
 * @throws NotebookError with every place that departs from the format.
 */
export const parseNotebook = (text: string, name = "the text"): Notebook => {
  const json = parsed(text, name);
  if (typeof json?.nbformat === "number" && json.nbformat < 4) {
    throw new NotebookError(
      `${name} has notebook format ${json.nbformat}, expected 4; convert it with: jupyter nbconvert --to notebook --inplace ${name}`,
    );
  }
  const notebook = upgraded(json);
  const problems = problemsOf(notebook);
  if (problems.length > 0) {
    const shown = problems.slice(0, 10).map((problem) => `\n  ${problem}`);
    const more = problems.length > 10 ? `\n  and ${problems.length - 10} more` : "";
    throw new NotebookError(`${name} is not a notebook of format 4.5:${shown.join("")}${more}`);
  }
  const valid = notebook as unknown as Notebook;
  return { ...valid, cells: valid.cells.map(joinedCell) };
};

/**
 * The notebook in a file.
 * @throws NotebookError when the file cannot be read or is no notebook.
 */
export const readNotebook = (path: string): Notebook => {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new NotebookError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  return parseNotebook(text, path);
};
