/** What the compiler is asked and what it answers. */

/** A cell that is ready to run. */
export interface CompiledCell {
  /** The file name shown in traces, e.g. `In[3]`. */
  readonly cell: string;
  /** An expression `(async function ($, require) {…})`, or `(function …)` when nothing awaits. */
  readonly javascript: string;
  readonly awaits: boolean;
  /** Source map v3 (JSON) from `javascript` to the text of the cell. */
  readonly map: string;
  /** The names that hold values once `$.mark(k)` has been passed are those of the first k entries. */
  readonly declared: readonly (readonly string[])[];
  /** The bare specifiers that the cell imports. */
  readonly modules: readonly string[];
  /** Only of a cell marked `@module name`: a module in memory, imported as `./name`; its text as an ES module. */
  readonly module?: { readonly name: string; readonly javascript: string };
}

/** The content of a Jupyter `error` message. */
export interface Failure {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export type Compilation =
  | { readonly ok: true; readonly cell: CompiledCell }
  | { readonly ok: false; readonly failure: Failure };

/** One entry of `_jupyter_types_experimental`. */
export interface Typed {
  readonly text: string;
  readonly type: string;
  readonly signature?: string;
  readonly start: number;
  readonly end: number;
}

export interface Completions {
  readonly matches: string[];
  readonly start: number;
  readonly end: number;
  readonly types: Typed[];
}

export interface Inspection {
  readonly found: boolean;
  readonly data: Record<string, string>;
}

export interface Completeness {
  readonly status: "complete" | "incomplete" | "invalid";
  readonly indent: string;
}

/** An error as it was thrown in a cell, with whatever it carries. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: Thrown;
  readonly errors?: readonly Thrown[];
}

export interface Compiler {
  /** Checks and compiles a cell; a cell with errors becomes a failure. Nothing is declared before `commit`. */
  compile(code: string, cell: string): Compilation;
  /** The names of the first `marks` marks become visible to later cells, with their types. */
  commit(cell: string, marks: number): void;
  complete(code: string, offset: number): Completions;
  inspect(code: string, offset: number): Inspection;
  isComplete(code: string): Completeness;
  /** The trace of an error, its frames mapped to the cells. */
  traceback(error: Thrown): Failure;
  /** Forgets every declared name. */
  reset(): void;
  /** Loads the library types, which the first check would otherwise wait for. */
  warm(): void;
  /** Compiles a dozen small cells for nothing but V8's optimiser. */
  rehearse(): void;
  /** Reads the types of a package, so that the first cell that imports it need not. */
  preload(specifier: string): void;
}
