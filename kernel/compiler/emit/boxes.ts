/** Which identifiers of a cell stand for notebook variables, kept in boxes that all cells share. */

import ts = require("typescript");

import { type Declaration, declarationsOf, isAmbient, isTypeStatement } from "../declarations.js";
import type { Meaning } from "../scope.js";
import type { View } from "../service.js";
import { merged, spaces } from "./meanings.js";

export interface Boxes {
  /** The variable an identifier refers to, if it is one of the notebook. */
  refers(node: ts.Identifier): string | undefined;
  /** Names of the cell that hold values, by the statement that declares them. */
  declaredBy(statement: ts.Statement): string[];
  /** What every declared name means to later cells. */
  readonly meanings: ReadonlyMap<string, Meaning>;
}

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

  const add = (declaration: Declaration, own: boolean): void => {
    const symbol = checker.getSymbolAtLocation(declaration.name);
    if (!symbol) return;
    const { text } = declaration.name;
    const space = spaces(declaration, symbol, checker);
    if (space.value && !(own ? declaration.ambient : described.has(text))) names.set(symbol, text);
    if (own) meanings.set(text, merged(meanings.get(text), declaration, symbol, space));
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
    declaredBy(statement) {
      if (isAmbient(statement) || isTypeStatement(statement)) return [];
      const names = declarationsOf(statement).map(({ name }) => name.text);
      return [...new Set(names)].filter((name) => meanings.get(name)?.value);
    },
    meanings,
  };
}
