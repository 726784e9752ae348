/** The notebook as TypeScript sees it: earlier cells, the cell in hand, and two opinions of its types. */

import { isAbsolute, relative } from "node:path";

import ts = require("typescript");

import type { Cell } from "./cell.js";
import { createFiles, type Files } from "./files.js";
import { createGrowth, type Growth } from "./growth.js";
import { library } from "./library.js";
import { lenientOptions, strictOptions } from "./options.js";
import { createPast, type Past } from "./past.js";
import { createRegistry } from "./registry.js";
import { resolver } from "./resolution.js";
import { createScope, type Links, type Scope } from "./scope.js";
import { createService, type Ground, type Service } from "./service.js";

export interface Workspace {
  readonly folder: string;
  readonly current: string;
  readonly files: Files;
  readonly scope: Scope;
  readonly past: Past;
  readonly strict: Service;
  /** The program that cells are checked in one after another. */
  readonly growth: Growth;
  /** Asked only about cells that fail under strict rules. */
  readonly lenient: () => Service;
  /** Is it a source file of the user's, checked along with the cell? */
  isLocal(path: string): boolean;
}

/** The cell above, its links and exports below: positions in the cell stay what they are. */
export function linked(cell: Cell, scope: Scope): Links {
  const links = scope.links(cell);
  const own = cell.declared.filter(({ exported, name }) => !exported && !cell.exported.has(name.text));
  const names = [...new Set(own.map(({ name }) => name.text))];
  return { ...links, text: `${cell.code}\n;${links.text}export { ${names.join(", ")} };` };
}

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return !way.startsWith("..") && !isAbsolute(way);
};

export function openWorkspace(folder: string, packageRoot: string): Workspace {
  const isInstalled = (path: string) =>
    path.includes("/node_modules/") ||
    isWithin(path, `${packageRoot}/dist`) ||
    path.endsWith("/liouville-library.d.ts");
  const mayChange = (path: string) => !isInstalled(path) && !path.startsWith(`${folder}/cell$`);
  const isLocal = (path: string) => mayChange(path) && !/\.d\.[cm]?ts$/.test(path) && /\.[cm]?tsx?$/.test(path);
  const files = createFiles(isInstalled);
  const types = library(folder, packageRoot);
  files.write(types.file, types.text);
  const scope = createScope();
  const past = createPast(folder, files, scope);
  const current = `${folder}/cell$.ts`;
  const host = { ...ts.sys, fileExists: files.exists, readFile: files.text, realpath: ts.sys.realpath! };
  const ground: Ground = {
    folder,
    current,
    files,
    library: types,
    resolver: resolver(folder, packageRoot, types, host),
    registry: createRegistry(folder, isInstalled),
    roots: past.augmenting,
    mayChange,
    isLocal,
  };
  const strict = createService(ground, strictOptions);
  let lenient: Service | undefined;
  return {
    folder,
    current,
    files,
    scope,
    past,
    strict,
    growth: createGrowth(ground),
    lenient: () => (lenient ??= createService(ground, lenientOptions)),
    isLocal,
  };
}
