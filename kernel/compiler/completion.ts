/** Completion of names, members and module paths. */

import ts from "typescript";
import type { Completions, Typed } from "./compilation.js";
import { draft, withoutLinks } from "./draft.js";
import type { Workspace } from "./workspace.js";

/** Entries whose signature is looked up; a longer list is still being typed at. */
const detailed = 24;

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

/** Best first: by match, then by TypeScript's order (nearest scope first), then by name. */
function sorted(entries: readonly ts.CompletionEntry[], typed: string): ts.CompletionEntry[] {
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry.name, typed) }));
  const best = Math.min(3, ...ranked.map((one) => one.rank));
  return ranked
    .filter((one) => one.rank < 3 && (one.rank < 2 || best === 2))
    .sort(
      (a, b) => a.rank - b.rank || compare(a.entry.sortText, b.entry.sortText) || compare(a.entry.name, b.entry.name),
    )
    .map(({ entry }) => entry);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

interface Context {
  readonly workspace: Workspace;
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** The kind and signature that a name turns out to have; an earlier cell's name is an alias at first sight. */
function describe(
  { workspace, position, start, end }: Context,
  entry: ts.CompletionEntry,
  withDetails: boolean,
): Typed {
  const { language } = workspace.strict;
  const details = withDetails
    ? language.getCompletionEntryDetails(
        workspace.current,
        position,
        entry.name,
        undefined,
        undefined,
        undefined,
        undefined,
      )
    : undefined;
  const text = withoutLinks(ts.displayPartsToString(details?.displayParts));
  const kind =
    entry.kind === ts.ScriptElementKind.alias
      ? /^(?:const|let|var|class|function|enum|namespace|interface|type)\b/.exec(text)?.[0]
      : undefined;
  const type = kind ?? kinds[entry.kind] ?? entry.kind;
  return { text: entry.name, type, start, end, ...(text && { signature: text }) };
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
    });
    if (!info || info.entries.length === 0) return nothing(offset);
    const span = info.entries[0]!.replacementSpan ?? info.optionalReplacementSpan;
    const { start, end } = span
      ? { start: span.start - shift, end: span.start - shift + span.length }
      : wordAt(code, offset);
    const entries = sorted(info.entries, code.slice(start, offset));
    const context = { workspace, position, start, end };
    const types = entries.map((entry) => describe(context, entry, entries.length <= detailed));
    return { matches: entries.map(({ name }) => name), start, end, types };
  };
