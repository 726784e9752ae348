import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { display } from "../../../src/display.js";
import { stream } from "../../../src/random/stream.js";
import { type Operator, operator } from "../../../src/symbolic/operators/index.js";
import { caught } from "../../oracles/caught.js";
import { expm, identity, type Matrix, plus, scaled, times } from "../../oracles/dense.js";

const random = (seed: string, n = 3): Matrix => {
  const rng = stream(seed);
  return Array.from({ length: n }, () => Array.from({ length: n }, () => 0.6 * rng.normal()));
};
const [A, B, C] = ["A", "B", "C"].map((name) => random(name)) as [Matrix, Matrix, Matrix];
const minus = (a: Matrix, b: Matrix): Matrix => plus(a, scaled(b, -1));
const bracket = (a: Matrix, b: Matrix): Matrix => minus(times(a, b), times(b, a));
const size = (a: Matrix): number => Math.hypot(...a.flat());
const near = (a: Matrix, b: Matrix, tolerance: number): void =>
  expect(size(minus(a, b)) / Math.max(size(a), size(b))).toBeLessThan(tolerance);

/** ∫₀ᵗ M ds by Simpson's rule. */
const simpson = (of: (s: number) => Matrix, t: number, n = 200): Matrix => {
  const h = t / n;
  return Array.from({ length: n + 1 }, (_, k) => {
    const weight = k === 0 || k === n ? 1 : k % 2 === 1 ? 4 : 2;
    return scaled(of(k * h), (weight * h) / 3);
  }).reduce(plus);
};

describe("the normal form", () => {
  it.each([
    ["(A + B)^2", "A^2 + A B + B A + B^2"],
    ["[A, B C]", "A B C − B C A"],
    ["[A, [B, C]] + [B, [C, A]] + [C, [A, B]]", "0"],
    ["e^{s A} e^{t A}", "e^{A (s + t)}"],
    ["e^{s A} e^{−s A}", "1"],
    ["e^{t A} A", "A e^{A t}"],
    ["2 A 3 B x − x A B", "5 x A B"],
  ])("of %s is %s", (given, normal) => {
    expect(operator(given).expand().text).toBe(normal);
  });
  it("is the same operator, for random polynomials in A and B", () => {
    const { of } = fc.letrec<{ of: string }>((tie) => ({
      of: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom("A", "B", "e^{t A}", "x B"),
        fc.tuple(tie("of"), tie("of")).map(([a, b]) => `(${a} + 2 ${b})`),
        fc.tuple(tie("of"), tie("of")).map(([a, b]) => `(${a}) (${b})`),
        fc.tuple(tie("of"), tie("of")).map(([a, b]) => `[A + ${a}, B − ${b}]`),
      ),
    }));
    fc.assert(
      fc.property(of, (formula) => {
        const whole = operator(`A + ${formula}`);
        expect(whole.residual(whole.expand(), { seed: "normal form", instances: 1 })).toBeLessThan(1e-12);
      }),
      { numRuns: 40 },
    );
  });
});

describe("values", () => {
  it("of products, commutators and exponentials are those of matrices", () => {
    near(operator("[A, B] C").value({ A, B, C }), times(bracket(A, B), C), 1e-13);
    near(
      operator("e^{t (A + x B)}").value({ A, B, t: 0.7, x: 0.4 }),
      expm(scaled(plus(A, scaled(B, 0.4)), 0.7)),
      1e-12,
    );
    near(operator("2 + A").value({ A }), plus(scaled(identity(3), 2), A), 1e-15);
  });
  it("differ where operators do not commute", () => {
    expect(operator("A B").residual("B A", { seed: "no" })).toBeGreaterThan(0.1);
  });
});

