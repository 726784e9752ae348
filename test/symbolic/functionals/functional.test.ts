import katex from "katex";
import { describe, expect, it } from "vitest";
import { functional } from "../../../src/symbolic/functionals/index.js";
import { caught } from "../../oracles/caught.js";

const over = [0, 2 * Math.PI] as const;
const wave = "0.3 + sin(x) - 0.4*cos(2*x + 1)";
const other = "cos(2*x) + 0.2*sin(x) + 0.1";
const φ = (x: number) => 0.3 + Math.sin(x) - 0.4 * Math.cos(2 * x + 1);
const landau = functional("∫ [κ/2 (∂φ/∂x)^2 + φ^4/4 − h φ] dx");
const nonlocal = functional("1/2 ∫∫ φ(x) K(x, y) φ(y) dx dy");
const kernel = "exp(sin(x) + cos(2*y))";
const K = (x: number, y: number) => Math.exp(Math.sin(x) + Math.cos(2 * y));

/** (1/h) ∂F_h/∂φ_j of a functional on a grid, by differences in one value. */
const onGrid = (F: (values: Float64Array, h: number) => number, n: number, j: number): number => {
  const h = (2 * Math.PI) / n;
  const values = Float64Array.from({ length: n }, (_, i) => φ(i * h));
  const at = (step: number) =>
    F(
      values.map((value, i) => (i === j ? value + step : value)),
      h,
    );
  return (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / (12 * 1e-3) / h;
};

describe("local functionals", () => {
  it("have the derivative of Euler and Lagrange", () => {
    expect(landau.derivative().text).toBe("δF/δφ(x) = φ^3 − h − κ ∂/∂x ∂φ/∂x");
    expect(landau.derivative().tex).toContain("\\frac{\\partial^{2} \\varphi}{\\partial x^{2}}");
  });
  it("on grids converge to it with the square of the spacing", () => {
    const F = (values: Float64Array, h: number) =>
      values.reduce((sum, value, i) => {
        const slope = (values[(i + 1) % values.length]! - value) / h;
        return sum + h * ((0.7 / 2) * slope ** 2 + value ** 4 / 4 - 0.2 * value);
      }, 0);
    const given = { over, φ: wave, κ: 0.7, h: 0.2 };
    const misses = [40, 80, 160].map((n) => {
      const place = (2 * Math.PI) / 5;
      return Math.abs(onGrid(F, n, n / 5) - landau.derivative().value(given, place));
    });
    expect(misses[2]).toBeLessThan(1e-2);
    for (const k of [0, 1]) expect(Math.log2(misses[k]! / misses[k + 1]!)).toBeCloseTo(2, 1);
  });
  it.each([
    ["∫ [1/2 (∂/∂x ∂φ/∂x)^2 + W(φ) (∂φ/∂x)^2 + x^2 φ] dx", { W: "φ^2 + 1" }],
    ["∫ exp(−φ) (∂φ/∂x)^4 dx", {}],
    ["∫ φ^2 dx + ∫ φ^3 dx", {}],
    ["∫ [ln(φ + 3) + (1 + (∂φ/∂x)^2)^(1/2)] dx", {}],
    ["∫ φ ∂/∂x ∂/∂x ∂φ/∂x dx + (∫ φ^2 dx)^2", {}],
    ["exp(−β ∫ φ^2 dx) ∫ V(φ) dx", { β: 0.1, V: "exp(φ) + φ^3" }],
  ])("%s: the slope along a field is ∫ δF/δφ η", (text, given) => {
    expect(functional(text).residual({ over, φ: wave, ...given }, other)).toBeLessThan(1e-7);
  });
  it("with a derivative of a product follow from the product rule", () => {
    const F = functional("∫ φ ∂/∂x (φ^2 ∂φ/∂x) dx");
    expect(F.derivative().value({ over, φ: wave }, 0.7)).toBeCloseTo(
      functional("−∫ φ^2 (∂φ/∂x)^2 dx").derivative().value({ over, φ: wave }, 0.7),
      11,
    );
  });
  it("whose gradients are dropped are found out", () => {
    const [whole, bare] = [landau, functional("∫ [φ^4/4 − h φ] dx")].map((F) => F.derivative());
    const given = { over, φ: wave, κ: 0.7, h: 0.2 };
    expect(Math.abs(whole!.value(given, 1) - bare!.value(given, 1))).toBeGreaterThan(0.1);
  });
  it("in space have a divergence", () => {
    const F = functional("∫ [κ/2 (∂φ/∂r)^2 + V(φ)] dr", { vectors: ["r"] });
    expect(F.derivative().text).toBe("δF/δφ(r) = V'(φ) − κ ∂/∂r · ∂φ/∂r");
    const given = { over: [over, over, over], κ: 0.7, V: "φ^4/4", φ: "0.3 + sin(r1)*cos(r2)*cos(r3)" };
    const [a, b, c] = [0.4, 0.9, 1.3];
    const [s, value] = [Math.sin(a) * Math.cos(b) * Math.cos(c), 0.3 + Math.sin(a) * Math.cos(b) * Math.cos(c)];
    expect(F.derivative().value(given, [a, b, c])).toBeCloseTo(value ** 3 + 0.7 * 3 * s, 12);
    const plane = { ...given, over: [over, over], φ: "0.3 + sin(r1)*cos(r2)" };
    expect(F.residual(plane, "sin(r1)*cos(r2) + 0.2*sin(r2 + 1)*cos(r1)")).toBeLessThan(1e-7);
    const stiff = functional("∫ exp(φ) (∂φ/∂r)^2 dr", { vectors: ["r"] });
    expect(stiff.residual(plane, "sin(r1)*cos(r2) + 0.2*sin(r2 + 1)*cos(r1)")).toBeLessThan(1e-7);
  });
});

describe("nonlocal functionals", () => {
  it("keep both terms", () => {
    expect(nonlocal.derivative("z").text).toBe("δF/δφ(z) = 1/2 ∫ K(x, z) φ(x) dx + 1/2 ∫ K(z, y) φ(y) dy");
    expect(nonlocal.residual({ over, φ: wave, K: kernel }, other)).toBeLessThan(1e-9);
  });
  it("on a grid are a quadratic form, whose derivative is that of the formula", () => {
    const F = (values: Float64Array, h: number) => {
      let sum = 0;
      for (const [i, a] of values.entries()) for (const [j, b] of values.entries()) sum += a * K(i * h, j * h) * b;
      return (sum * h * h) / 2;
    };
    const place = 2 * Math.PI * (7 / 40);
    const exact = nonlocal.derivative("z").value({ over, φ: wave, K: kernel }, place);
    expect(onGrid(F, 40, 7) / exact).toBeCloseTo(1, 9);
    const single = functional("∫ φ(x) K(x, y) dx ∫ φ(y) dy");
    expect(Math.abs(single.derivative("z").value({ over, φ: wave, K: kernel }, place) / exact - 1)).toBeGreaterThan(
      0.1,
    );
  });
  it("take a kernel of the difference", () => {
    const F = functional("1/2 ∫∫ φ(x) K(x − y) φ(y) dx dy");
    expect(F.derivative("z").text).toBe("δF/δφ(z) = 1/2 ∫ K(x − z) φ(x) dx + 1/2 ∫ K(z − y) φ(y) dy");
    expect(F.residual({ over, φ: wave, K: "sin(u) + cos(2*u)" }, other)).toBeLessThan(1e-9);
    const G = functional("∫∫ φ(x)^2 K(x − y) ∂φ/∂x φ(y) dx dy");
    expect(G.residual({ over, φ: wave, K: "sin(u + 1) + cos(2*u)" }, other)).toBeLessThan(1e-7);
  });
  it("have a symmetric second derivative", () => {
    expect(nonlocal.derivative("z").derivative("u").text).toBe("δ^2F/δφ(z)δφ(u) = 1/2 K(u, z) + 1/2 K(z, u)");
  });
  it("of third degree, with local parts inside", () => {
    const F = functional("∫∫ φ(x)^2 K(x, y) ∂φ/∂x φ(y) dx dy");
    expect(F.residual({ over, φ: wave, K: kernel }, other)).toBeLessThan(1e-7);
  });
  it("may be integrals over integrals", () => {
    const F = functional("∫ φ(x) (∫ K(x, y) φ(y) dy)^2 dx");
    expect(F.residual({ over, φ: wave, K: kernel }, other)).toBeLessThan(1e-7);
  });
});

describe("the second derivative of a local functional", () => {
  it("is sharp", () => {
    expect(landau.derivative("z").derivative("u").text).toBe(
      "δ^2F/δφ(z)δφ(u) = 3 (φ(z))^2 δ(z − u) − κ ∂/∂z ∂/∂z δ(z − u)",
    );
    expect(
      caught(() => landau.derivative("z").derivative("u").value({ over, φ: wave, κ: 1, h: 1 }, 1)).message,
    ).toContain("no value at a point");
  });
});

describe("series and substitution", () => {
  it("Taylor's series leaves an error of the next order", () => {
    const given = { over, κ: 0.7, h: 0.2, φ: wave };
    for (const n of [1, 2, 3]) {
      const series = landau.taylor("η", n);
      const misses = [0.02, 0.01].map((step) => {
        const moved = landau.value({ ...given, φ: `${wave} + ${step}*(${other})` });
        return Math.abs(moved - series.value({ ...given, η: `${step}*(${other})` }));
      });
      expect(Math.log2(misses[0]! / misses[1]!)).toBeGreaterThan(n + 0.9);
      expect(Math.log2(misses[0]! / misses[1]!)).toBeLessThan(n + 1.1);
    }
  });
  it("of a quartic ends after the fourth order", () => {
    const given = { over, κ: 0.7, h: 0.2, φ: wave };
    const whole = landau.value({ ...given, φ: `${wave} + ${other}` });
    expect(landau.taylor("η", 4).value({ ...given, η: other })).toBeCloseTo(whole, 10);
  });
  it("the chain rule: δF/δψ = g′(ψ) δF/δφ for φ = g(ψ)", () => {
    const composed = landau.of("ψ", "ψ^2 + ψ");
    const inner = "0.8 + 0.5*sin(x)";
    const ψ = (x: number) => 0.8 + 0.5 * Math.sin(x);
    const x = 0.6;
    const given = { over, κ: 0.7, h: 0.2 };
    const outer = landau.derivative().value({ ...given, φ: `(${inner})^2 + ${inner}` }, x);
    expect(composed.derivative().value({ ...given, ψ: inner }, x)).toBeCloseTo((2 * ψ(x) + 1) * outer, 11);
    expect(composed.value({ ...given, ψ: inner })).toBeCloseTo(
      landau.value({ ...given, φ: `(${inner})^2 + ${inner}` }),
      11,
    );
  });
});

describe("refusals", () => {
  it.each([
    [() => functional("∫ V(x) dx"), "no functional of φ"],
    [() => functional("∫ φ^2"), "no d at its end"],
    [() => nonlocal.derivative("x"), "a letter of its own"],
    [() => landau.value({ over, κ: 1, h: 1 }), "is not given"],
    [() => landau.value({ over: [1, 0], φ: "x", κ: 1, h: 1 }), "ranges that grow"],
    [() => functional("∫ (∂/∂r · ∂φ/∂r)^2 dr", { vectors: ["r"] }).derivative(), "cannot be varied"],
  ])("%s", (call, part) => {
    expect(caught(call).message).toContain(part);
  });
});

it("prints LaTeX", () => {
  for (const each of [landau, landau.derivative(), nonlocal.derivative("z").derivative("u"), landau.taylor("η", 2)])
    expect(() => katex.renderToString(each.tex, { throwOnError: true, strict: "error" })).not.toThrow();
});
