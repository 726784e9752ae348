/** Keeps the state of ipywidgets while a notebook runs, so that the stored notebook shows them without a kernel. */

import { createHash } from "node:crypto";
import type { Listener } from "../client/session.js";
import type { Message } from "../wire/message.js";
import type { Cell, Notebook, Output } from "./format.js";

const stateMime = "application/vnd.jupyter.widget-state+json";
const viewMime = "application/vnd.jupyter.widget-view+json";

type Path = readonly (string | number)[];

interface Model {
  state: Record<string, unknown>;
  buffers: Map<string, { path: Path; data: string; encoding: "base64" }>;
}

interface WidgetRecorder {
  readonly hear: Listener;
  /** The notebook with the state of all widgets in its metadata. */
  stored(notebook: Notebook): Notebook;
}

const keepBuffers = (model: Model, paths: readonly Path[], buffers: Message["buffers"]): void => {
  for (const [i, path] of paths.entries()) {
    const data = Buffer.from(buffers[i] ?? []).toString("base64");
    model.buffers.set(JSON.stringify(path), { path, data, encoding: "base64" });
  }
};

interface CommData {
  readonly method?: string;
  readonly state?: Record<string, unknown>;
  readonly buffer_paths?: readonly Path[];
}

const take = (models: Map<string, Model>, { header, content, buffers }: Message): void => {
  const id = String(content.comm_id);
  const { state = {}, buffer_paths = [], method } = (content.data ?? {}) as CommData;
  if (header.msg_type === "comm_open" && content.target_name === "jupyter.widget") {
    models.set(id, { state: {}, buffers: new Map() });
  } else if (header.msg_type !== "comm_msg" || method !== "update") return;
  const model = models.get(id);
  if (!model) return;
  Object.assign(model.state, state);
  keepBuffers(model, buffer_paths, buffers);
};

const saved = ({ state, buffers }: Model) => ({
  model_name: state._model_name,
  model_module: state._model_module,
  model_module_version: state._model_module_version,
  state,
  ...(buffers.size > 0 && { buffers: [...buffers.values()] }),
});

/** Model ids are random; in a file they count up instead, so that each run writes the same. */
const namesFor = (notebook: Notebook, ids: readonly string[]): Map<string, string> => {
  const seed = notebook.cells.map(({ id }) => id).join();
  return new Map(ids.map((id, i) => [id, createHash("sha256").update(`${seed}:${i}`).digest("hex").slice(0, 32)]));
};

const reference = "IPY_MODEL_";

/** The value with new names where it refers to a model: in `model_id` of a view, and as `IPY_MODEL_…`. */
const renamed = (value: unknown, names: ReadonlyMap<string, string>, key = ""): unknown => {
  if (typeof value === "string") {
    if (key === "model_id") return names.get(value) ?? value;
    const name = value.startsWith(reference) ? names.get(value.slice(reference.length)) : undefined;
    return name === undefined ? value : `${reference}${name}`;
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, renamed(item, names, name)]));
};

const withViews = (cell: Cell, names: ReadonlyMap<string, string>): Cell => {
  if (cell.cell_type !== "code") return cell;
  const isView = (output: Output) => "data" in output && viewMime in output.data;
  return { ...cell, outputs: cell.outputs.map((o) => (isView(o) ? (renamed(o, names) as Output) : o)) };
};

/** A recorder for one session of a kernel. */
export const widgetRecorder = (): WidgetRecorder => {
  const models = new Map<string, Model>();
  return {
    hear(channel, message) {
      if (channel === "iopub" && message.header.msg_type.startsWith("comm_")) take(models, message);
    },
    stored(notebook) {
      const known = [...models].filter(([, { state }]) => "_model_name" in state);
      if (known.length === 0) return notebook;
      const names = namesFor(
        notebook,
        known.map(([id]) => id),
      );
      const state = Object.fromEntries(known.map(([id, model]) => [names.get(id), renamed(saved(model), names)]));
      const widgets = { [stateMime]: { version_major: 2, version_minor: 0, state } };
      const cells = notebook.cells.map((cell) => withViews(cell, names));
      return { ...notebook, cells, metadata: { ...notebook.metadata, widgets } };
    },
  };
};
