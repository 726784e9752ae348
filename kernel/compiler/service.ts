/** TypeScript's language service over the cell in hand and the earlier cells that it reaches. */

import ts = require("typescript");

import type { Files } from "./files.js";
import type { Library } from "./library.js";
import type { Resolver } from "./resolution.js";

/** A cell as TypeScript holds it. */
export interface View {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly file: ts.SourceFile;
  /** Source files of the user's, which are checked along with the cell. */
  readonly locals: readonly ts.SourceFile[];
}

export interface Service {
  readonly language: ts.LanguageService;
  /** The program of the text last written to the current file. */
  view(): View;
}

/** What all services of one compiler share. */
export interface Ground {
  readonly folder: string;
  /** Path of the one file whose text is the cell in hand. */
  readonly current: string;
  readonly files: Files;
  readonly library: Library;
  readonly resolver: Resolver;
  readonly registry: ts.DocumentRegistry;
  /** Modules declared by cells, which belong to every program. */
  readonly roots: () => readonly string[];
  /** Is it a file of the user's? */
  mayChange(path: string): boolean;
  /** Is it a source file of the user's? */
  isLocal(path: string): boolean;
}

/** What TypeScript asks of a host beyond its public types. */
interface Unnamed {
  getModuleResolutionCache(): ts.ModuleResolutionCache;
  hasInvalidatedResolutions(path: ts.Path): boolean;
}

const hostOf = (ground: Ground, options: ts.CompilerOptions) => {
  const { folder, current, files, library, resolver } = ground;
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [library.file, ...library.modules, ...ground.roots(), current],
    getProjectVersion: files.state,
    // What a file of the user's could not find may have come meanwhile.
    hasInvalidatedResolutions: (path: ts.Path) => ground.isLocal(path),
    getScriptVersion: files.version,
    getScriptSnapshot: files.snapshot,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: () => library.file,
    fileExists: files.exists,
    readFile: files.text,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
    realpath: ts.sys.realpath!,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getModuleResolutionCache: () => resolver.cache,
    resolveModuleNameLiterals: (literals: readonly ts.StringLiteralLike[], from: string) =>
      literals.map(({ text }) => resolver.module(text, from, options)),
    resolveTypeReferenceDirectiveReferences: (names: readonly (ts.FileReference | string)[], from: string) =>
      names.map((name) => resolver.types(typeof name === "string" ? name : name.fileName, from, options)),
  } satisfies ts.LanguageServiceHost & Unnamed;
};

export function createService(ground: Ground, options: ts.CompilerOptions): Service {
  const language = ts.createLanguageService(hostOf(ground, options), ground.registry);
  return {
    language,
    view() {
      const program = language.getProgram()!;
      const locals = program.getSourceFiles().filter(({ fileName }) => ground.isLocal(fileName));
      return { program, checker: program.getTypeChecker(), file: program.getSourceFile(ground.current)!, locals };
    },
  };
}
