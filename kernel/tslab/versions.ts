import { createRequire } from "node:module";

/** Version strings, under the names tslab has for them. */
export interface Versions {
  /** The version of tslab whose interface this is. */
  tslab: string;
  /** The TypeScript that checks and compiles the cells. */
  typescript: string;
  node: string;
}

const { version } = createRequire(import.meta.url)("typescript/package.json") as { version: string };

/** The versions of the running kernel. */
export const versions: Versions = { tslab: "1.0.22", typescript: version, node: process.version };
