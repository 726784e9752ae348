/** Ordinary cells: compiled against what earlier ones declare, and declared in turn once they have run. */

import { pathToFileURL } from "node:url";
import type ts from "typescript";
import { type Cell, readCell } from "./cell.js";
import type { Compilation } from "./compilation.js";
import { errorsOf, failureOf } from "./diagnostics.js";
import { emit } from "./emit/emit.js";
import { frozen } from "./frozen.js";
import type { Meaning } from "./scope.js";
import type { View } from "./service.js";
import { bareSpecifiers } from "./specifiers.js";
import type { Tracer } from "./traceback.js";
import { linked, type Workspace } from "./workspace.js";

/** A cell that has been compiled and waits to be committed. */
interface Pending {
  readonly text: string;
  readonly cells: ReadonlySet<number>;
  readonly augments: boolean;
  readonly declared: readonly (readonly string[])[];
  readonly meanings: readonly Meaning[];
}

/** A chain of cells whose types depend on each other is cut where it gets longer than this. */
const longestChain = 10;

/** Cells whose commit may still come. */
const pendingLimit = 100;

/** The program that accepts the cell: strict, or else lenient; or the errors that both find, if they agree on any. */
function accept(workspace: Workspace): { view: View } | { errors: readonly ts.Diagnostic[] } {
  const view = workspace.strict.view();
  const errors = errorsOf(view, workspace.isLocal);
  if (errors.length === 0) return { view };
  const second = workspace.lenient().view();
  const others = errorsOf(second, workspace.isLocal);
  if (others.length === 0) return { view: second };
  const common = errors.filter(({ code, start }) =>
    others.some((other) => other.code === code && other.start === start),
  );
  return { errors: common.length > 0 ? common : errors };
}

export interface Cells {
  compile(code: string, name: string): Compilation;
  commit(name: string, marks: number): void;
  clear(): void;
}

export function ordinaryCells(workspace: Workspace, traces: Tracer): Cells {
  const { scope, past, files, current, folder } = workspace;
  const pending = new Map<string, Pending>();
  let count = 0;

  const keepPending = (name: string, cell: Pending): void => {
    pending.delete(name);
    pending.set(name, cell);
    if (pending.size > pendingLimit) pending.delete(pending.keys().next().value!);
  };

  const check = (cell: Cell, text: string) => {
    files.refresh();
    files.write(current, text);
    return cell.syntaxErrors.length > 0 ? { errors: cell.syntaxErrors } : accept(workspace);
  };

  const compileCell = (code: string, name: string): Compilation => {
    const cell = readCell(code, current);
    const links = linked(cell, scope);
    const checked = check(cell, links.text);
    if ("errors" in checked) {
      const ename = cell.syntaxErrors.length > 0 ? "SyntaxError" : "TypeScriptError";
      return { ok: false, failure: failureOf(checked.errors, ename, { cell: name, code, current, folder }) };
    }
    const url = pathToFileURL(`${folder}/${name}.ts`).href;
    const { compiled, meanings } = emit(checked.view, {
      code,
      cell: name,
      mentioned: cell.mentioned,
      described: links.described,
      url,
    });
    const kept = past.depth(links.cells) < longestChain ? links : frozen(workspace, links);
    keepPending(name, {
      ...kept,
      augments: cell.augments,
      declared: compiled.declared,
      meanings: [...meanings.values()],
    });
    traces.remember(name, code, compiled);
    return { ok: true, cell: { ...compiled, modules: bareSpecifiers(checked.view.file, code.length) } };
  };

  return {
    compile: compileCell,
    commit(name, marks) {
      const cell = pending.get(name);
      if (!cell) return;
      pending.delete(name);
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
