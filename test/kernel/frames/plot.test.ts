import { describe, expect, it } from "vitest";
import { ours, published } from "./danfojs.js";

describe("plots of frames", () => {
  it("fail in danfojs itself without a way out", () => {
    expect(() => new published.DataFrame({ x: [1, 2] }).plot("div")).toThrow("Not supported in NodeJS");
  });

  it.each([
    ["a frame", () => new ours.DataFrame({ x: [1, 2] })],
    ["a series", () => new ours.Series([1, 2])],
    ["a derived frame", () => new ours.DataFrame({ x: [1, 2], y: [2, 3] }).head(1)],
    ["a column", () => new ours.DataFrame({ x: [1, 2] }).x],
  ])("of %s say where figures are", (_, frame) => {
    expect(() => frame().plot("div").line()).toThrow(
      expect.objectContaining({ name: "FrameError", fault: "plot", message: expect.stringMatching(/figures.*Plotly/) }),
    );
    expect(() => frame().plot()).toThrow(ours.FrameError);
  });
});
