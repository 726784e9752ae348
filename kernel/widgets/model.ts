/** The state of a widget, kept equal here and in every front end (ipywidgets protocol 2.1.0). */

import type { CommMessage } from "../runtime/host.js";
import { separate } from "./buffers.js";
import { type Comm, openComm } from "./comm.js";
import { answerControl } from "./control.js";
import { models } from "./live-models.js";
import { rejoin } from "./rejoin.js";

export type State = Record<string, unknown>;

export interface Model {
  readonly id: string;
  get(key: string): unknown;
  /** Changes values here and in the front ends. */
  set(changes: State): void;
  /** A message to the views of the model that changes no state. */
  send(content: State, buffers?: readonly ArrayBufferView[]): void;
  close(): void;
}

export interface ModelOptions {
  /** What to make of values sent by a front end: those returned are kept, and sent back where they differ. */
  readonly accept?: (changes: State) => State;
  /** Called with what a front end has changed. */
  readonly changed?: (changes: State) => void;
  /** Called with a message of a view, such as a click. */
  readonly message?: (content: State, buffers: readonly Uint8Array[]) => void;
}

const isObject = (value: unknown): value is State =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const post = (comm: Comm, method: "update" | "echo_update", changes: State): void => {
  const { state, paths, buffers } = separate(changes);
  comm.send({ method, state, buffer_paths: paths }, { buffers });
};

/** The values of a message that the model has, with their buffers. */
const known = (message: CommMessage, state: State): State => {
  if (!isObject(message.data.state)) return {};
  rejoin(message.data.state, message.data.buffer_paths, message.buffers, state);
  return Object.fromEntries(Object.entries(message.data.state).filter(([key]) => Object.hasOwn(state, key)));
};

/**
 * Opens a model with its whole state, `_model_name` and the like included.
 * @throws Error outside a notebook kernel.
 */
export const createModel = (initial: State, options: ModelOptions = {}): Model => {
  const { accept = (changes) => changes, changed, message: heard } = options;
  const state = { ...initial };
  const opening = separate(state);
  answerControl();
  const comm = openComm(
    "jupyter.widget",
    { state: opening.state, buffer_paths: opening.paths },
    { metadata: { version: "2.1.0" }, buffers: opening.buffers },
  );
  const update = (message: CommMessage): void => {
    const wished = known(message, state);
    const kept = accept(wished);
    if (Object.keys(wished).length > 0) post(comm, "echo_update", wished);
    Object.assign(state, kept);
    const corrected = Object.entries(kept).filter(([key, value]) => !Object.is(value, wished[key]));
    if (corrected.length > 0) post(comm, "update", Object.fromEntries(corrected));
    changed?.(kept);
  };
  comm.onMessage((message) => {
    const { method, content } = message.data;
    if (method === "update") update(message);
    else if (method === "request_state") post(comm, "update", state);
    else if (method === "custom" && isObject(content)) heard?.(content, message.buffers);
  });
  comm.onClose(() => models.delete(comm.id));
  models.set(comm.id, state);
  return {
    id: comm.id,
    get: (key) => state[key],
    set(changes) {
      Object.assign(state, changes);
      post(comm, "update", changes);
    },
    send: (content, buffers = []) => comm.send({ method: "custom", content }, { buffers }),
    close() {
      models.delete(comm.id);
      comm.close();
    },
  };
};