describe("the derivative of an exponential", () => {
  const U = operator("e^{t (A + epsilon B)}");
  const rate = U.derivative("epsilon");
  const at = (ε: number, t = 0.9) => expm(scaled(plus(A, scaled(B, ε)), t));
  it("is Duhamel's integral", () => {
    expect(rate.text).toBe("∫_{0}^{t} e^{(A + ε B) (t − s)} B e^{(A + ε B) s} ds");
  });
  it("is the difference quotient, and not t e^{t(A + εB)} B", () => {
    const [ε, h] = [0.3, 1e-3];
    const quotient = scaled(
      minus(scaled(minus(at(ε + h), at(ε - h)), 8), minus(at(ε + 2 * h), at(ε - 2 * h))),
      1 / (12 * h),
    );
    near(rate.value({ A, B, epsilon: ε, t: 0.9 }), quotient, 1e-9);
    expect(size(minus(quotient, scaled(times(at(ε), B), 0.9))) / size(quotient)).toBeGreaterThan(0.01);
  });
  it("is that integral by another rule", () => {
    const integrand = (s: number) => times(times(at(0.3, 0.9 - s), B), at(0.3, s));
    near(rate.value({ A, B, epsilon: 0.3, t: 0.9 }), simpson(integrand, 0.9), 1e-8);
  });
  it("twice, is the second difference quotient", () => {
    const [ε, h] = [0.3, 1e-2];
    const second = (step: number) => scaled(plus(minus(at(ε + step), scaled(at(ε), 2)), at(ε - step)), 1 / step ** 2);
    const quotient = scaled(minus(scaled(second(h), 4), second(2 * h)), 1 / 3);
    near(rate.derivative("epsilon").value({ A, B, epsilon: ε, t: 0.9 }), quotient, 1e-6);
  });
  it("needs no integral where the operators commute, or by the time", () => {
    expect(operator("e^{t (A + epsilon A^2)}").derivative("epsilon").text).not.toContain("∫");
    expect(U.derivative("t").text).toBe("A e^{(A + ε B) t} + ε B e^{(A + ε B) t}");
  });
  it("follows the ends of an integral", () => {
    const whole = operator("∫_0^t e^{s A} B e^{(t − s) A} ds");
    const [t, h] = [0.8, 1e-3];
    const v = (at: number) => whole.value({ A, B, t: at });
    near(whole.derivative("t").value({ A, B, t }), scaled(minus(v(t + h), v(t - h)), 1 / (2 * h)), 1e-5);
  });
});

describe("series", () => {
  it("of e^{t(A + εB)} is Dyson's, to the order that it is taken to", () => {
    const U = operator("e^{t (A + epsilon B)}");
    for (const n of [1, 2]) {
      const slope = U.order(U.series("epsilon", n), "epsilon", { seed: `dyson ${n}` });
      expect(Math.abs(slope.mean - (n + 1))).toBeLessThan(0.05);
    }
  });
  it("of second order is half of the second derivative", () => {
    const U = operator("e^{t (A + epsilon B)}");
    const half = operator(`1/2 (${U.derivative("epsilon").derivative("epsilon").text})`);
    const second = operator("∫_0^t e^{A (t − s)} B ∫_0^s e^{A (s − s_1)} B e^{A s_1} ds_1 ds");
    near(half.value({ A, B, t: 0.7, epsilon: 0 }), second.value({ A, B, t: 0.7 }), 1e-12);
  });
  it("of e^{sA} B e^{−sA} is Hadamard's", () => {
    const transformed = operator("e^{s A} B e^{−s A}");
    const series = transformed.series("s", 3).commutators();
    expect(series.text).toBe("B + s [A, B] + 1/2 s^2 [A, [A, B]] + 1/6 s^3 [A, [A, [A, B]]]");
    expect(Math.abs(transformed.order(series, "s", { seed: "hadamard" }).mean - 4)).toBeLessThan(0.05);
  });
  it("of an integral is that under it", () => {
    const whole = operator("∫_0^t s e^{s x A} B ds");
    expect(Math.abs(whole.order(whole.series("x", 2), "x", { seed: "integral" }).mean - 3)).toBeLessThan(0.1);
    expect(operator("∫_0^t s A ds").residual("1/2 t^2 A", { seed: "scalar" })).toBeLessThan(1e-13);
    expect(operator("∫_0^t s A ds").expand().residual("1/2 t^2 A", { seed: "scalar" })).toBeLessThan(1e-13);
    expect(caught(() => operator("∫_0^x e^{s A} ds").series("x", 2)).message).toContain("expanded in a series");
  });
  it("of e^{tA} is the power series", () => {
    expect(operator("e^{t A}").series("t", 3).text).toBe("1 + t A + 1/2 t^2 A^2 + 1/6 t^3 A^3");
  });
});

