/**
 * One program for many cells. For every change of a file TypeScript makes a new program and a new checker, which takes longer
 * than all else about a cell. So a cell is added, as a file of its own, to the program that cells before were checked in.
 */

import ts = require("typescript");

import type { Ground, View } from "./service.js";
import { specifierNodes } from "./specifiers.js";

export interface Growth {
  /** The program with a file of this text added; undefined where it takes another program to hold it. */
  add(text: string): View | undefined;
  /** From now on cells are added to the program of this view. */
  plant(view: View): void;
}

/** What TypeScript keeps with its files beyond their public type. */
interface Kept {
  path: string;
  resolvedPath: string;
  version?: string;
  imports: readonly ts.StringLiteralLike[];
  moduleAugmentations: readonly unknown[];
  ambientModuleNames: readonly string[];
}
type File = ts.SourceFile & Kept;
type Resolution = ts.ResolvedModuleWithFailedLookupLocations;

/** What a checker asks its program for. It asks when it needs it, so that answers may be added. */
interface Asked {
  getSourceFile(name: string): ts.SourceFile | undefined;
  getResolvedModule(file: File, specifier: string, mode?: ts.ResolutionMode): Resolution | undefined;
}

const { bindSourceFile } = ts as unknown as { bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void };

/** A program keeps what it has taken; after so many cells it gives way to a new one. */
const most = 50;

/** Does the file add to the global scope, or to other modules? */
const augments = (file: File): boolean =>
  !ts.isExternalModule(file) || file.moduleAugmentations.length + file.ambientModuleNames.length > 0;

/** Does the file bring others by `/// <reference>`? */
const refers = ({ referencedFiles, typeReferenceDirectives, libReferenceDirectives }: ts.SourceFile): boolean =>
  referencedFiles.length + typeReferenceDirectives.length + libReferenceDirectives.length > 0;

/** Makes a program take files that were not there when it was made. */
function extend(program: ts.Program) {
  const asked = program as unknown as Asked;
  const { getSourceFile, getResolvedModule } = asked;
  const files = new Map<string, ts.SourceFile>();
  const resolutions = new Map<string, ReadonlyMap<string, Resolution>>();
  asked.getSourceFile = (name) => files.get(name) ?? getSourceFile(name);
  asked.getResolvedModule = (file, specifier, mode) =>
    resolutions.get(file.path)?.get(specifier) ?? getResolvedModule(file, specifier, mode);
  return (path: string, file: File, imports: Kept["imports"], resolved: ReadonlyMap<string, Resolution>): void => {
    const kept: Kept = { path, resolvedPath: path, imports, moduleAugmentations: [], ambientModuleNames: [] };
    bindSourceFile(Object.assign(file, kept), program.getCompilerOptions());
    files.set(path, file);
    resolutions.set(path, resolved);
  };
}

/** A program whose cells import nothing but each other and what it holds already. */
function plot({ files, folder, library, resolver, roots }: Ground, { program, checker, locals }: View) {
  const options = program.getCompilerOptions();
  const put = extend(program);
  const base = String(roots());
  const own = new Set([library.file, ...library.modules, ...roots()]);
  const isOpen = (program.getSourceFiles() as File[]).every(
    (file) => own.has(file.fileName) || file.fileName.endsWith(".json") || !augments(file),
  );
  let count = 0;

  const take = (path: string, text: string | undefined): ts.SourceFile | undefined => {
    if (text === undefined) return undefined;
    const file = ts.createSourceFile(path, text, options.target!) as File;
    const imports = specifierNodes(file);
    const resolved = new Map<string, Resolution>();
    for (const { text: specifier } of imports) {
      if (library.declares.has(specifier)) continue;
      const resolution = resolver.module(specifier, path, options);
      if (!isThere(resolution.resolvedModule?.resolvedFileName)) return undefined;
      resolved.set(specifier, resolution);
    }
    if (refers(file)) return undefined;
    put(path, file, imports, resolved);
    return file;
  };
  /** Cells before are taken when they are first asked for. */
  const isThere = (path: string | undefined): boolean =>
    path !== undefined &&
    (program.getSourceFile(path) ?? (path.startsWith(`${folder}/cell$`) ? take(path, files.text(path)) : undefined)) !==
      undefined;

  return {
    isOpen: (): boolean =>
      isOpen &&
      count < most &&
      String(roots()) === base &&
      locals.every((file) => (file as File).version === files.version(file.fileName)),
    add(text: string): View | undefined {
      count += 1;
      const file = take(`${folder}/cell$.${count}.ts`, text);
      return file && { program, checker, file, locals };
    },
  };
}

export function createGrowth(ground: Ground): Growth {
  let present: ReturnType<typeof plot> | undefined;
  return {
    add: (text) => (present?.isOpen() ? present.add(text) : undefined),
    plant(view) {
      present = plot(ground, view);
    },
  };
}
