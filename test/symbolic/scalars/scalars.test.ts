import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, text } from "../../../src/symbolic/notation/index.js";
import { compiled } from "../../../src/symbolic/scalars/compile.js";
import { derivative } from "../../../src/symbolic/scalars/derivative.js";
import { quotient } from "../../../src/symbolic/scalars/divide.js";
import { tidy } from "../../../src/symbolic/scalars/expand.js";
import { letterOf, namesOf } from "../../../src/symbolic/scalars/names.js";
import { numberOf } from "../../../src/symbolic/scalars/number.js";
import { polynomialIn } from "../../../src/symbolic/scalars/polynomial.js";
import { minus, plus, symbol, times, zero } from "../../../src/symbolic/terms/build.js";
import { caught } from "../../oracles/caught.js";

const read = (formula: string) => parse(formula, namesOf(formula));
const [x, y] = [symbol("x"), symbol("y")];
const values = (label: string) => ({ x: 0.7, y: -0.4, m: 1.3 })[label];
const number = (of: string) => numberOf(read(of), values);

describe("names", () => {
  it("are found with subscripts, places and functions of a formula", () => {
    const names = namesOf("∫ V(φ) exp(−epsilon p_1^2) dx + θ1", { fields: ["φ"] });
    expect([...names.keys()].sort()).toEqual(["V", "p_1", "x", "ε", "θ_1", "φ"].sort());
    expect(names.get("x")?.role).toBe("place");
    expect(names.get("V")?.of).toEqual(["φ"]);
    expect(letterOf("p1")).toBe("p_1");
    expect(letterOf("epsilon")).toBe("ε");
  });
});

describe("numbers", () => {
  it("are those of arithmetic, compiled or not", () => {
    const formula = "x^3/(2 m) − exp(−x y) ln(m) + (x − y)^(1/2) π";
    const known = 0.7 ** 3 / 2.6 - Math.exp(0.28) * Math.log(1.3) + Math.sqrt(1.1) * Math.PI;
    expect(number(formula)).toBeCloseTo(known, 14);
    expect(compiled(read(formula), [y, x], values)([-0.4, 0.7])).toBeCloseTo(known, 14);
  });
  it("are missed by name", () => {
    expect(caught(() => number("x + q")).message).toContain("q has no value");
    expect(numberOf(read("∫_0^x t^2 dt"), values)).toBeCloseTo(0.7 ** 3 / 3, 14);
    expect(caught(() => numberOf(read("∫ t dt"), values)).message).toContain("cannot be evaluated");
  });
});

describe("derivatives", () => {
  it.each(["x^3 y − 2 x^2", "exp(−x^2/m)", "ln(x^2 + 1) x", "(x + y)^(1/2)", "1/(x − 2)^3"])(
    "of %s are differences",
    (formula) => {
      const h = 1e-3;
      const at = (step: number) => numberOf(read(formula), (label) => (label === "x" ? 0.7 + step : values(label)));
      const quotient = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
      expect(numberOf(derivative(read(formula), x), values)).toBeCloseTo(quotient, 8);
    },
  );
});

const coefficients = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 });
const plane = ([a, b, c]: readonly number[]) => read(`${a} x^2 + ${b} x y + ${c} y^3 + x + 1`.replaceAll("+ -", "− "));

describe("polynomials", () => {
  it("keep their value when multiplied out", () => {
    const of = read("(x + 2 y − m)^3 (x − y)^2");
    expect(numberOf(tidy(of), values)).toBeCloseTo(numberOf(of, values), 13);
    expect(text(tidy(read("(x + y)^2 − (x − y)^2")))).toBe("4 x y");
  });
  it("tell their coefficients, and what is none", () => {
    const terms = polynomialIn(read("m x^2 + 3 x y/m + exp(m)"), [x, y])!;
    expect(terms.map(({ exponents, coefficient }) => [exponents.join(), text(coefficient)])).toEqual([
      ["2,0", "m"],
      ["1,1", "3/m"],
      ["0,0", "e^{m}"],
    ]);
    expect(polynomialIn(read("exp(x) + x"), [x])).toBeUndefined();
    expect(polynomialIn(read("1/x"), [x])).toBeUndefined();
  });
  it("divide without remainder where one is a factor of the other", () => {
    fc.assert(
      fc.property(coefficients, coefficients, (a, b) => {
        const [p, q] = [plane(a), plane(b)];
        expect(tidy(plus(quotient(times(p, q), q), minus(p))).key).toBe(zero.key);
      }),
      { numRuns: 40 },
    );
  });
  it("stay a fraction otherwise", () => {
    const fraction = quotient(read("x^2 + 1"), read("x + y"));
    expect(numberOf(fraction, values)).toBeCloseTo(1.49 / 0.3, 13);
  });
});
