import { describe, expect, it } from "vitest";
import { numberTex } from "../../../kernel/display/number-tex.js";
import { numberText } from "../../../kernel/display/number-text.js";

describe("numberText", () => {
  it.each([
    [1 / 3, "0.333333"],
    [1.5, "1.5"],
    [-2 / 3e9, "-6.66667e-10"],
    [6.02214076e23, "6.02214e+23"],
    [123456789, "123456789"],
    [-0, "-0"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [7n, "7n"],
  ])("%d", (value, text) => expect(numberText(value)).toBe(text));
});

describe("numberTex", () => {
  it.each([
    [0.25, "0.25"],
    [6.02214076e23, "6.02214\\cdot 10^{23}"],
    [-1e-9, "-1\\cdot 10^{-9}"],
    [Number.NEGATIVE_INFINITY, "-\\infty"],
    [Number.NaN, "\\mathrm{NaN}"],
  ])("%d", (value, tex) => expect(numberTex(value)).toBe(tex));
});
