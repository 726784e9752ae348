/** A cell as text: parsed by itself, before anything is known of other cells. */

import ts = require("typescript");

import { type Declaration, declarationsOf, isAugmentation } from "./declarations.js";

export interface Cell {
  readonly code: string;
  readonly declared: readonly Declaration[];
  /** Every identifier of the cell but names of members. */
  readonly mentioned: ReadonlySet<string>;
  readonly augments: boolean;
  /** Names the cell exports by `export { … }`. */
  readonly exported: ReadonlySet<string>;
  readonly syntaxErrors: readonly ts.DiagnosticWithLocation[];
}

/** Parses as a module, where `await` may stand at the top level. */
export const parse = (code: string, fileName: string): ts.SourceFile =>
  ts.createSourceFile(fileName, code, {
    languageVersion: ts.ScriptTarget.ES2022,
    setExternalModuleIndicator: (file) => void Object.assign(file, { externalModuleIndicator: true }),
  });

/** Errors found while parsing; TypeScript keeps them on the tree without a public name. */
export const syntaxErrorsOf = (file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] =>
  (file as unknown as { parseDiagnostics: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics;

const mentions = (file: ts.SourceFile): Set<string> => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return names;
};

const exportsOf = (file: ts.SourceFile): Set<string> =>
  new Set(
    file.statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : [],
    ),
  );

export function readCell(code: string, fileName: string): Cell {
  const file = parse(code, fileName);
  return {
    code,
    declared: file.statements.flatMap(declarationsOf),
    mentioned: mentions(file),
    augments: file.statements.some(isAugmentation),
    exported: exportsOf(file),
    syntaxErrors: syntaxErrorsOf(file),
  };
}
