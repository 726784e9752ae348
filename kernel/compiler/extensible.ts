/** Programs that take files after they have been made: what has to be known of TypeScript's insides for it. */

import ts = require("typescript");

import { specifierNodes } from "./specifiers.js";

export type Resolution = ts.ResolvedModuleWithFailedLookupLocations;

/** What TypeScript keeps with its files beyond their public type. */
interface Kept {
  path: string;
  resolvedPath: string;
  version?: string;
  imports: readonly ts.StringLiteralLike[];
  moduleAugmentations: readonly unknown[];
  ambientModuleNames: readonly string[];
}
export type File = ts.SourceFile & Kept;

/** What a checker asks its program for. It asks at the time it needs it, so that answers may be added. */
interface Asked {
  getSourceFile(name: string): ts.SourceFile | undefined;
  getResolvedModule(file: File, specifier: string, mode?: ts.ResolutionMode): Resolution | undefined;
}

const { bindSourceFile } = ts as unknown as { bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void };

/** Does the file add to the global scope, or to other modules? */
export const augments = (file: File): boolean =>
  !file.fileName.endsWith(".json") &&
  (!ts.isExternalModule(file) || file.moduleAugmentations.length + file.ambientModuleNames.length > 0);

/** Does the file bring others by `/// <reference>`? */
export const refers = ({ referencedFiles, typeReferenceDirectives, libReferenceDirectives }: ts.SourceFile): boolean =>
  referencedFiles.length + typeReferenceDirectives.length + libReferenceDirectives.length > 0;

/** A module of this text, that is not yet in any program, and the specifiers of what it imports. */
export function newFile(path: string, text: string, target: ts.ScriptTarget): File {
  const file = ts.createSourceFile(path, text, target) as File;
  const imports = specifierNodes(file);
  const kept: Kept = { path, resolvedPath: path, imports, moduleAugmentations: [], ambientModuleNames: [] };
  return Object.assign(file, kept);
}

/** Makes a program take files; where the imports of each lead is said with it. */
export function extensible(program: ts.Program): (file: File, resolved: ReadonlyMap<string, Resolution>) => void {
  const asked = program as unknown as Asked;
  const { getSourceFile, getResolvedModule } = asked;
  const files = new Map<string, ts.SourceFile>();
  const resolutions = new Map<string, ReadonlyMap<string, Resolution>>();
  asked.getSourceFile = (name) => files.get(name) ?? getSourceFile(name);
  asked.getResolvedModule = (file, specifier, mode) =>
    resolutions.get(file.path)?.get(specifier) ?? getResolvedModule(file, specifier, mode);
  return (file, resolved) => {
    bindSourceFile(file, program.getCompilerOptions());
    files.set(file.path, file);
    resolutions.set(file.path, resolved);
  };
}
