/** Modules in memory for the tests: kept as files of a hidden folder, found by the name that cells import them under. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const fileOf = (specifier, folder) => join(folder, ".memory", `${basename(specifier)}.mjs`);

export const resolve = (specifier, context, next) => {
  if (!specifier.startsWith("./") || !context.parentURL?.startsWith("file:")) return next(specifier, context);
  const folder = dirname(fileURLToPath(context.parentURL)).replace(/\/\.memory$/, "");
  const file = fileOf(specifier, folder);
  if (!existsSync(file)) return next(specifier, context);
  const version = createHash("sha1").update(readFileSync(file)).digest("hex");
  return { url: `${pathToFileURL(file).href}?${version}`, format: "module", shortCircuit: true };
};
