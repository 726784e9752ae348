/** Which packages a cell imports. */

import ts = require("typescript");

const isBare = (specifier: string): boolean => !/^(\.{0,2}\/|\.{1,2}$|file:|data:)/.test(specifier);

/** Bare specifiers of import declarations and of `import("…")` that begin before `end`. */
export function bareSpecifiers(file: ts.SourceFile, end: number): string[] {
  const found = new Set<string>();
  const note = (node: ts.Node | undefined): void => {
    if (node && ts.isStringLiteralLike(node) && isBare(node.text)) found.add(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) note(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) if (statement.pos < end) visit(statement);
  return [...found];
}
