/** `import` as a cell means it: from the notebook's folder first, then from the packages that liouville brings. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { packageRoot } from "../package-root.js";
import * as tslab from "../tslab/api.js";
import type { Places } from "./source-hooks.js";

type Namespace = Record<string, unknown>;

/** Packages that liouville brings in a form of its own; a notebook's own installation of them comes first. */
const bundled: Record<string, string> = {
  "danfojs-node": "dist/vendor/danfojs-node/index.cjs",
  danfojs: "dist/vendor/danfojs-node/index.cjs",
};

/** `import()` as seen from a file in `folder`: Node's own resolution, `exports` conditions included. */
const importerFrom = (folder: string): ((specifier: string) => Promise<Namespace>) =>
  new vm.Script("(specifier) => import(specifier)", {
    filename: join(folder, "cell.mjs"),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext() as (specifier: string) => Promise<Namespace>;

const fromNotebook = importerFrom(process.cwd());
const fromPackage = importerFrom(packageRoot);

const requireFrom = createRequire(join(process.cwd(), "cell.cjs"));

/** `require` as seen from the notebook's folder. */
export const notebookRequire: NodeJS.Require = Object.assign(
  (specifier: string) => (specifier === "tslab" ? tslab : requireFrom(specifier)),
  requireFrom,
);

const isMissing = (error: unknown, specifier: string): boolean => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (
    code === "ERR_MODULE_NOT_FOUND" &&
    message.includes(
      `'${specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/")}'`,
    )
  );
};

/** The folder of the modules that cells define; made with the first of them. */
let cells: string | undefined;
const cellsFolder = (): string => {
  if (cells !== undefined) return cells;
  const made = realpathSync(mkdtempSync(join(tmpdir(), "liouville-cells-")));
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  cells = made;
  return made;
};

let sourcesRegistered = false;
/** TypeScript files of the notebook's folder are compiled as they are imported; the hooks start with the first of them. */
const registerSources = (): void => {
  if (sourcesRegistered) return;
  sourcesRegistered = true;
  const data: Places = { notebook: process.cwd(), cells: cellsFolder(), package: packageRoot };
  register(new URL("./source-hooks.js", import.meta.url), { data });
};

/** Makes a module that a cell defines importable as `./name`, from cells and from other such modules. */
export const defineModule = (name: string, javascript: string): void => {
  const file = join(cellsFolder(), `${name}.mjs`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, javascript);
};

const isPath = (specifier: string): boolean => /^(\.{1,2}\/|\/|file:)/.test(specifier);

const fileIn = (path: string): string => pathToFileURL(join(packageRoot, path)).href;

/** Whether the notebook's folder has the package itself; what lies among liouville's own packages does not count. */
const isInstalled = (specifier: string): boolean => {
  try {
    return !notebookRequire.resolve(specifier).startsWith(join(packageRoot, "node_modules"));
  } catch {
    return false;
  }
};

const load = async (specifier: string): Promise<Namespace> => {
  if (specifier === "tslab") return tslab;
  if (specifier.endsWith(".json")) return { default: requireFrom(specifier) };
  if (isPath(specifier)) {
    registerSources();
    return fromNotebook(specifier);
  }
  const brought = bundled[specifier];
  if (brought !== undefined && !isInstalled(specifier)) return fromPackage(fileIn(brought));
  try {
    return await fromNotebook(specifier);
  } catch (error) {
    if (!isMissing(error, specifier)) throw error;
    return fromPackage(specifier);
  }
};

/** The namespace with `names` filled from the default export where a CommonJS package does not list them. */
const withNames = (module: Namespace, names: readonly string[]): Namespace => {
  const fallback = module.default as Namespace | null | undefined;
  const missing = names.filter((name) => !(name in module) && fallback != null && name in Object(fallback));
  if (missing.length === 0) return module;
  return { ...module, ...Object.fromEntries(missing.map((name) => [name, fallback![name]])) };
};

/**
 * The module of a specifier.
 * @throws what Node throws where the module is missing or fails, or SyntaxError for a name it does not export.
 */
export const importModule = async (specifier: string, names: readonly string[] = []): Promise<Namespace> => {
  const module = withNames(await load(specifier), names);
  const absent = names.find((name) => !(name in module));
  if (absent !== undefined) throw new SyntaxError(`the module "${specifier}" has no export named ${absent}`);
  return module;
};
