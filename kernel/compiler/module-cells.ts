/** Cells marked `@module name`: modules in memory that later cells import as `./name`. */

import type ts from "typescript";
import { parse, syntaxErrorsOf } from "./cell.js";
import type { Compilation } from "./compilation.js";
import { errorsOf, failureOf } from "./diagnostics.js";
import type { Service } from "./service.js";
import type { Workspace } from "./workspace.js";

interface Named {
  readonly name: string;
  readonly jsx: boolean;
}

export interface ModuleCells {
  compile(code: string, cell: string, module: Named): Compilation;
  clear(): void;
}

/** A cell that does nothing when it runs, and may stand for a module. */
export const idle = (cell: string, module?: { name: string; javascript: string }): Compilation => ({
  ok: true,
  cell: {
    cell,
    javascript: '(function ($, require) {"use strict";\n})',
    awaits: false,
    map: JSON.stringify({ version: 3, sources: [cell], names: [], mappings: "" }),
    declared: [],
    modules: [],
    ...(module && { module }),
  },
});

export function moduleCells({ folder, current, files, strict, lenient }: Workspace): ModuleCells {
  const known = new Set<string>();

  const errorsIn = (service: Service, path: string): ts.Diagnostic[] =>
    errorsOf(service.view()).filter(({ file }) => file?.fileName === path);

  const javascriptOf = (path: string): string => {
    const { program } = strict.view();
    let text = "";
    const write: ts.WriteFileCallback = (name, content) => {
      if (!name.endsWith(".map")) text = content;
    };
    program.emit(program.getSourceFile(path), write);
    return text.slice(0, text.lastIndexOf("//# sourceMappingURL="));
  };

  return {
    compile(code, cell, { name, jsx }) {
      const path = `${folder}/${name}.${jsx ? "tsx" : "ts"}`;
      const where = { cell, code, current: path, folder };
      const syntaxErrors = syntaxErrorsOf(parse(code, path));
      if (syntaxErrors.length > 0) return { ok: false, failure: failureOf(syntaxErrors, "SyntaxError", where) };
      known.add(path);
      files.write(path, `${code}\n;export {};`);
      files.write(current, `import "./${name}";`);
      const errors = errorsIn(strict, path);
      const refused = errors.length > 0 && errorsIn(lenient(), path).length > 0;
      if (refused) return { ok: false, failure: failureOf(errors, "TypeScriptError", where) };
      return idle(cell, { name, javascript: javascriptOf(path) });
    },
    clear() {
      known.forEach(files.remove);
      known.clear();
    },
  };
}
