/** Where the modules that a cell imports have their types. */

import { existsSync } from "node:fs";
import { join } from "node:path";

import ts = require("typescript");

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

const danfojs = "dist/vendor/danfojs-node/index.d.ts";

/** Packages that liouville brings in a form of its own. The API of tslab is always the kernel's, others give way to the notebook's. */
const brought: Record<string, { readonly files: readonly string[]; readonly always?: boolean }> = {
  tslab: { files: ["dist/kernel/tslab/api.d.ts", "kernel/tslab/api.ts"], always: true },
  "danfojs-node": { files: [danfojs] },
  danfojs: { files: [danfojs] },
};

/** Resolves from the importing file, then from the package, so that its dependencies are importable in any folder. */
export function resolver(
  folder: string,
  packageRoot: string,
  library: Library,
  host: ts.ModuleResolutionHost,
): Resolver {
  const cache = ts.createModuleResolutionCache(folder, (name) => name);
  const fallback = join(packageRoot, "index.ts");
  const own = new Map(
    Object.entries(brought).flatMap(([name, { files, always = false }]) => {
      const file = files.map((path) => join(packageRoot, path)).find(existsSync);
      return file ? [[name, { file, always }] as const] : [];
    }),
  );

  /** What liouville brings, unless the notebook's folder has the package itself. */
  const ofPackage = (specifier: string, from: string, options: ts.CompilerOptions) => {
    const types = from.includes("/node_modules/") ? undefined : own.get(specifier);
    if (!types || types.always) return types && found(types.file);
    const installed = ts.resolveModuleName(specifier, from, options, host, cache).resolvedModule;
    return installed && !installed.resolvedFileName.startsWith(join(packageRoot, "node_modules"))
      ? undefined
      : found(types.file);
  };

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
      if (library.declares.has(specifier)) return { resolvedModule: undefined } as never;
      const result = ofPackage(specifier, from, options) ?? lookUp(specifier, from, options);
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
