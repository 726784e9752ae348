/** Which identifiers of a cell stand for notebook variables, kept in boxes that all cells share. */

import ts from "typescript";
import { type Declaration, declarationsOf, isAmbient } from "../declarations.js";
import type { Meaning } from "../scope.js";
import type { View } from "../service.js";

export interface Boxes {
  /** The variable an identifier refers to, if it is one of the notebook. */
  refers(node: ts.Identifier): string | undefined;
  /** Names of the cell that hold values, by the statement that declares them. */
  declaredBy(statement: ts.Statement): string[];
  /** What every declared name means to later cells. */
  readonly meanings: ReadonlyMap<string, Meaning>;
}

const target = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

const isTypeOnly = (name: ts.Identifier): boolean => {
  for (let node: ts.Node = name.parent; !ts.isSourceFile(node); node = node.parent)
    if ((ts.isImportClause(node) || ts.isImportSpecifier(node)) && node.isTypeOnly) return true;
  return false;
};

/** Is the node inside the class, enum or namespace that the symbol names? There its own binding is meant. */
const isInside = (node: ts.Node, symbol: ts.Symbol): boolean =>
  symbol.declarations?.some(
    (declaration) =>
      (ts.isClassDeclaration(declaration) ||
        ts.isEnumDeclaration(declaration) ||
        ts.isModuleDeclaration(declaration)) &&
      declaration.getSourceFile() === node.getSourceFile() &&
      declaration.pos <= node.pos &&
      node.end <= declaration.end,
  ) ?? false;

/**
 * `end` is where the text of the cell ends and the lines that link it to earlier cells begin; `described` are names of
 * those that only `declare` something global.
 */
export function boxesOf({ file, checker }: View, end: number, described: ReadonlySet<string>): Boxes {
  const names = new Map<ts.Symbol, string>();
  const meanings = new Map<string, Meaning>();

  const meaningOf = ({ name, ambient }: Declaration, symbol: ts.Symbol) => {
    const { flags } = target(checker, symbol);
    const value = (flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnly(name);
    return { value, type: (flags & (ts.SymbolFlags.Type | ts.SymbolFlags.Namespace)) !== 0, ambient };
  };
  const add = (declaration: Declaration, own: boolean): void => {
    const symbol = checker.getSymbolAtLocation(declaration.name);
    if (!symbol) return;
    const { text } = declaration.name;
    const { value, type, ambient } = meaningOf(declaration, symbol);
    if (value && !(own ? ambient : described.has(text))) names.set(symbol, text);
    if (own) meanings.set(text, { name: text, value, type, mutable: declaration.mutable && !ambient, ambient });
  };
  for (const statement of file.statements) for (const d of declarationsOf(statement)) add(d, statement.pos < end);

  const symbolOf = (node: ts.Identifier): ts.Symbol | undefined =>
    ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
  const texts = new Set(names.values());
  return {
    refers(node) {
      if (!texts.has(node.text)) return undefined;
      const symbol = symbolOf(node);
      return symbol && names.has(symbol) && !isInside(node, symbol) ? node.text : undefined;
    },
    declaredBy: (statement) =>
      isAmbient(statement)
        ? []
        : [
            ...new Set(
              declarationsOf(statement).flatMap(({ name, ambient }) =>
                !ambient && meanings.get(name.text)?.value ? [name.text] : [],
              ),
            ),
          ],
    meanings,
  };
}
