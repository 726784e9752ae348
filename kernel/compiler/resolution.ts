/** Where the modules that a cell imports have their types. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Library } from "./library.js";

/** Specifiers of earlier cells, written only by the links between cells. */
const cellSpecifier = /^(?:\.\/)?(cell\$\d+)$/;

export interface Resolver {
  module(specifier: string, from: string, options: ts.CompilerOptions): ts.ResolvedModuleWithFailedLookupLocations;
  types(
    name: string,
    from: string,
    options: ts.CompilerOptions,
  ): ts.ResolvedTypeReferenceDirectiveWithFailedLookupLocations;
  readonly cache: ts.ModuleResolutionCache;
}

const found = (resolvedFileName: string): ts.ResolvedModuleWithFailedLookupLocations =>
  ({ resolvedModule: { resolvedFileName, extension: ts.Extension.Ts, isExternalLibraryImport: false } }) as never;

/** The display API that notebooks written for tslab import: always the package's own. */
const tslabTypes = (packageRoot: string): string | undefined =>
  ["dist/kernel/tslab/api.d.ts", "kernel/tslab/api.ts"].map((file) => join(packageRoot, file)).find(existsSync);

/** Resolves from the importing file, then from the package, so that its dependencies are importable in any folder. */
export function resolver(
  folder: string,
  packageRoot: string,
  library: Library,
  host: ts.ModuleResolutionHost,
): Resolver {
  const cache = ts.createModuleResolutionCache(folder, (name) => name);
  const fallback = join(packageRoot, "index.ts");
  const tslab = tslabTypes(packageRoot);

  const lookUp = (specifier: string, from: string, options: ts.CompilerOptions) => {
    const near = ts.resolveModuleName(specifier, from, options, host, cache);
    if (near.resolvedModule && near.resolvedModule.extension !== ts.Extension.Js) return near;
    if (specifier.startsWith(".") || specifier.startsWith("/")) return near;
    const far = ts.resolveModuleName(specifier, fallback, options, host, cache);
    return far.resolvedModule ? far : near;
  };

  return {
    cache,
    module(specifier, from, options) {
      const cell = cellSpecifier.exec(specifier)?.[1];
      if (cell) return found(join(folder, `${cell}.ts`));
      if (specifier === "tslab" && tslab && !from.includes("/node_modules/")) return found(tslab);
      if (library.declares.has(specifier)) return { resolvedModule: undefined } as never;
      const result = lookUp(specifier, from, options);
      if (!result.resolvedModule) cache.clear(); // it may be installed before the next cell
      return result;
    },
    types(name, from, options) {
      if (name !== "node") return ts.resolveTypeReferenceDirective(name, from, options, host);
      const resolvedTypeReferenceDirective = { primary: true, resolvedFileName: library.file };
      return { resolvedTypeReferenceDirective } as never;
    },
  };
}
