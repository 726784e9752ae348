/** The cell compiler: checks a cell against all earlier ones and turns it into a function. */

import { packageRoot as installed } from "../package-root.js";
import { ordinaryCells } from "./cells.js";
import type { Compiler } from "./compilation.js";
import { isComplete } from "./completeness.js";
import { completer } from "./completion.js";
import { directivesOf } from "./directives.js";
import { inspector } from "./inspection.js";
import { idle, moduleCells } from "./module-cells.js";
import { tracer } from "./traceback.js";
import { openWorkspace } from "./workspace.js";

export type * from "./compilation.js";

/** A compiler for the cells of a notebook in `folder`. */
export function createCompiler(folder: string, packageRoot = installed.replace(/\/$/, "")): Compiler {
  const workspace = openWorkspace(folder, packageRoot);
  const traces = tracer(packageRoot);
  const cells = ordinaryCells(workspace, traces);
  const modules = moduleCells(workspace);
  const complete = completer(workspace);
  return {
    compile(code, cell) {
      const { module, jsx, browser } = directivesOf(code);
      if (module) return modules.compile(code, cell, { name: module, jsx });
      return browser ? idle(cell) : cells.compile(code, cell);
    },
    commit: cells.commit,
    complete,
    inspect: inspector(workspace),
    isComplete,
    traceback: traces.traceback,
    reset() {
      cells.clear();
      modules.clear();
    },
    warm: () => void cells.compile("const warm = await Promise.resolve([1]);\nwarm.map(String)", "warm"),
    rehearse() {
      complete("[1].ma", 6);
      for (let i = 0; i < 12; i++) cells.compile(`const rehearsal = [${i}];\nrehearsal.map((x) => x + 1)`, "rehearsal");
    },
    preload: (specifier) => void cells.compile(`import * as preloaded from "${specifier}";`, "preload"),
  };
}
