/** Turns the messages that a kernel publishes about a cell into the outputs of that cell, as the notebook format has them. */

import type { DisplayData, ExecuteResult, MimeData, Output } from "../notebook/format.js";

type Content = Record<string, unknown>;
type Rich = DisplayData | ExecuteResult;

export interface OutputArea {
  readonly outputs: Output[];
  /** Takes a message of type `stream`, `display_data`, `execute_result`, `error` or `clear_output`; others are ignored. */
  take(type: string, content: Content): void;
}

/** Displays by their display id, over all cells of a session. */
export interface Displays {
  show(content: Content, output: Rich): void;
  update(content: Content): void;
}

const displayId = (content: Content): string | undefined =>
  (content.transient as { display_id?: string } | undefined)?.display_id;

const record = (value: unknown): MimeData => (value ?? {}) as MimeData;

const text = (content: Content): Output => ({
  output_type: "stream",
  name: content.name === "stderr" ? "stderr" : "stdout",
  text: String(content.text ?? ""),
});

const failure = (content: Content): Output => ({
  output_type: "error",
  ename: String(content.ename ?? ""),
  evalue: String(content.evalue ?? ""),
  traceback: (content.traceback ?? []) as string[],
});

const shown = (content: Content): Rich => ({
  output_type: "display_data",
  data: record(content.data),
  metadata: record(content.metadata),
});

const result = (content: Content): Rich => ({
  output_type: "execute_result",
  execution_count: (content.execution_count ?? null) as number | null,
  data: record(content.data),
  metadata: record(content.metadata),
});

/** Text that follows text of the same stream continues it. */
const append = (outputs: Output[], output: Output): void => {
  const last = outputs.at(-1);
  if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
    last.text += output.text;
  } else {
    outputs.push(output);
  }
};

/** The displays of a session: what is updated by id changes wherever it was shown. */
export const displays = (): Displays => {
  const known = new Map<string, Rich[]>();
  return {
    show(content, output) {
      const id = displayId(content);
      if (id !== undefined) known.set(id, [...(known.get(id) ?? []), output]);
    },
    update(content) {
      for (const output of known.get(displayId(content) ?? "") ?? []) {
        output.data = record(content.data);
        output.metadata = record(content.metadata);
      }
    },
  };
};

/** An empty output area; `clear_output` with `wait` clears when the next output comes. */
export const outputArea = ({ show }: Displays, outputs: Output[] = []): OutputArea => {
  let clearFirst = false;
  const clear = () => {
    outputs.length = 0;
    clearFirst = false;
  };
  const add = (output: Output) => {
    if (clearFirst) clear();
    append(outputs, output);
  };
  const rich = (output: Rich, content: Content) => {
    add(output);
    show(content, output);
  };
  const kinds: Record<string, (content: Content) => void> = {
    stream: (content) => add(text(content)),
    error: (content) => add(failure(content)),
    display_data: (content) => rich(shown(content), content),
    execute_result: (content) => rich(result(content), content),
    clear_output: (content) => {
      if (content.wait === true) clearFirst = true;
      else clear();
    },
  };
  return { outputs, take: (type, content) => kinds[type]?.(content) };
};
