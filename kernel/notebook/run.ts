/** Executes the cells of a notebook in a kernel, by the conventions of nbclient. */

import type { KernelClient } from "../client/client.js";
import type { Execution } from "../client/execution.js";
import { KernelDied } from "../client/kernel-process.js";
import { type Failure, failureOf } from "./failure.js";
import { type CodeCell, isVisible, type Notebook, tagsOf } from "./format.js";
import { inOrder, type Numbering } from "./numbering.js";
import { isExecuted } from "./prepare.js";

/** Where a run stands: before each cell, and once more when all is done. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Number of the cell that starts, and its source; undefined at the end. */
  readonly next?: { readonly cell: number | undefined; readonly source: string };
}

interface RunOptions {
  /** Seconds for each cell. */
  readonly timeout?: number | undefined;
  /** Go on after errors. */
  readonly allowErrors?: boolean | undefined;
  /** When it aborts, the cell that runs is interrupted and the run ends. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly numberOf?: Numbering;
}

interface Place {
  readonly cell: number | undefined;
  readonly count: number | null;
  readonly source: string;
}

const nobody = { ename: "", traceback: [] as string[] };

const verdict = ({ status, error }: Execution, place: Place, options: RunOptions): Failure | undefined => {
  if (options.signal?.aborted) return failureOf("interrupted", place, { ...nobody, evalue: "interrupted" });
  if (status === "timeout") {
    const evalue = `took longer than ${options.timeout} s and was interrupted`;
    return failureOf("timeout", place, { ...nobody, traceback: error?.traceback ?? [], evalue });
  }
  if (status === "ok") return undefined;
  return failureOf("error", place, error ?? { ename: "Aborted", evalue: "the kernel refused the cell", traceback: [] });
};

const runCell = async (cell: CodeCell, number: number | undefined, kernel: KernelClient, options: RunOptions) => {
  const { outputs, source } = cell;
  const tolerated = options.allowErrors || tagsOf(cell).includes("raises-exception");
  try {
    const execution = await kernel.execute(source, { timeout: options.timeout, stopOnError: !tolerated, outputs });
    cell.execution_count = execution.count;
    const failure = verdict(execution, { cell: number, count: execution.count, source }, options);
    return failure?.kind === "error" && tolerated ? undefined : failure;
  } catch (error) {
    if (!(error instanceof KernelDied)) throw error;
    const kind = options.signal?.aborted ? "interrupted" : "died";
    return failureOf(kind, { cell: number, count: null, source }, { ...nobody, evalue: error.message });
  }
};

/** Leaves out displays that were emptied. */
const tidy = ({ cells }: Notebook): void => {
  for (const cell of cells) {
    if (cell.cell_type === "code") cell.outputs.splice(0, Number.POSITIVE_INFINITY, ...cell.outputs.filter(isVisible));
  }
};

/**
 * Executes the cells in order and writes their outputs into the notebook, late ones as well while the kernel lives.
 * Stops at the first cell that fails, unless errors are allowed or the cell is tagged `raises-exception`; answers why it stopped.
 */
export const runCells = async (
  notebook: Notebook,
  kernel: KernelClient,
  options: RunOptions = {},
): Promise<Failure | undefined> => {
  const { signal, onProgress, numberOf = inOrder } = options;
  const total = notebook.cells.filter(isExecuted).length;
  const interrupt = () => void kernel.interrupt();
  signal?.addEventListener("abort", interrupt);
  let done = 0;
  try {
    // A kernel answers this once it has warmed up, which is not to count against the time of the first cell.
    await kernel.request("shell", "is_complete_request", { code: "1" }).catch(() => {});
    for (const [i, cell] of notebook.cells.entries()) {
      if (!isExecuted(cell)) continue;
      const { source } = cell;
      const number = numberOf(i);
      if (signal?.aborted)
        return failureOf("interrupted", { cell: number, count: null, source }, { ...nobody, evalue: "interrupted" });
      onProgress?.({ done, total, next: { cell: number, source } });
      const failure = await runCell(cell, number, kernel, options);
      if (failure) return failure;
      done++;
    }
    onProgress?.({ done, total });
    return undefined;
  } finally {
    signal?.removeEventListener("abort", interrupt);
    tidy(notebook);
  }
};
