/** Parsed files. Those of packages stay parsed when no program holds them, since the next cell may import them again. */

import ts = require("typescript");

type Release = (path: ts.Path, key: ts.DocumentRegistryBucketKey, ...rest: readonly unknown[]) => void;

export function createRegistry(folder: string, installed: (path: string) => boolean): ts.DocumentRegistry {
  const registry = ts.createDocumentRegistry(ts.sys.useCaseSensitiveFileNames, folder);
  const release = registry.releaseDocumentWithKey as Release;
  const releaseDocumentWithKey: Release = (path, ...rest) => {
    if (!installed(path)) release(path, ...rest);
  };
  return { ...registry, releaseDocumentWithKey };
}
