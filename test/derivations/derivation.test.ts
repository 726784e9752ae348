import { describe, expect, it } from "vitest";
import { paper001 } from "../../src/derivations/index.js";

describe("an equation that the paper does not have", () => {
  it("is refused with the range of its numbers", () => {
    expect(() => paper001.equation(99)).toThrow(
      "Paper 001 has no equation (99). Expected a number from 1 to 58, or a display between them such as 0.a.",
    );
  });

  it("is refused with the displays of its number, where there are some", () => {
    expect(() => paper001.equation("7.z")).toThrow("Paper 001 has no equation (7.z). Expected one of 7, 7.a, 7.b.");
  });
});
