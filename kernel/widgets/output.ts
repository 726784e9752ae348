/** A place for outputs that can be put anywhere among widgets and filled again and again. */

import { setTimeout } from "node:timers";
import { captured, type Sink } from "./capture.js";
import { bare } from "./kinds.js";
import { createModel } from "./model.js";
import { outputList } from "./output-list.js";
import { display, viewOf, type Widget } from "./view.js";

export interface OutputWidget extends Widget {
  /** Runs `work` with everything it shows and prints going here, also after an `await`; its value and errors are passed on. */
  run<T>(work: () => T): T;
  /** Removes what is shown here; with `wait`, when the next output comes. */
  clear(options?: { readonly wait?: boolean }): void;
}

/** The front ends get the whole list at each change, hence at most once in this many ms. */
const pause = 50;

/** Calls `send` at once, and then at most once in a pause, also from a loop that never yields. */
const paced = (send: () => void): (() => void) => {
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    send();
  };
  return () => {
    if (performance.now() - last >= pause) now();
    else timer ??= setTimeout(now, pause).unref();
  };
};

const summary = (count: number): string => `output (${count === 1 ? "1 output" : `${count} outputs`})`;

/** An empty place for outputs. */
export const output = (): OutputWidget => {
  const parts = bare("Output");
  const model = createModel({ ...parts.state, msg_id: "", outputs: [] });
  const list = outputList();
  const send = paced(() => model.set({ outputs: [...list.outputs] }));
  const sink: Sink = {
    shows: list.shows,
    take(type, content) {
      const mine = list.take(type, content);
      if (mine) send();
      return mine;
    },
  };
  return {
    modelId: model.id,
    run: (work) => captured(sink, work),
    clear: ({ wait = false } = {}) => void sink.take("clear_output", { wait }),
    close() {
      model.close();
      parts.close();
    },
    [display]: () => viewOf(model.id, summary(list.outputs.length)),
  };
};
