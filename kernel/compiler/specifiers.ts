/** Which modules a cell names. */

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

/** What may be named a module: imports and exports, `import("…")` as a call and as a type, `import x = require("…")`. */
function moduleOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined;
}

/** The specifiers of a file, as nodes. */
export function specifierNodes(file: ts.SourceFile): ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = moduleOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}
