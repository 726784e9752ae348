/** What comes of a cell that was executed. */

import type { Output } from "../notebook/format.js";

export interface ExecuteOptions {
  /** Seconds after which the cell is interrupted; none by default. */
  readonly timeout?: number | undefined;
  /** Shall cells that are queued behind a failing one be aborted? Default: yes. */
  readonly stopOnError?: boolean;
  readonly storeHistory?: boolean;
  readonly silent?: boolean;
  /** The list to fill with outputs: what came before a kernel died stays in it. */
  readonly outputs?: Output[];
  /** Answers `input()` of a cell; without it, cells are told that there is nobody to ask. */
  readonly onInput?: ((prompt: string, password: boolean) => Promise<string>) | undefined;
}

export interface CellError {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export interface Execution {
  readonly status: "ok" | "error" | "aborted" | "timeout";
  readonly count: number | null;
  /** The outputs so far; late ones, of timers or updates by display id, are added while the kernel lives. */
  readonly outputs: Output[];
  readonly error?: CellError;
}

/** The error in a reply whose status is `error`. */
export const errorOf = ({ ename, evalue, traceback }: Record<string, unknown>): CellError => ({
  ename: String(ename ?? "Error"),
  evalue: String(evalue ?? ""),
  traceback: Array.isArray(traceback) ? traceback.map(String) : [],
});
