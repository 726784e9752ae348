/** Outputs as a notebook stores them, built from the messages that make them. */

import type { PublishedType } from "../runtime/host.js";

export type Output = Readonly<Record<string, unknown>>;

export interface OutputList {
  readonly outputs: readonly Output[];
  /** Takes in a message of an output; false for messages of another kind. */
  take(type: PublishedType, content: Record<string, unknown>): boolean;
  /** Whether something was shown here under the display id. */
  shows(id: unknown): boolean;
}

const displayId = (content: Record<string, unknown>): unknown =>
  (content.transient as { display_id?: unknown } | undefined)?.display_id;

const shown = ({ data, metadata = {} }: Record<string, unknown>): Output => ({
  output_type: "display_data",
  data,
  metadata,
});

/** Writes to one stream in a row are one output. */
const written = (outputs: readonly Output[], { name, text }: Record<string, unknown>): Output[] => {
  const last = outputs.at(-1);
  return last?.output_type === "stream" && last.name === name
    ? [...outputs.slice(0, -1), { ...last, text: `${last.text}${text}` }]
    : [...outputs, { output_type: "stream", name, text }];
};

/** An empty list of outputs. */
export const outputList = (): OutputList => {
  let outputs: Output[] = [];
  let ids: unknown[] = [];
  let clearing = false;
  const empty = (): void => {
    outputs = [];
    ids = [];
    clearing = false;
  };
  const add = (next: Output[], id?: unknown): void => {
    outputs = next;
    ids[next.length - 1] ??= id;
  };
  return {
    get outputs() {
      return outputs;
    },
    shows: (id) => id !== undefined && ids.includes(id),
    take(type, content) {
      const id = displayId(content);
      if (type === "update_display_data") {
        outputs = outputs.map((output, i) => (ids[i] === id && id !== undefined ? shown(content) : output));
        return true;
      }
      if (type === "clear_output" && content.wait === true) clearing = true;
      else if (type === "clear_output") empty();
      else if (type === "stream" || type === "display_data") {
        if (clearing) empty();
        if (type === "stream") add(written(outputs, content));
        else add([...outputs, shown(content)], id);
      } else return false;
      return true;
    },
  };
};
