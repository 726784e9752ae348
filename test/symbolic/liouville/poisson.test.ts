import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poisson } from "../../../src/symbolic/liouville/index.js";
import { tidy } from "../../../src/symbolic/scalars/expand.js";
import { numberOf } from "../../../src/symbolic/scalars/number.js";
import { minus, plus, zero } from "../../../src/symbolic/terms/build.js";
import type { Term } from "../../../src/symbolic/terms/term.js";
import { caught } from "../../oracles/caught.js";

const line = poisson({ x: "p" });
const plane = poisson({ x_1: "p_1", x_2: "p_2" });
const monomial = fc
  .tuple(
    fc.integer({ min: -3, max: 3 }).filter((c) => c !== 0),
    fc.nat(3),
    fc.nat(3),
  )
  .map(([c, a, b]) => `${c} x^${a + 1} p^${b + 1}`.replace(/^-/u, "−"));
const polynomial = fc
  .array(monomial, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(" + ").replaceAll("+ −", "− "));
const at = (of: Term, x: number, p: number) => numberOf(of, (label) => ({ x, p })[label]);

describe("Poisson's brackets", () => {
  it("are known for coordinates and Hamiltonians", () => {
    expect(line.bracket("x", "p").text).toBe("{x, p} = 1");
    expect(line.bracket("p^2/(2 m)", "x^4/4").text).toBe("{p^2/(2 m), x^4/4} = −1/m p x^3");
    expect(plane.bracket("x_1 p_2 − x_2 p_1", "p_1^2 + p_2^2").term.value?.toFraction()).toBe("0");
  });
  it("are the differences of derivatives", () => {
    const [x, p, h] = [0.7, -0.4, 1e-4];
    const [A, B] = [(x: number, p: number) => Math.exp(x * p), (x: number, p: number) => x ** 3 + x * p * p];
    const d = (f: typeof A, dx: number, dp: number) =>
      (f(x + dx * h, p + dp * h) - f(x - dx * h, p - dp * h)) / (2 * h);
    const known = d(A, 1, 0) * d(B, 0, 1) - d(A, 0, 1) * d(B, 1, 0);
    expect(at(line.bracket("exp(x p)", "x^3 + x p^2").term, x, p)).toBeCloseTo(known, 6);
  });
  it("make [𝓛_A, 𝓛_B] the operator of {A, B}, for random polynomials", () => {
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, (A, B, f) => {
        const left = line.apply("[A, B]", { A, B }, f).term;
        const right = line.apply("C", { C: line.bracket(A, B) }, f).term;
        expect(tidy(plus(left, minus(right))).key).toBe(zero.key);
      }),
      { numRuns: 40 },
    );
  });
  it("fail to commute", () => {
    // {p²/2, x⁴/4} = −p x³, and {−p x³, x² p} = −3 p x² · x² + x³ · 2 x p = −p x⁴.
    expect(line.apply("[A, B]", { A: "p^2/2", B: "x^4/4" }, "x^2 p").text).toBe("[A, B] (x^2 p) = −p x^4");
  });
  it.each([
    ["p", "V(x)", "V"],
    ["p", "V_1(x)", "V_1"],
    ["p^2/2 + cos(x)", "p", "cos"],
    ["p", "cos x", "cos"],
    ["p", "tanh^2 (x)", "tanh"],
    ["p", "f(x + p)", "f"],
  ])("refuse functions that are not known, {%s, %s}, and do not lose their arguments", (a, b, name) => {
    expect(caught(() => line.bracket(a, b))).toMatchObject({ fault: "expression" });
    expect(caught(() => line.bracket(a, b)).message).toMatch(new RegExp(`^${name} is `, "u"));
    expect(caught(() => line.apply("A", { A: a }, b)).message).toContain(name);
  });
  it("take a product with a bracket behind a space for a product, and known functions for what they are", () => {
    expect(line.bracket("p", "a (x)").text).toBe("{p, a x} = −a");
    expect(line.bracket("ln(x)", "p").text).toBe("{ln(x), p} = 1/x");
  });
  it("say what is missing", () => {
    expect(caught(() => line.apply("[A, B]", { A: "p^2/2" }, "x")).message).toContain("B has no Hamiltonian");
    expect(caught(() => line.apply("e^{t A}", { A: "p^2/2" }, "x")).message).toContain("no exponentials");
  });
});
