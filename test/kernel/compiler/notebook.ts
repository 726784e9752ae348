/** A notebook in one process: cells compiled by the compiler and run with a scope as small as the contract allows. */

import { createRequire } from "node:module";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import vm from "node:vm";
import type { CompiledCell, Failure } from "../../../kernel/compiler/compilation.js";
import { createCompiler } from "../../../kernel/compiler/compiler.js";
import { notebookFolder } from "./oracle/sessions.js";

export const folder = notebookFolder();
export const compiler = createCompiler(folder);
const require = createRequire(join(folder, "cell.cjs"));

export type Outcome =
  | { readonly ok: true; readonly value: unknown; readonly cell: CompiledCell }
  | { readonly ok: false; readonly failure: Failure };

export interface Notebook {
  run(code: string): Promise<Outcome>;
  /** The value of a cell that must not fail. */
  value(code: string): Promise<unknown>;
  /** The failure of a cell that must fail. */
  failure(code: string): Promise<Failure>;
  /** What the cell has called on `$`, in order. */
  readonly calls: string[];
}

/** Forgets all cells and starts to count anew. */
export function openNotebook(): Notebook {
  compiler.reset();
  const boxes = new Map<string, { v: unknown }>();
  const calls: string[] = [];
  let marks = 0;
  let count = 0;
  const scope = {
    box: (name: string) => boxes.get(name) ?? boxes.set(name, { v: undefined }).get(name)!,
    mark(k: number) {
      calls.push(`mark ${k}`);
      marks = k;
    },
    import: (specifier: string, names?: string[]) => {
      calls.push(`import ${specifier} ${names ?? "whole"}`);
      return import(specifier);
    },
    still<T>(value: T): T {
      calls.push("still");
      return value;
    },
  };

  const run = async (code: string): Promise<Outcome> => {
    count += 1;
    const name = `In[${count}]`;
    const compiled = compiler.compile(code, name);
    if (!compiled.ok) return compiled;
    const { cell } = compiled;
    marks = 0;
    calls.length = 0;
    try {
      const cellFunction = new vm.Script(cell.javascript, { filename: name }).runInThisContext();
      return { ok: true, value: await cellFunction(scope, require), cell };
    } catch (error) {
      const { name: kind, message, stack = "" } = error as Error;
      return { ok: false, failure: compiler.traceback({ name: kind, message, stack }) };
    } finally {
      compiler.commit(name, marks);
    }
  };

  return {
    calls,
    run,
    async value(code) {
      const outcome = await run(code);
      if (!outcome.ok) throw new Error(`the cell failed: ${outcome.failure.traceback.join("\n")}`);
      return outcome.value;
    },
    async failure(code) {
      const outcome = await run(code);
      if (outcome.ok) throw new Error(`the cell did not fail: ${code}`);
      return outcome.failure;
    },
  };
}

/** Without colours. */
export const plain = stripVTControlCharacters;

export const shown = ({ traceback }: Failure): string => plain(traceback.join("\n"));
