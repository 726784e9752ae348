/** Handlers of a widget's changes: called in order, one round at a time, in the context of the cell that added them. */

import { interruptions } from "../progress/interrupted.js";
import { boundToCell } from "./context.js";
import { quiet } from "./quiet.js";

export type Handler<T> = (value: T) => unknown;

export interface Changes<T> {
  /** Adds a handler; the function returned takes it away again. */
  listen(handler: Handler<T>): () => void;
  /** Calls the handlers, awaiting those that are asynchronous; a value that comes while a round runs has to wait for it. */
  emit(value: T): void;
}

/** The part of a stack that is the user's: below the first frame of this folder only the kernel is left. */
const own = (stack: string): string => {
  const lines = stack.split("\n");
  const end = lines.findIndex((line) => /[\\/]kernel[\\/](widgets|progress)[\\/]/.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).join("\n");
};

const complain = (source: string, error: unknown): void =>
  console.error(`A handler of ${source} failed.`, error instanceof Error ? own(error.stack ?? String(error)) : error);

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === "function";

/** A handler that stays in its cell's context, and whose errors are written there. */
const guarded = <T>(source: string, handler: Handler<T>): Handler<T> =>
  boundToCell((value: T): unknown => {
    try {
      const result = handler(value);
      return isPromise(result) ? result.then(undefined, (error) => complain(source, error)) : undefined;
    } catch (error) {
      complain(source, error);
      return undefined;
    }
  });

/** Calls the handlers in order; a promise for the rest, once one of them is asynchronous. */
const inTurn = <T>(handlers: readonly Handler<T>[], value: T): Promise<unknown> | undefined => {
  for (const [i, handler] of handlers.entries()) {
    const result = handler(value);
    if (isPromise(result)) return result.then(() => inTurn(handlers.slice(i + 1), value));
  }
  return undefined;
};

/**
 * The handlers of `source`. While a round runs, only the latest value waits for the next one (a dragged slider does not queue
 * hundreds of computations), unless `every` value counts, as with clicks. An interrupt ends the rounds that it finds.
 */
export const changes = <T>(source: string, { every = false } = {}): Changes<T> => {
  const handlers = new Set<Handler<T>>();
  let waiting: T[] = [];
  let round: { readonly since: number } | undefined;
  const emit = (value: T): void => {
    if (round?.since === interruptions()) {
      waiting = every ? [...waiting, value] : [value];
      return;
    }
    if (round) waiting = [];
    const mine = { since: interruptions() };
    round = mine;
    const finish = (): void => {
      if (round !== mine) return;
      round = undefined;
      if (waiting.length > 0) emit(waiting.shift() as T);
    };
    const rest = inTurn([...handlers], value);
    if (rest) void rest.then(finish);
    else finish();
  };
  return {
    listen(handler) {
      const kept = guarded(source, handler);
      handlers.add(kept);
      return quiet(() => void handlers.delete(kept));
    },
    emit,
  };
};
