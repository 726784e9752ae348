/** Loader hooks for TypeScript files beside a notebook: compiled on import, and read anew once they have changed. */

import { existsSync, readFileSync, statSync } from "node:fs";
import type { LoadHook, ResolveHook } from "node:module";
import { dirname, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const isSource = (path: string): boolean => /\.[cm]?tsx?$/.test(path) && !/[\\/]node_modules[\\/]/.test(path);

/** The file that a relative specifier names, as bundlers find it: as written, with `.ts`, `.js` standing for `.ts`, or a folder's index. */
const sourceOf = (specifier: string, folder: string): string | undefined => {
  const path = resolvePath(folder, specifier);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, path.replace(/\.js$/, ".ts"), resolvePath(path, "index.ts")];
  return candidates.find((file) => isSource(file) && existsSync(file) && statSync(file).isFile());
};

/** The latest change among the file and the local files that it imports. */
const changed = (file: string, seen = new Set<string>()): number => {
  if (seen.has(file)) return 0;
  seen.add(file);
  const imports = ts.preProcessFile(readFileSync(file, "utf8")).importedFiles;
  const nested = imports
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => sourceOf(fileName, dirname(file)))
    .map((source) => (source ? changed(source, seen) : 0));
  return Math.max(statSync(file).mtimeMs, ...nested);
};

export const resolve: ResolveHook = (specifier, context, next) => {
  const local = /^(\.{1,2}\/|\/|file:)/.test(specifier);
  if (!local || !context.parentURL?.startsWith("file:")) return next(specifier, context);
  const folder = dirname(fileURLToPath(context.parentURL));
  const file = sourceOf(specifier.startsWith("file:") ? fileURLToPath(specifier) : specifier, folder);
  if (!file) return next(specifier, context);
  return { url: `${pathToFileURL(file).href}?changed=${changed(file)}`, format: "module", shortCircuit: true };
};

export const load: LoadHook = (url, context, next) => {
  if (!url.startsWith("file:") || !isSource(fileURLToPath(url.replace(/\?.*$/, "")))) return next(url, context);
  const fileName = fileURLToPath(url.replace(/\?.*$/, ""));
  const { outputText } = ts.transpileModule(readFileSync(fileName, "utf8"), {
    fileName,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, inlineSourceMap: true },
  });
  return { format: "module", source: outputText, shortCircuit: true };
};
