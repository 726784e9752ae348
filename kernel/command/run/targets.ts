/** Where the results of a run are written. */

import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

interface Targets {
  readonly notebook?: string;
  readonly page?: string;
}

interface Wanted {
  readonly output?: string | undefined;
  readonly inplace?: boolean | undefined;
  /** Path of the page; empty: beside the notebook. */
  readonly html?: string | undefined;
  readonly check?: boolean | undefined;
}

const isFolder = (path: string): boolean => /[\\/]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());

/** A path given for one file, or the file of this name in it when it is a folder, as it must be for several. */
const within = (path: string, name: string, several: boolean): string =>
  several || isFolder(path) ? join(path, name) : path;

/** The files for one of the notebooks of a call. */
export const targetsOf = (path: string, { output, inplace, html, check }: Wanted, several: boolean): Targets => {
  const dir = dirname(path);
  const name = basename(path).replace(/\.ipynb$/, "");
  const executed = () => {
    if (output !== undefined) return within(output, `${name}.ipynb`, several);
    if (inplace) return path;
    return check ? undefined : join(dir, `${name}.executed.ipynb`);
  };
  const notebook = executed();
  const page = html === undefined ? undefined : within(html || dir, `${name}.html`, several || html === "");
  return { ...(notebook !== undefined && { notebook }), ...(page !== undefined && { page }) };
};
