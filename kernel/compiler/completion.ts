/** Completion of names, members and module paths. */

import ts = require("typescript");

import type { Completions, Typed } from "./compilation.js";
import { draft, withoutLinks } from "./draft.js";
import type { Workspace } from "./workspace.js";

/** The identifier round the offset. */
function wordAt(code: string, offset: number): { start: number; end: number } {
  const before = /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(code.slice(0, offset))![0].length;
  const after = /^[\p{ID_Continue}$\u200c\u200d]*/u.exec(code.slice(offset))![0].length;
  return { start: offset - before, end: offset + after };
}

/** 0 where the name begins with what is typed, 1 regardless of case, 2 where it contains it, 3 otherwise. */
function rank(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0;
  const [low, part] = [name.toLowerCase(), typed.toLowerCase()];
  if (low.startsWith(part)) return 1;
  return low.includes(part) ? 2 : 3;
}

/** TypeScript's order, in which the nearest scope comes first; keywords after names. */
const orderOf = ({ sortText, kind, name }: ts.CompletionEntry): string =>
  `${sortText} ${kind === ts.ScriptElementKind.keyword ? 1 : 0} ${name}`;

/** Best first: by match, then by order. */
function sorted(entries: readonly ts.CompletionEntry[], typed: string): ts.CompletionEntry[] {
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry.name, typed) }));
  const best = Math.min(3, ...ranked.map((one) => one.rank));
  return ranked
    .filter((one) => one.rank < 3 && (one.rank < 2 || best === 2))
    .sort((a, b) => a.rank - b.rank || compare(orderOf(a.entry), orderOf(b.entry)))
    .map(({ entry }) => entry);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entries that are described; nobody reads further down. */
const described = 60;

/** JupyterLab's words for the kinds it has icons for; the others are TypeScript's own. */
const kinds: Record<string, string> = {
  [ts.ScriptElementKind.alias]: "variable",
  [ts.ScriptElementKind.constElement]: "const",
  [ts.ScriptElementKind.letElement]: "variable",
  [ts.ScriptElementKind.variableElement]: "variable",
  [ts.ScriptElementKind.localFunctionElement]: "function",
  [ts.ScriptElementKind.memberFunctionElement]: "method",
  [ts.ScriptElementKind.memberVariableElement]: "property",
  [ts.ScriptElementKind.memberGetAccessorElement]: "property",
  [ts.ScriptElementKind.moduleElement]: "module",
  [ts.ScriptElementKind.externalModuleName]: "module",
};

/** What an earlier cell's name is: TypeScript sees an import in it. */
const kindOfAlias = ({ flags }: ts.Symbol): string | undefined => {
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Enum) return "enum";
  if (flags & ts.SymbolFlags.Module) return "module";
  if (flags & ts.SymbolFlags.Interface) return "interface";
  return flags & ts.SymbolFlags.TypeAlias ? "type" : undefined;
};

/** The kind and type of an entry, as JupyterLab shows them beside its name. */
function describe(workspace: Workspace, { name, kind, symbol }: ts.CompletionEntry): Omit<Typed, "start" | "end"> {
  const { checker, file } = workspace.strict.view();
  const actual = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const alias = kind === ts.ScriptElementKind.alias && actual ? kindOfAlias(actual) : undefined;
  const type = alias ?? kinds[kind] ?? kind;
  const isValue = actual && actual.flags & ts.SymbolFlags.Value;
  if (!isValue) return { text: name, type };
  const signature = withoutLinks(workspace, checker.typeToString(checker.getTypeOfSymbolAtLocation(actual, file)));
  return { text: name, type, signature };
}

const nothing = (offset: number): Completions => ({ matches: [], start: offset, end: offset, types: [] });

export const completer =
  (workspace: Workspace) =>
  (code: string, offset: number): Completions => {
    const shift = draft(workspace, code);
    const position = shift + offset;
    const info = workspace.strict.language.getCompletionsAtPosition(workspace.current, position, {
      includeCompletionsForModuleExports: false,
      includeCompletionsWithInsertText: false,
      includeSymbol: true,
    });
    if (!info || info.entries.length === 0) return nothing(offset);
    const span = info.entries[0]!.replacementSpan ?? info.optionalReplacementSpan;
    const { start, end } = span
      ? { start: span.start - shift, end: span.start - shift + span.length }
      : wordAt(code, offset);
    const entries = sorted(info.entries, code.slice(start, offset));
    const types = entries.slice(0, described).map((entry) => ({ ...describe(workspace, entry), start, end }));
    return { matches: entries.map(({ name }) => name), start, end, types };
  };
