import { describe, expect, it } from "vitest";
import { slider } from "../../../kernel/widgets/slider.js";
import { display } from "../../../kernel/widgets/view.js";
import { frontEnd } from "./front-end.js";

const beta = () => slider("β", { min: 0.2, max: 5, step: 0.1, value: 1.3 });

describe("a slider", () => {
  it("opens a layout, a style and a model that refers to them", () => {
    const front = frontEnd();
    const { modelId } = beta();
    const opened = front.of("comm_open");
    expect(opened.map(({ content }) => content.data.state._model_name)).toEqual([
      "LayoutModel",
      "SliderStyleModel",
      "FloatSliderModel",
    ]);
    for (const { content, metadata } of opened) {
      expect(content.target_name).toBe("jupyter.widget");
      expect(metadata).toEqual({ version: "2.1.0" });
      expect(content.data.buffer_paths).toEqual([]);
    }
    const { id, state } = front.model("FloatSliderModel");
    expect(id).toBe(modelId);
    expect(state.layout).toBe(`IPY_MODEL_${opened[0]!.content.comm_id}`);
    expect(state.style).toBe(`IPY_MODEL_${opened[1]!.content.comm_id}`);
    expect(state).toMatchObject({ min: 0.2, max: 5, step: 0.1, value: 1.3, description: "β", readout_format: ".1f" });
  });

  it("shows itself as a view and as a line of text", () => {
    frontEnd();
    const control = beta();
    expect(control[display]()).toEqual({
      "application/vnd.jupyter.widget-view+json": { version_major: 2, version_minor: 0, model_id: control.modelId },
      "text/plain": "β = 1.3 (0.2 … 5, step 0.1)",
    });
  });

  it("moves in integers when all its numbers are", () => {
    const front = frontEnd();
    const control = slider("N", { min: 2, max: 40, value: 12 });
    expect(control.step).toBe(1);
    expect(front.model("IntSliderModel").state).toMatchObject({ step: 1, value: 12, readout_format: "d" });
    expect(() => (control.value = 2.5)).toThrow("an integer from 2 to 40");
  });

  it("begins in the middle with a step of about a hundredth", () => {
    frontEnd();
    const control = slider("T", { min: 0.5, max: 2.5 });
    expect([control.value, control.step]).toEqual([1.5, 0.02]);
    expect(slider("q", { min: -0.3, max: 0.4, step: 0.05 }).value).toBe(0.05);
    expect(slider("tiny", { min: 0, max: 3e-7, step: 2e-9 }).value).toBe(1.5e-7);
  });

  it("hears a front end, and echoes under the same message", async () => {
    const front = frontEnd();
    const control = beta();
    await front.send(control.modelId, { method: "update", state: { value: 2.4, unknown: 3 }, buffer_paths: [] });
    expect(control.value).toBe(2.4);
    expect(2 * (control as unknown as number)).toBe(4.8);
    expect(`${control}`).toBe("2.4");
    expect(front.of("comm_msg")).toMatchObject([
      { cell: "comm", content: { data: { method: "echo_update", state: { value: 2.4 }, buffer_paths: [] } } },
    ]);
    expect(front.of("comm_msg")[0]!.content.data.state).toEqual({ value: 2.4 });
  });

  it("moves the front end from code, once per change", () => {
    const front = frontEnd();
    const control = beta();
    const heard: number[] = [];
    control.onChange((value) => heard.push(value));
    control.value = 3;
    control.value = 3;
    expect(front.of("comm_msg").map(({ content }) => content.data)).toEqual([
      { method: "update", state: { value: 3 }, buffer_paths: [] },
    ]);
    expect(heard).toEqual([3]);
  });

  it.each([Number.NaN, 5.1, 0.19, Number.POSITIVE_INFINITY, "2" as unknown as number])("refuses %s", (value) => {
    const front = frontEnd();
    const control = beta();
    expect(() => (control.value = value)).toThrow(
      expect.objectContaining({ name: "NotebookError", message: expect.stringContaining(`${value}`) }),
    );
    expect(() => (control.value = value)).toThrow("from 0.2 to 5");
    expect(control.value).toBe(1.3);
    expect(front.of("comm_msg")).toEqual([]);
  });

  it("says what is wrong with a range, a step or a first value, and opens nothing", () => {
    const front = frontEnd();
    expect(() => slider("β", { min: 5, max: 0.2 })).toThrow("range 5 … 0.2");
    expect(() => slider("β", { min: Number.NaN, max: 2 })).toThrow("range NaN … 2");
    expect(() => slider("β", { min: 0.2, max: 5, step: 0 })).toThrow("step 0");
    expect(() => slider("β", { min: 0.2, max: 5, step: 7 })).toThrow("at most max − min");
    expect(() => slider("β", { min: 0.2, max: 5, value: 6 })).toThrow("cannot take the value 6");
    expect(front.published).toEqual([]);
  });

  it("brings what a front end sends into the range and says so, and ignores what is no number", async () => {
    const front = frontEnd();
    const control = beta();
    await front.send(control.modelId, { method: "update", state: { value: 9 } });
    expect(control.value).toBe(5);
    expect(front.of("comm_msg").map(({ content }) => [content.data.method, content.data.state])).toEqual([
      ["echo_update", { value: 9 }],
      ["update", { value: 5 }],
    ]);
    await front.send(control.modelId, { method: "update", state: { value: "3" } });
    await front.send(control.modelId, { method: "update", state: null });
    await front.send(control.modelId, { method: "update", state: [1], buffer_paths: [["0"], [], 7] });
    await front.send(control.modelId, {});
    expect(control.value).toBe(5);
  });

  it("takes the places of its scale as they are written, and others as they come", async () => {
    const front = frontEnd();
    const control = slider("x", { min: -0.25, max: 0.75, step: 0.1, value: 0.05 });
    const heard: number[] = [];
    control.onChange((value) => heard.push(value));
    for (const value of [0.05000000000000002, 0.15000000000000002, 0.1234, 0.75]) {
      await front.send(control.modelId, { method: "update", state: { value } });
    }
    expect(heard).toEqual([0.15, 0.1234, 0.75]);
    expect(front.of("comm_msg").map(({ content }) => content.data.method)).toEqual(Array(4).fill("echo_update"));
  });

  it("has no negative zero", async () => {
    const front = frontEnd();
    const control = slider("x", { min: -0.9, max: 0.9, step: 0.3, value: 0.3 });
    await front.send(control.modelId, { method: "update", state: { value: -1e-17 } });
    expect(control.value).toBe(0);
  });

  it("gives its whole state when asked", async () => {
    const front = frontEnd();
    const control = beta();
    control.value = 2;
    await front.send(control.modelId, { method: "request_state" });
    const { data } = front.of("comm_msg").at(-1)!.content;
    expect(data.method).toBe("update");
    expect(data.state).toEqual({ ...front.model("FloatSliderModel").state, value: 2 });
  });

  it("is forgotten once closed", async () => {
    const front = frontEnd();
    const control = beta();
    control.close();
    expect(
      front
        .of("comm_close")
        .map(({ content }) => content.comm_id)
        .sort(),
    ).toEqual(
      front
        .of("comm_open")
        .map(({ content }) => content.comm_id)
        .sort(),
    );
    await front.send(control.modelId, { method: "update", state: { value: 2.4 } });
    expect(control.value).toBe(1.3);
  });
});
