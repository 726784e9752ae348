/** Compiler options of cells, and of the second opinion asked when a cell has errors. */

import ts = require("typescript");

/** Options of a cell: strict, for a target that every supported Node runs as it is. */
export const strictOptions: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noLib: true, // library.ts brings it, in one file
  types: [],
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  allowJs: true,
  skipLibCheck: true,
  preserveConstEnums: true,
  jsx: ts.JsxEmit.React,
  sourceMap: true,
  newLine: ts.NewLineKind.LineFeed,
};

/**
 * Options under which cells of plain TypeScript notebooks (tslab's) were written: not strict, decorators of the older
 * kind. A cell is refused only when it fails under both.
 */
export const lenientOptions: ts.CompilerOptions = {
  ...strictOptions,
  strict: false,
  alwaysStrict: true,
  experimentalDecorators: true,
};
