/**
 * One program for many cells. For every change of a file TypeScript makes a new program and a new checker, which takes longer
 * than all else about a cell. So a cell is added, as a file of its own, to the program that cells before were checked in.
 */

import type ts from "typescript";
import { augments, extensible, type File, newFile, type Resolution, refers } from "./extensible.js";
import type { Ground, View } from "./service.js";

export interface Growth {
  /** The program with a file of this text added; undefined where it takes another program to hold it. */
  add(text: string): View | undefined;
  /** From now on cells are added to the program of this view. */
  plant(view: View): void;
}

/** A program keeps what it has taken; after so many cells it gives way to a new one. */
const most = 100;

/** Tells whether a program still is what a new one for another cell would be, but for the cell. */
function freshness({ files, library, roots, mayChange }: Ground, program: ts.Program): () => boolean {
  const all = program.getSourceFiles() as readonly File[];
  const base = String(roots());
  const own = new Set([library.file, ...library.modules, ...roots()]);
  // What a cell adds to the global scope by an import ends with it.
  const lends = all.some((file) => !own.has(file.fileName) && augments(file));
  const changing = all.filter(({ fileName }) => mayChange(fileName));
  return () =>
    !lends &&
    String(roots()) === base &&
    changing.every(({ version, fileName }) => version === files.version(fileName));
}

/** A program that takes cells which import nothing but each other and what it holds already. */
function plot(ground: Ground, { program, checker, locals }: View) {
  const { files, folder, library, resolver } = ground;
  const options = program.getCompilerOptions();
  const put = extensible(program);
  const isFresh = freshness(ground, program);
  let count = 0;

  const take = (path: string, text: string): File | undefined => {
    const file = newFile(path, text, options.target!);
    if (refers(file)) return undefined;
    const resolved = new Map<string, Resolution>();
    for (const { text: specifier } of file.imports) {
      if (library.declares.has(specifier)) continue;
      const resolution = resolver.module(specifier, path, options);
      if (!holds(resolution.resolvedModule?.resolvedFileName)) return undefined;
      resolved.set(specifier, resolution);
    }
    put(file, resolved);
    return file;
  };
  /** Cells before are taken when they are first asked for. */
  const holds = (path = ""): boolean => {
    if (program.getSourceFile(path)) return true;
    const text = path.startsWith(`${folder}/cell$`) ? files.text(path) : undefined;
    return text !== undefined && take(path, text) !== undefined;
  };

  return (text: string): View | undefined => {
    count += 1;
    const file = count <= most && isFresh() ? take(`${folder}/cell$.${count}.ts`, text) : undefined;
    return file && { program, checker, file, locals };
  };
}

export function createGrowth(ground: Ground): Growth {
  let add: Growth["add"] = () => undefined;
  return {
    add: (text) => add(text),
    plant(view) {
      add = plot(ground, view);
    },
  };
}
