/** Small notebooks for tests. */

import type { CodeCell, Notebook, Output, TextCell } from "../../../kernel/notebook/format.js";

let cells = 0;

export const code = (source: string, tags: string[] = [], outputs: Output[] = []): CodeCell => ({
  cell_type: "code",
  id: `code-${cells++}`,
  source,
  metadata: tags.length > 0 ? { tags } : {},
  execution_count: null,
  outputs,
});

export const markdown = (source: string): TextCell => ({
  cell_type: "markdown",
  id: `text-${cells++}`,
  source,
  metadata: {},
});

export const notebook = (...all: (CodeCell | TextCell)[]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: all,
});
