import { describe, expect, it, vi } from "vitest";
import { markInterrupted } from "../../../kernel/progress/interrupted.js";
import { slider } from "../../../kernel/widgets/slider.js";
import { frontEnd } from "./front-end.js";

const beta = () => slider("β", { min: 0.2, max: 5, step: 0.1, value: 1.3 });

describe("the handlers of a slider", () => {
  const drag = async (front: ReturnType<typeof frontEnd>, id: string, values: readonly number[]) => {
    for (const value of values) await front.send(id, { method: "update", state: { value } });
  };

  it("are called in order, under the cell that added them, until taken away", async () => {
    const front = frontEnd();
    const control = front.cell("first", beta);
    const calls: string[] = [];
    const { host } = await import("../../../kernel/runtime/host.js");
    const stop = front.cell("second", () =>
      control.onChange((value) => {
        calls.push(`a ${value}`);
        host().publish("stream", { name: "stdout", text: "a" });
      }),
    );
    front.cell("third", () => control.onChange((value) => calls.push(`b ${value}`)));
    await drag(front, control.modelId, [2]);
    stop();
    await drag(front, control.modelId, [3]);
    expect(calls).toEqual(["a 2", "b 2", "b 3"]);
    expect(front.of("stream").map(({ cell }) => cell)).toEqual(["second"]);
  });

  it("of which one is asynchronous get the latest value only, after it has finished", async () => {
    const front = frontEnd();
    const control = beta();
    const begun: number[] = [];
    const after: number[] = [];
    const waits: (() => void)[] = [];
    control.onChange((value) => {
      begun.push(value);
      return new Promise<void>((resolve) => waits.push(resolve));
    });
    control.onChange((value) => after.push(value));
    await drag(front, control.modelId, [1.4, 1.5, 1.6, 1.7]);
    expect([begun, after]).toEqual([[1.4], []]);
    waits.shift()!();
    await vi.waitFor(() => expect(begun).toEqual([1.4, 1.7]));
    waits.shift()!();
    await vi.waitFor(() => expect(after).toEqual([1.4, 1.7]));
    expect(control.value).toBe(1.7);
  });

  it("may fail without stopping the others, and are told of under their cell", async () => {
    const front = frontEnd();
    const control = beta();
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    const heard: number[] = [];
    control.onChange(() => {
      throw new RangeError("no such temperature");
    });
    control.onChange(async () => {
      throw new RangeError("nor this one");
    });
    control.onChange((value) => heard.push(value));
    await drag(front, control.modelId, [2]);
    await vi.waitFor(() => expect(heard).toEqual([2]));
    expect(told.mock.calls.map(([what]) => what)).toEqual(["A handler of “β” failed.", "A handler of “β” failed."]);
    expect(told.mock.calls[0]![1]).toContain("RangeError: no such temperature");
    expect(told.mock.calls[1]![1]).toContain("RangeError: nor this one");
    told.mockRestore();
  });

  it("that an interrupt has stopped do not hold up later ones", async () => {
    const front = frontEnd();
    const control = beta();
    const heard: number[] = [];
    control.onChange((value) => {
      heard.push(value);
      return new Promise(() => {});
    });
    await drag(front, control.modelId, [2, 2.5]);
    expect(heard).toEqual([2]);
    markInterrupted();
    await drag(front, control.modelId, [3]);
    expect(heard).toEqual([2, 3]);
  });

  it("may move the slider themselves", () => {
    frontEnd();
    const control = beta();
    const heard: number[] = [];
    control.onChange((value) => {
      heard.push(value);
      if (value > 2) control.value = 2;
    });
    control.value = 4;
    expect(heard).toEqual([4, 2]);
    expect(control.value).toBe(2);
  });
});
