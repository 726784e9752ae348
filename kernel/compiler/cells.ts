/** Ordinary cells: compiled against what earlier ones declare, and declared in turn once they have run. */

import { pathToFileURL } from "node:url";
import { type Cell, readCell } from "./cell.js";
import { check, type Verdict } from "./check.js";
import type { Compilation } from "./compilation.js";
import { failureOf } from "./diagnostics.js";
import { emit } from "./emit/emit.js";
import { frozen } from "./frozen.js";
import { pendingCells } from "./pending.js";
import { bareSpecifiers } from "./specifiers.js";
import type { Tracer } from "./traceback.js";
import { linked, type Workspace } from "./workspace.js";

/** A chain of cells whose types depend on each other is cut where it gets longer than this. */
const longestChain = 10;

export interface Cells {
  compile(code: string, name: string): Compilation;
  commit(name: string, marks: number): void;
  clear(): void;
}

export function ordinaryCells(workspace: Workspace, traces: Tracer): Cells {
  const { scope, past, current, folder } = workspace;
  const pending = pendingCells();
  let count = 0;

  const verdictOf = ({ syntaxErrors, augments }: Cell, text: string): Verdict =>
    syntaxErrors.length > 0 ? { errors: syntaxErrors } : check(workspace, text, augments);

  const compile = (code: string, name: string): Compilation => {
    const cell = readCell(code, current);
    const links = linked(cell, scope);
    const verdict = verdictOf(cell, links.text);
    if ("errors" in verdict) {
      const ename = cell.syntaxErrors.length > 0 ? "SyntaxError" : "TypeScriptError";
      return { ok: false, failure: failureOf(verdict.errors, ename, { cell: name, code, current, folder }) };
    }
    const { view, strict } = verdict;
    const url = pathToFileURL(`${folder}/${name}.ts`).href;
    const { mentioned, augments } = cell;
    const { compiled, meanings } = emit(view, { code, cell: name, mentioned, described: links.described, url });
    const kept = past.depth(links.cells) < longestChain ? links : frozen(strict, links);
    pending.put(name, { ...kept, augments, declared: compiled.declared, meanings: [...meanings.values()] });
    traces.remember(name, code, compiled);
    return { ok: true, cell: { ...compiled, modules: bareSpecifiers(view.file, code.length) } };
  };

  return {
    compile,
    commit(name, marks) {
      const cell = pending.take(name);
      if (!cell) return;
      const reached = new Set(cell.declared.slice(0, marks).flat());
      count += 1;
      const visible = cell.meanings.filter((meaning) => !meaning.value || meaning.ambient || reached.has(meaning.name));
      scope.declare(count, visible);
      past.keep(count, cell.text, cell.cells, cell.augments);
    },
    clear() {
      scope.clear();
      past.clear();
      pending.clear();
    },
  };
}
