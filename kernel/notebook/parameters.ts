/** Parameters by papermill's convention: a cell tagged `injected-parameters` goes after the one tagged `parameters`. */

import { createHash } from "node:crypto";
import { type Cell, type CodeCell, type Json, type Notebook, tagsOf } from "./format.js";
import { NotebookError } from "./problem.js";

export type Parameters = Readonly<Record<string, Json>>;

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const jsonLike = /^\s*["[{]/;

/** The value that a word of the command line stands for: number, true, false, null, JSON in brackets or quotes, or else text. */
export const valueOfWord = (word: string): Json => {
  if (/^(true|false|null)$/.test(word)) return JSON.parse(word) as Json;
  if (word.trim() !== "" && Number.isFinite(Number(word)) && !/^\s|\s$/.test(word)) return Number(word);
  if (!jsonLike.test(word)) return word;
  try {
    return JSON.parse(word) as Json;
  } catch (error) {
    throw new NotebookError(`${word} looks like JSON but is not: ${(error as Error).message}`);
  }
};

/**
 * The parameter in `name=value`.
 * @throws NotebookError when there is no `=`, or the value begins like JSON and is not.
 */
export const parameterOf = (text: string): [string, Json] => {
  const at = text.indexOf("=");
  if (at < 1) throw new NotebookError(`the parameter ${JSON.stringify(text)} is not of the form name=value`);
  return [text.slice(0, at), valueOfWord(text.slice(at + 1))];
};

const declares = (cell: Cell, name: string): boolean =>
  [...cell.source.matchAll(/(?<![\p{ID_Continue}$.])[\p{ID_Start}$_][\p{ID_Continue}$]*/gu)].some(
    ([word]) => word === name,
  );

const injectedCell = (parameters: Parameters): CodeCell => {
  const lines = Object.entries(parameters).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  const source = ["// Parameters", ...lines].join("\n");
  return {
    cell_type: "code",
    id: `parameters-${createHash("sha256").update(source).digest("hex").slice(0, 8)}`,
    source,
    metadata: { tags: ["injected-parameters"] },
    execution_count: null,
    outputs: [],
  };
};

const tagged = (notebook: Notebook, tag: string): number =>
  notebook.cells.findIndex((cell) => cell.cell_type === "code" && tagsOf(cell).includes(tag));

/** Names that the cell tagged `parameters` does not mention: most likely misspelt. */
export const unknownParameters = (notebook: Notebook, parameters: Parameters): string[] => {
  const defaults = notebook.cells[tagged(notebook, "parameters")];
  return defaults ? Object.keys(parameters).filter((name) => !declares(defaults, name)) : [];
};

/**
 * The notebook with a cell that sets the parameters: in place of an injected one, or after the one tagged `parameters`, or first.
 * @throws NotebookError when a name cannot be one of a variable.
 */
export const injectParameters = (notebook: Notebook, parameters: Parameters): Notebook => {
  const names = Object.keys(parameters);
  if (names.length === 0) return notebook;
  const wrong = names.find((name) => !identifier.test(name));
  if (wrong !== undefined) throw new NotebookError(`${JSON.stringify(wrong)} cannot be the name of a variable`);
  const cell = injectedCell(parameters);
  const old = tagged(notebook, "injected-parameters");
  const cells =
    old >= 0 ? notebook.cells.with(old, cell) : notebook.cells.toSpliced(tagged(notebook, "parameters") + 1, 0, cell);
  return { ...notebook, cells };
};
