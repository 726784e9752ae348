/**
 * Loader hooks for the modules of a notebook: TypeScript files beside it, compiled on import and read anew once they have
 * changed, and the modules that its cells define, kept in a folder of their own.
 */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { InitializeHook, LoadHook, ResolveHook } from "node:module";
import { dirname, join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import ts = require("typescript");

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

export interface Places {
  /** The notebook's folder. */
  readonly notebook: string;
  /** Where the modules of its cells lie; they import as if they lay in the notebook's folder. */
  readonly cells: string;
  /** Where liouville lies, whose packages any of them can import. */
  readonly package: string;
}

let places: Places;
export const initialize: InitializeHook<Places> = (data) => {
  places = data;
};

/** The address of a module that a cell defines, with its text in it: a new text is a new module. */
const cellModule = (specifier: string, folder: string): string | undefined => {
  const file = join(places.cells, `${specifier.replace(/^\.\//, "")}.mjs`);
  if (folder !== places.notebook || !/^\.\/[\w.-]+$/.test(specifier) || !existsSync(file)) return undefined;
  return `${pathToFileURL(file).href}?text=${createHash("sha1").update(readFileSync(file)).digest("hex")}`;
};

const seenFrom = (folder: string): string => pathToFileURL(join(folder, "cell.mjs")).href;

const isOurs = (parent: string): boolean => dirname(parent) === places.cells || isSource(parent);

export const resolve: ResolveHook = async (specifier, context, next) => {
  if (!context.parentURL?.startsWith("file:")) return next(specifier, context);
  const parent = fileURLToPath(context.parentURL);
  const folder = dirname(parent) === places.cells ? places.notebook : dirname(parent);
  const seen = { ...context, parentURL: seenFrom(folder) };
  if (!/^(\.{1,2}\/|\/|file:)/.test(specifier)) {
    if (!isOurs(parent.replace(/\?.*$/, ""))) return next(specifier, context);
    try {
      return await next(specifier, seen);
    } catch {
      return next(specifier, { ...context, parentURL: seenFrom(places.package) });
    }
  }
  const defined = cellModule(specifier, folder);
  if (defined !== undefined) return { url: defined, format: "module", shortCircuit: true };
  const file = sourceOf(specifier.startsWith("file:") ? fileURLToPath(specifier) : specifier, folder);
  if (!file) return next(specifier, seen);
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
