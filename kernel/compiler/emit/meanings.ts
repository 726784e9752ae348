/** What the declarations of a cell mean to later cells. */

import ts = require("typescript");

import type { Declaration } from "../declarations.js";
import type { Meaning } from "../scope.js";

const isTypeOnly = (name: ts.Identifier): boolean => {
  for (let node: ts.Node = name.parent; !ts.isSourceFile(node); node = node.parent)
    if ((ts.isImportClause(node) || ts.isImportSpecifier(node)) && node.isTypeOnly) return true;
  return false;
};

export interface Space {
  readonly value: boolean;
  readonly type: boolean;
}

/** Does the name stand for a value, and for a type? */
export function spaces({ name, kind }: Declaration, symbol: ts.Symbol, checker: ts.TypeChecker): Space {
  if (kind === "namespace") return { value: (symbol.flags & ts.SymbolFlags.ValueModule) !== 0, type: true };
  if (kind !== "import") return { value: kind !== "type", type: kind !== "value" };
  const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return {
    value: (flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnly(name),
    type: (flags & (ts.SymbolFlags.Type | ts.SymbolFlags.Namespace)) !== 0,
  };
}

/** What a name means after one more declaration of it, as an interface may stand beside a constant. */
export function merged(
  before: Meaning | undefined,
  declaration: Declaration,
  symbol: ts.Symbol,
  space: Space,
): Meaning {
  const { name, mutable, ambient } = declaration;
  const valueSide = before?.value
    ? { mutable: before.mutable, ambient: before.ambient && (ambient || !space.value) }
    : { mutable, ambient };
  return {
    name: name.text,
    value: space.value || before?.value === true,
    type: space.type || before?.type === true,
    carries: !space.value && (symbol.flags & ts.SymbolFlags.Value) !== 0,
    ...valueSide,
  };
}
