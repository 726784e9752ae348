import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { hbox, vbox } from "../../../kernel/widgets/box.js";
import { button } from "../../../kernel/widgets/button.js";
import { checkbox } from "../../../kernel/widgets/checkbox.js";
import { dropdown } from "../../../kernel/widgets/dropdown.js";
import { text } from "../../../kernel/widgets/text.js";
import { display } from "../../../kernel/widgets/view.js";
import { frontEnd } from "./front-end.js";

describe("a menu", () => {
  it("of a list has its values, typed", async () => {
    const front = frontEnd();
    const word = dropdown("word", ["BAOAB", "ABOBA"]);
    expectTypeOf(word.value).toEqualTypeOf<"BAOAB" | "ABOBA">();
    expect(front.model("DropdownModel").state).toMatchObject({ _options_labels: ["BAOAB", "ABOBA"], index: 0 });
    await front.send(word.modelId, { method: "update", state: { index: 1 } });
    expect(word.value).toBe("ABOBA");
    expect(word.options).toEqual(["BAOAB", "ABOBA"]);
    expect(word[display]()["text/plain"]).toBe("word = ABOBA (BAOAB, ABOBA)");
  });

  it("of an object has values of any kind", () => {
    const front = frontEnd();
    const [soft, stiff] = [{ h: 2 }, { h: 9 }];
    const well = dropdown("well", { soft, stiff }, { value: stiff });
    expect(well.value).toBe(stiff);
    well.value = soft;
    expect(front.of("comm_msg").at(-1)!.content.data.state).toEqual({ index: 0 });
  });

  it("stays where it is when a front end sends an index that it has not", async () => {
    const front = frontEnd();
    const word = dropdown("word", ["BAOAB", "ABOBA"], { value: "ABOBA" });
    for (const index of [2, -1, 0.5, "length", null]) {
      await front.send(word.modelId, { method: "update", state: { index } });
      expect(word.value).toBe("ABOBA");
      expect(front.of("comm_msg").at(-1)!.content.data).toMatchObject({ method: "update", state: { index: 1 } });
    }
  });

  it("refuses other values and empty lists", () => {
    frontEnd();
    const word = dropdown<string>("word", ["BAOAB", "ABOBA"]);
    expect(() => (word.value = "OBABO")).toThrow("Expected one of BAOAB, ABOBA");
    expect(() => dropdown("word", [])).toThrow("no alternatives");
  });
});

describe("a button", () => {
  it("calls its handlers at each click, also at those that come while one is running", async () => {
    const front = frontEnd();
    const run = button("Run", { style: "primary", icon: "play" });
    expect(front.model("ButtonModel").state).toMatchObject({
      description: "Run",
      button_style: "primary",
      icon: "play",
    });
    expect(run[display]()["text/plain"]).toBe("[Run]");
    let clicks = 0;
    const stop = run.onClick(async () => {
      await Promise.resolve();
      clicks += 1;
    });
    for (let i = 0; i < 3; i++) await front.send(run.modelId, { method: "custom", content: { event: "click" } });
    await vi.waitFor(() => expect(clicks).toBe(3));
    await front.send(run.modelId, { method: "custom", content: { event: "hover" } });
    await front.send(run.modelId, { method: "custom" });
    run.click();
    await vi.waitFor(() => expect(clicks).toBe(4));
    stop();
    run.click();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clicks).toBe(4);
  });
});

describe("a box to tick and a field", () => {
  it("have their values", async () => {
    const front = frontEnd();
    const noise = checkbox("noise", { value: true });
    const well = text("V(x)", { value: "h*(x^2 - 1)^2" });
    expect(noise[display]()["text/plain"]).toBe("noise = ☑");
    expect(well[display]()["text/plain"]).toBe('V(x) = "h*(x^2 - 1)^2"');
    await front.send(noise.modelId, { method: "update", state: { value: false } });
    await front.send(well.modelId, { method: "update", state: { value: "x^4" } });
    expect([noise.value, well.value]).toEqual([false, "x^4"]);
    expect(() => (noise.value = 1 as unknown as boolean)).toThrow("true or false");
    expect(() => (well.value = 1 as unknown as string)).toThrow("Expected a string");
  });
});

describe("a box", () => {
  it("refers to what is in it", () => {
    const front = frontEnd();
    const [noise, run] = [checkbox("noise"), button("Run")];
    const row = hbox(noise, run);
    expect(front.model("HBoxModel").state.children).toEqual([`IPY_MODEL_${noise.modelId}`, `IPY_MODEL_${run.modelId}`]);
    expect(vbox(row, run)[display]()["text/plain"]).toBe("noise = ☐   [Run]\n[Run]");
  });
});
