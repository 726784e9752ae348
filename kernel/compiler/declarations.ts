/** The names that a cell declares at its top level, read from its syntax. */

import ts = require("typescript");

/** What a name stands for; of an import and a namespace only the checker knows. */
export type Kind = "value" | "type" | "both" | "import" | "namespace";

export interface Declaration {
  readonly name: ts.Identifier;
  readonly kind: Kind;
  /** `let` or `var` where a later cell may assign to it. */
  readonly mutable?: "let" | "var" | undefined;
  /** Only described (`declare`): nothing is computed for it. */
  readonly ambient: boolean;
  /** Does the cell export it itself, under its own name? */
  readonly exported: boolean;
}

const hasModifier = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false);

export const isAmbient = (node: ts.Node): boolean => hasModifier(node, ts.SyntaxKind.DeclareKeyword);

/** `using` and `await using`: disposed at the end of the cell, hence its own affair. */
export const isUsing = (list: ts.VariableDeclarationList): boolean =>
  (list.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Using ||
  (list.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.AwaitUsing;

export const isVar = (list: ts.VariableDeclarationList): boolean => (list.flags & ts.NodeFlags.BlockScoped) === 0;

/** Identifiers bound by a name or pattern. */
export const boundNames = (name: ts.BindingName): ts.Identifier[] =>
  ts.isIdentifier(name)
    ? [name]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));

const namesOfList = (list: ts.VariableDeclarationList): ts.Identifier[] =>
  list.declarations.flatMap(({ name }) => boundNames(name));

/** `var` names hoisted out of blocks, loops and branches. */
export function hoistedNames(node: ts.Node): ts.Identifier[] {
  if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node) || ts.isExpression(node))
    return [];
  if (ts.isVariableDeclarationList(node)) return isVar(node) ? namesOfList(node) : [];
  const names: ts.Identifier[] = [];
  ts.forEachChild(node, (child) => void names.push(...hoistedNames(child)));
  return names;
}

const importedNames = ({ importClause }: ts.ImportDeclaration): ts.Identifier[] => {
  const bindings = importClause?.namedBindings;
  const named = !bindings
    ? []
    : ts.isNamespaceImport(bindings)
      ? [bindings.name]
      : bindings.elements.map((e) => e.name);
  return importClause?.name ? [importClause.name, ...named] : named;
};

type NamedStatement =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.EnumDeclaration
  | ts.ModuleDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration;

export const isNamedStatement = (node: ts.Node): node is NamedStatement =>
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isEnumDeclaration(node) ||
  ts.isModuleDeclaration(node) ||
  isTypeStatement(node);

export const isTypeStatement = (node: ts.Node): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

const kindOf = (statement: NamedStatement): Kind => {
  if (ts.isFunctionDeclaration(statement)) return "value";
  if (ts.isModuleDeclaration(statement)) return "namespace";
  return isTypeStatement(statement) ? "type" : "both";
};

const mutability = (list: ts.VariableDeclarationList): Declaration["mutable"] =>
  isVar(list) ? "var" : list.flags & ts.NodeFlags.Let ? "let" : undefined;

/** What one top-level statement declares. */
export function declarationsOf(statement: ts.Statement): Declaration[] {
  const exported =
    hasModifier(statement, ts.SyntaxKind.ExportKeyword) && !hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
  const ambient = isAmbient(statement);
  const all = (names: readonly ts.Identifier[], kind: Kind, mutable?: Declaration["mutable"]): Declaration[] =>
    names.map((name) => ({ name, kind, mutable, ambient, exported }));
  if (ts.isVariableStatement(statement)) {
    const list = statement.declarationList;
    return isUsing(list) ? [] : all(namesOfList(list), "value", mutability(list));
  }
  if (isNamedStatement(statement)) {
    const { name } = statement;
    return name && ts.isIdentifier(name) && name.text !== "global" ? all([name], kindOf(statement)) : [];
  }
  if (ts.isImportDeclaration(statement)) return all(importedNames(statement), "import");
  if (ts.isImportEqualsDeclaration(statement)) return all([statement.name], "import");
  return all(hoistedNames(statement), "value", "var");
}

/** Does the statement add to modules or to the global scope, seen by every later cell? */
export const isAugmentation = (statement: ts.Statement): boolean =>
  ts.isModuleDeclaration(statement) && (!ts.isIdentifier(statement.name) || statement.name.text === "global");
