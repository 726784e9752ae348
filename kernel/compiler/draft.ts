/** A cell being written: below the links to every visible name, since its own end may be missing. */

import { readCell } from "./cell.js";
import type { Workspace } from "./workspace.js";

/** Puts the code into the current file. @returns where it begins there. */
export function draft({ scope, files, current }: Workspace, code: string): number {
  const { text } = scope.links(readCell(code, current), true);
  files.write(current, `${text}\n${code}\n;export {};`);
  return text.length + 1;
}

/** Without what the reader has not written: the links between cells, and the folder of the notebook. */
export const withoutLinks = ({ folder }: Workspace, text: string): string =>
  text
    .replace(/^\(alias\) /gm, "")
    .replace(/\n?^import (?:type )?[\w$]+$/gm, "")
    .replace(/import\("[^"]*\/cell\$\d*"\)\.?/g, "")
    .replaceAll(`import("${folder}/`, 'import("./');
