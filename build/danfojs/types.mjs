/** The declarations of danfojs-node, standing on their own: what they import from other packages is in externals.d.ts. */

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const externals = ["table", "plotly.js-dist-min", "node-fetch", "papaparse", "xlsx", "request"];

const declarations = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".d.ts") && !path.includes(`plotting${sep}`))
    .sort();

/** Replaces and insists that there was something to replace: a new version of danfojs must be looked at again. */
function replaced(text, pattern, by, file) {
  if (!pattern.test(text)) throw new Error(`${file} has no ${pattern}`);
  return text.replace(pattern, by);
}

/** Plots are declared as what they are here, and columns may be typed arrays. */
function guarded(text, file) {
  if (!/danfojs-base[\\/]core[\\/](frame|series)\.d\.ts$/.test(file)) return text;
  const unplotted = replaced(text, /plot\(divId: string\): IPlotlyLib;/, "plot(divId?: string): never;", file);
  const adds = /(addColumn\(column: string, values: Series \| ArrayType1D)/g;
  return file.includes("frame") ? replaced(unplotted, adds, "$1 | ArrayLike<number | bigint>", file) : unplotted;
}

/** Imports of packages become imports of the file beside. */
function standing(text, file) {
  const depth = relative(dirname(file), ".").split(sep).join("/");
  return text.replace(/from (["'])([^"'.][^"']*)\1/g, (whole, _quote, name) =>
    externals.includes(name) ? `from "${depth}/externals"` : whole,
  );
}

const index = `export * from "./types/danfojs-node/src/index";
/** What the guards throw; \`fault\` says of which kind. */
export declare class FrameError extends Error {
  readonly name: "FrameError";
  readonly fault: "plot" | "no numbers" | "wide integer";
}
`;

/** Writes index.d.ts and what it needs into \`folder\`, from the declarations in \`dist\`. */
export function writeTypes(dist, folder) {
  for (const file of declarations(dist)) {
    const target = join(folder, "types", file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, standing(guarded(readFileSync(join(dist, file), "utf8"), file), file));
  }
  cpSync(fileURLToPath(new URL("externals.d.ts", import.meta.url)), join(folder, "types/externals.d.ts"));
  writeFileSync(join(folder, "index.d.ts"), index);
}
