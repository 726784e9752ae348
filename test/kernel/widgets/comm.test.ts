import { describe, expect, it } from "vitest";
import { openComm, registerTarget } from "../../../kernel/widgets/comm.js";
import { createModel } from "../../../kernel/widgets/model.js";
import { slider } from "../../../kernel/widgets/slider.js";
import { frontEnd } from "./front-end.js";

describe("a comm", () => {
  it("opened here sends and hears, until it is closed", async () => {
    const front = frontEnd();
    const comm = openComm("atoms", { count: 13 }, { metadata: { version: "3" } });
    const heard: unknown[] = [];
    comm.onMessage(({ data }) => heard.push(data));
    comm.send({ energy: -44.3 });
    await front.send(comm.id, { rotate: 0.2 });
    comm.close({ reason: "done" });
    comm.close();
    await front.send(comm.id, { rotate: 0.3 });
    expect(heard).toEqual([{ rotate: 0.2 }]);
    expect(front.published.map(({ type, content }) => [type, content])).toEqual([
      ["comm_open", { comm_id: comm.id, target_name: "atoms", data: { count: 13 } }],
      ["comm_msg", { comm_id: comm.id, data: { energy: -44.3 } }],
      ["comm_close", { comm_id: comm.id, data: { reason: "done" } }],
    ]);
  });

  it("opened by a front end goes to the handler of its target", async () => {
    const front = frontEnd();
    const story: string[] = [];
    registerTarget("viewer", (comm, { data }) => {
      story.push(`open ${comm.id} ${JSON.stringify(data)}`);
      comm.onMessage((message) => story.push(`message ${JSON.stringify(message.data)}`));
      comm.onClose(() => story.push("close"));
      comm.send({ ready: true });
    });
    await front.deliver({ type: "comm_open", comm_id: "v7", target_name: "viewer", data: { zoom: 3 } });
    await front.send("v7", { zoom: 4 });
    await front.deliver({ type: "comm_close", comm_id: "v7" });
    await front.send("v7", { zoom: 5 });
    expect(story).toEqual(['open v7 {"zoom":3}', 'message {"zoom":4}', "close"]);
    expect(front.of("comm_msg").map(({ content }) => content)).toEqual([{ comm_id: "v7", data: { ready: true } }]);
  });

  it("of an unknown target is closed, and what comes from an unknown one ignored", async () => {
    const front = frontEnd();
    openComm("atoms");
    await front.deliver({ type: "comm_open", comm_id: "x", target_name: "nowhere" });
    await front.deliver({ type: "comm_open", comm_id: "y" });
    await front.send("x", { method: "update" });
    await front.deliver({ type: "comm_close", comm_id: "x" });
    expect(front.published.slice(1).map(({ type, content }) => [type, content])).toEqual([
      ["comm_close", { comm_id: "x", data: {} }],
      ["comm_close", { comm_id: "y", data: {} }],
    ]);
  });
});

describe("the control channel", () => {
  it("gives the states of all living widgets", async () => {
    const front = frontEnd();
    const beta = slider("β", { min: 0.2, max: 5, value: 1.3 });
    const curve = createModel({
      _model_name: "CurveModel",
      _model_module: "curve",
      _model_module_version: "4",
      y: new Float32Array([3, 5]),
    });
    const gone = slider("γ", { min: 0.2, max: 5 });
    gone.close();
    beta.value = 2.5;
    await front.deliver({
      type: "comm_open",
      comm_id: "c",
      target_name: "jupyter.widget.control",
      metadata: { version: "1.0.0" },
    });
    await front.send("c", { method: "no such thing" });
    await front.send("c", { method: "request_states" });
    const answers = front.of("comm_msg").filter(({ content }) => content.comm_id === "c");
    expect(answers).toHaveLength(1);
    const { data } = answers[0]!.content;
    const states = data.states as Record<string, { state: Record<string, unknown> }>;
    expect(data.method).toBe("update_states");
    expect(states[beta.modelId]).toMatchObject({
      model_name: "FloatSliderModel",
      model_module: "@jupyter-widgets/controls",
      model_module_version: "2.0.0",
      state: { value: 2.5, description: "β" },
    });
    expect(states[curve.id]!.state).not.toHaveProperty("y");
    expect(states).not.toHaveProperty(gone.modelId);
    expect(data.buffer_paths).toEqual([[curve.id, "state", "y"]]);
    expect(answers[0]!.buffers).toEqual([new Float32Array([3, 5])]);
  });
});
