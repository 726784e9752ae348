/** The files that TypeScript sees: cells in memory, the library, and the disk. */

import { statSync } from "node:fs";

import ts = require("typescript");

interface Entry {
  readonly snapshot: ts.IScriptSnapshot | undefined;
  readonly version: string;
  /** Time and size of a file on disk that may change between cells. */
  readonly stamp?: string;
}

export interface Files {
  /** Puts a file in memory; the same path on disk is hidden. */
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Looks which local files have changed on disk since they were read. */
  refresh(): void;
  text(path: string): string | undefined;
  exists(path: string): boolean;
  snapshot(path: string): ts.IScriptSnapshot | undefined;
  version(path: string): string;
  /** Changes whenever some file may have. */
  state(): string;
}

const stampOf = (path: string): string => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : "none";
};

/** `installed` tells the files that do not change while the kernel runs. */
export function createFiles(installed: (path: string) => boolean): Files {
  const memory = new Map<string, Entry>();
  const disk = new Map<string, Entry>();
  let count = 0;
  const entry = (text: string | undefined): Entry => ({
    snapshot: text === undefined ? undefined : ts.ScriptSnapshot.fromString(text),
    version: String(++count),
  });

  const read = (path: string): Entry => {
    const known = memory.get(path) ?? disk.get(path);
    if (known) return known;
    const fresh = entry(ts.sys.readFile(path));
    disk.set(path, installed(path) ? fresh : { ...fresh, stamp: stampOf(path) });
    return disk.get(path)!;
  };

  return {
    write: (path, text) => void memory.set(path, entry(text)),
    remove(path) {
      memory.delete(path);
      count += 1;
    },
    refresh() {
      for (const [path, { stamp }] of disk) if (stamp && stamp !== stampOf(path)) disk.delete(path);
      count += 1;
    },
    text: (path) => {
      const { snapshot } = read(path);
      return snapshot?.getText(0, snapshot.getLength());
    },
    exists: (path) => memory.has(path) || ts.sys.fileExists(path),
    snapshot: (path) => read(path).snapshot,
    version: (path) => read(path).version,
    state: () => String(count),
  };
}