describe("logarithms", () => {
  const product = operator("e^{h A} e^{h B}");
  it("of e^{hA} e^{hB} are the series of Baker, Campbell and Hausdorff", () => {
    expect(product.logarithm("h", 4).commutators().text).toBe(
      "h A + h B + 1/2 h^2 [A, B] + 1/12 h^3 [A, [A, B]] − 1/12 h^3 [B, [A, B]] − 1/24 h^4 [A, [B, [A, B]]]",
    );
  });
  it("of an order leave an error of the next", () => {
    for (const n of [1, 2, 3, 4]) {
      const exponential = `e^{${product.logarithm("h", n).text}}`;
      expect(Math.abs(product.order(exponential, "h", { seed: "bch" }).mean - (n + 1))).toBeLessThan(0.1);
    }
  });
  it("of Strang's splitting have odd orders alone", () => {
    const strang = operator("e^{h A/2} e^{h B} e^{h A/2}");
    expect(strang.logarithm("h", 4).commutators().text).toBe("h A + h B − 1/24 h^3 [A, [A, B]] − 1/12 h^3 [B, [A, B]]");
    const error = strang.order("e^{h (A + B)}", "h", { seed: "strang" });
    expect(Math.abs(error.mean - 3)).toBeLessThan(0.05);
    expect(Math.abs(product.order("e^{h (A + B)}", "h", { seed: "trotter" }).mean - 2)).toBeLessThan(0.05);
  });
  it("of Strang's splitting give the error by matrices", () => {
    const h = 1e-2;
    const [a, b] = [expm(scaled(A, h / 2)), expm(scaled(B, h))];
    const miss = scaled(minus(times(times(a, b), a), expm(scaled(plus(A, B), h))), h ** -3);
    const predicted = operator("−1/24 [A, [A, B]] − 1/12 [B, [A, B]]").value({ A, B });
    near(miss, predicted, 0.03);
  });
});

describe("commutators", () => {
  it("stand for the words that they came from", () => {
    const words = operator("e^{h A} e^{h B} e^{h C}").logarithm("h", 4);
    expect(words.residual(words.commutators(), { seed: "lie" })).toBeLessThan(1e-13);
  });
  it("are refused where there are none", () => {
    expect(caught(() => operator("A B").commutators()).message).toContain("not made of commutators");
  });
});

describe("the object", () => {
  const all: readonly Operator[] = [
    operator("e^{t (A + epsilon B)}").derivative("epsilon").derivative("epsilon"),
    operator("e^{h A/2} e^{h B} e^{h A/2}").logarithm("h", 5).commutators(),
    operator("[[A, B], C]^2"),
  ];
  it("prints what is read back, and LaTeX", () => {
    for (const each of all) {
      expect(operator(each.text).residual(each, { seed: "read back" })).toBeLessThan(1e-13);
      expect(() => katex.renderToString(each.tex, { throwOnError: true, strict: "error" })).not.toThrow();
    }
  });
  it("shows what it is equal to, and what is left out", () => {
    const shown = (of: Operator) => of[display]()["text/plain"];
    expect(shown(operator("e^{t A}").derivative("t"))).toBe("∂/∂t (e^{A t}) = A e^{A t}");
    expect(shown(operator("e^{h A}").series("h", 1))).toBe("e^{A h} = 1 + h A + O(h^2)");
    expect(shown(operator("e^{h A} e^{h B}").logarithm("h", 2).commutators())).toBe(
      "ln(e^{A h} e^{B h}) = h A + h B + 1/2 h^2 [A, B] + O(h^3)",
    );
  });
  it("says what is wrong", () => {
    expect(caught(() => operator("e^{A B")).fault).toBe("expression");
    expect(caught(() => operator("[A, x]")).message).toContain("no operator");
    expect(caught(() => operator("e^{t A}").derivative("x")).message).toContain("does not occur");
    for (const by of ["A", "G"]) {
      const U = operator("e^{t (A + epsilon G)}");
      expect(caught(() => U.derivative(by))).toMatchObject({ fault: "parameter" });
      for (const wrong of [() => U.derivative(by), () => U.series(by, 1), () => U.order("1", by, { seed: "s" })])
        expect(caught(wrong).message).toContain(`${by} is an operator in`);
    }
    expect(caught(() => operator("∫_0^x e^{s A} ds").derivative("s")).message).toContain("s is integrated over");
    expect(caught(() => operator("A").value({})).message).toContain("no matrix");
    expect(caught(() => operator("x A").value({ A })).message).toContain("x has no value");
    expect(caught(() => operator("A").value({ A: [[1, 2]] })).message).toContain("square");
    expect(caught(() => operator("e^{A} e^{h B}").logarithm("h", 2)).message).toContain("every exponent");
  });
});
