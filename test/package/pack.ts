/** The package as it would be published. */

import { join, resolve } from "node:path";
import { succeed } from "./run.js";

export const root = resolve(import.meta.dirname, "../..");

export interface Packed {
  readonly tarball: string;
  /** Bytes to download. */
  readonly size: number;
  readonly unpackedSize: number;
  /** Paths within the package. */
  readonly files: readonly string[];
}

/** Packs what is built into `folder`; building anew is left to `npm run build`. */
export const pack = async (folder: string): Promise<Packed> => {
  const said = await succeed(root, "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  const [{ filename, size, unpackedSize, files }] = JSON.parse(said);
  const paths = (files as { path: string }[]).map(({ path }) => path);
  return { tarball: join(folder, filename), size, unpackedSize, files: paths };
};
