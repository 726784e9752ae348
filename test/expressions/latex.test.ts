import { describe, expect, test } from "vitest";
import { differentiate } from "../../src/expressions/differentiate.js";
import { parse } from "../../src/expressions/parse.js";
import { symbolTex } from "../../src/expressions/symbols.js";
import { tex } from "../../src/expressions/tex.js";
import { tidyTex } from "../../src/expressions/tidy.js";

describe("LaTeX", () => {
  test.each([
    ["h*(x^2-1)^2 + tilt*x", "h \\left(x^{2} - 1\\right)^{2} + \\mathrm{tilt}\\, x"],
    ["k*x^2/2", "\\frac{k x^{2}}{2}"],
    ["a - (b - c)*x", "a - x \\left(b - c\\right)"],
    ["a - (b - c)", "a - \\left(b - c\\right)"],
    ["sin(x)^2", "\\sin^{2}\\left(x\\right)"],
    ["-x^2", "-x^{2}"],
    ["(-x)^2", "\\left(-x\\right)^{2}"],
    ["3*2^x", "3 \\cdot 2^{x}"],
    ["epsilon*(sigma/r)^12", "\\epsilon \\left(\\frac{\\sigma}{r}\\right)^{12}"],
    ["abs(x) + sqrt(x)", "\\left|x\\right| + \\sqrt{x}"],
    ["1e-9*x", "1\\times 10^{-9} x"],
    ["x > 0", "x > 0"],
    ["not (x > 0) and r", "\\lnot \\left(x > 0\\right) \\land r"],
  ])("%s", (text, shown) => {
    expect(tex(parse(text), ["x", "r"])).toBe(shown);
  });

  test("derivatives come in the form one would write", () => {
    const V = parse("h*(x^2-1)^2 + tilt*x");
    const slope = differentiate(V, "x");
    expect(tidyTex(slope, ["x"])).toBe("4 h x^{3} - 4 h x + \\mathrm{tilt}");
    expect(tidyTex(differentiate(slope, "x"), ["x"])).toBe("12 h x^{2} - 4 h");
    expect(tidyTex(differentiate(parse("abs(x)^3"), "x"), ["x"])).toBe(
      "3 \\left|x\\right|^{2}\\, \\operatorname{sgn}\\left(x\\right)",
    );
    expect(tidyTex(differentiate(parse("sin(x)^2/3"), "x"), ["x"])).toContain("\\tfrac{2}{3}");
  });

  test.each([
    ["gamma", "\\gamma"],
    ["x_1", "x_{1}"],
    ["omega_b", "\\omega_{b}"],
    ["x2", "x_{2}"],
    ["tilt", "\\mathrm{tilt}"],
    ["k", "k"],
  ])("name %s", (name, shown) => {
    expect(symbolTex(name)).toBe(shown);
  });
});
