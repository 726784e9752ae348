import { expect, test } from "vitest";
import { widgetRecorder } from "../../../kernel/notebook/widgets.js";
import type { Message } from "../../../kernel/wire/message.js";
import { code, notebook } from "./notebooks.js";

const message = (type: string, content: Record<string, unknown>, buffers: Uint8Array[] = []): Message => ({
  identities: [],
  header: { msg_id: "m", session: "s", username: "u", date: "", msg_type: type, version: "5.4" },
  parent: {},
  metadata: {},
  content,
  buffers,
});

const open = (comm_id: string, state: object, extra: object = {}, buffers: Uint8Array[] = []) =>
  message("comm_open", { comm_id, target_name: "jupyter.widget", data: { state, ...extra } }, buffers);
const update = (comm_id: string, state: object, method = "update") =>
  message("comm_msg", { comm_id, data: { method, state } });
const model = (name: string, state: object = {}) => ({ _model_name: name, _model_module: "controls", ...state });

interface Stored {
  readonly model_name: string;
  readonly state: Record<string, unknown>;
  readonly buffers?: unknown;
}

const record = (messages: Message[], ids: string[]) => {
  const recorder = widgetRecorder();
  for (const each of messages) recorder.hear("iopub", each);
  const view = ids.map((model_id) => ({ "application/vnd.jupyter.widget-view+json": { model_id } }));
  const cell = code("x");
  cell.id = "fixed";
  cell.outputs = view.map((data) => ({ output_type: "display_data", data, metadata: {} }));
  const stored = recorder.stored(notebook(cell));
  const state = (stored.metadata.widgets as Record<string, { state: Record<string, Stored> }> | undefined)?.[
    "application/vnd.jupyter.widget-state+json"
  ].state;
  return { stored, state };
};

test("the state of a widget is its first one with all updates, other messages aside", () => {
  const { state } = record(
    [open("a", model("Slider", { value: 1, min: 0 })), update("a", { value: 2 }), update("a", { value: 9 }, "custom")],
    [],
  );
  expect(Object.values(state!)).toMatchObject([{ model_name: "Slider", state: { value: 2, min: 0 } }]);
});

test("ids are the same in each run, in views and references alike", () => {
  const run = (a: string, b: string) =>
    record([open(a, model("Layout")), open(b, model("Slider", { layout: `IPY_MODEL_${a}` }))], [b]);
  const one = run("11112222333344445555666677778888", "aaaabbbbccccddddeeeeffff00001111");
  const other = run("0a-b", "0c-d");
  expect(one.stored).toEqual(other.stored);
  const [layout, slider] = Object.keys(one.state!);
  expect(one.state![slider].state.layout).toBe(`IPY_MODEL_${layout}`);
  expect(JSON.stringify(one.stored.cells)).toContain(`"model_id":"${slider}"`);
});

test("typed arrays are kept as base64, the last one in each place", () => {
  const first = open("a", model("Plot"), { buffer_paths: [["x", 0]] }, [Uint8Array.of(1, 2)]);
  const again = message("comm_msg", { comm_id: "a", data: { method: "update", state: {}, buffer_paths: [["x", 0]] } }, [
    Uint8Array.of(3),
  ]);
  const { state } = record([first, again], []);
  expect(Object.values(state!)[0].buffers).toEqual([{ path: ["x", 0], data: "Aw==", encoding: "base64" }]);
});

test("comms that are no widgets leave no trace", () => {
  const foreign = message("comm_open", { comm_id: "a", target_name: "other", data: {} });
  const { stored, state } = record([foreign, update("a", { x: 1 })], []);
  expect(state).toBeUndefined();
  expect(stored.metadata).toEqual({});
});
