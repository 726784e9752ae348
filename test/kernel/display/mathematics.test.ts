import { all, create } from "mathjs";
import { describe, expect, it } from "vitest";
import { bundleOf } from "../../../kernel/display/bundle.js";

const math = create(all);
const dataOf = (value: unknown) => bundleOf(value)?.data ?? {};
const tex = (expression: string): unknown => dataOf(math.evaluate(expression))["text/latex"];

describe("expressions", () => {
  it("are LaTeX beside text", () => {
    expect(dataOf(math.derivative("h*(x^2 - 1)^2", "x"))).toEqual({
      "text/latex": "$$4\\cdot h\\cdot x\\cdot\\left({ x}^{2}-1\\right)$$",
      "text/plain": "4 * h * x * (x ^ 2 - 1)",
    });
  });

  it("have letters as variables, with their indices", () => {
    expect(dataOf(math.parse("gamma_0 * m + k_1"))["text/latex"]).toBe("$$\\gamma_{0}\\cdot m+ k_{1}$$");
    expect(dataOf(math.parse("gamma + x_eq"))["text/latex"]).toBe("$$\\gamma+ x_{eq}$$");
  });
});

describe("numbers of mathjs", () => {
  it.each([
    ["2 - 3i", "$$2 - 3\\,i$$"],
    ["i", "$$i$$"],
    ["-i", "$$-i$$"],
    ["complex(1e-9, 1)", "$$1\\cdot 10^{-9} + i$$"],
    ["fraction(-3, 7)", "$$-\\frac{3}{7}$$"],
    ["fraction(6, 3)", "$$2$$"],
    ['bignumber("1.25")', "$$1.25$$"],
    ["5 cm", "$$5\\,\\mathrm{cm}$$"],
    ["9.81 m/s^2", "$$9.81\\,\\mathrm{m}/\\mathrm{s}^{2}$$"],
    ["1.380649e-23 J/K", null],
    ['unit("kg")', "$$\\mathrm{kg}$$"],
  ])("%s", (expression, expected) => {
    if (expected === null) expect(tex(expression)).toMatch(/^\$\$1\.38065.*\\mathrm\{.*J\}.*\\mathrm\{K\}\$\$$/);
    else expect(tex(expression)).toBe(expected);
    expect(dataOf(math.evaluate(expression))["text/plain"]).toBe(String(math.evaluate(expression)));
  });
});

describe("matrices", () => {
  it("are bmatrix, vectors columns", () => {
    expect(tex("[[1, 0.5], [2i, 1/3]]")).toBe("$$\\begin{bmatrix}1 & 0.5 \\\\ 2\\,i & 0.333333\\end{bmatrix}$$");
    expect(tex("[1, 2]")).toBe("$$\\begin{bmatrix}1 \\\\ 2\\end{bmatrix}$$");
    expect(tex("sparse([[0, 4], [5, 0]])")).toBe("$$\\begin{bmatrix}0 & 4 \\\\ 5 & 0\\end{bmatrix}$$");
  });

  it("are shortened by dots", () => {
    const data = dataOf(math.identity(500));
    expect(String(data["text/latex"])).toContain("\\ddots");
    expect(String(data["text/latex"]).match(/\\\\/g)).toHaveLength(9);
    expect(data["text/plain"]).toBe("DenseMatrix 500 × 500");
  });

  it("of three dimensions are text", () => {
    expect(Object.keys(dataOf(math.zeros([2, 2, 2]) as unknown))).toEqual(["text/plain"]);
    expect(dataOf(math.matrix(math.zeros([2, 2, 2]) as never))).toEqual({
      "text/plain": "[[[0, 0], [0, 0]], [[0, 0], [0, 0]]]",
    });
  });
});
