import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { ensembles, potentials } from "../../../src/index.js";
import { deltaIntegral } from "../../../src/symbolic/shells/index.js";
import { caught } from "../../oracles/caught.js";

const size = fc.double({ min: 0.4, max: 3, noNaN: true });
const relative = (a: number, b: number): number => Math.abs(a / b - 1);

/** ∫ f g(H) over a box by the midpoint rule, with g a narrow Gaussian in the place of δ: an independent number, to about 1e-3. */
const smeared = (
  f: (x: number, p: number) => number,
  H: (x: number, p: number) => number,
  width = 0.02,
  range = 4,
  n = 1600,
) => {
  let sum = 0;
  const h = (2 * range) / n;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const [x, p] = [-range + (i + 0.5) * h, -range + (j + 0.5) * h];
      sum += f(x, p) * Math.exp(-0.5 * (H(x, p) / width) ** 2);
    }
  return (sum * h * h) / (width * Math.sqrt(2 * Math.PI));
};

describe("the shell of an oscillator", () => {
  const shell = deltaIntegral("∫∫ δ(p^2/2 + x^2/2 − E) dp dx");
  it("has the measure 2π above 0 and none below", () => {
    expect(shell.text).toBe("∫ ∫ δ(p^2/2 + x^2/2 − E) dp dx = 2 π for E > 0, otherwise 0");
    expect(shell.value({ E: 0.7 }).mean).toBeCloseTo(2 * Math.PI, 14);
    expect(shell.value({ E: -0.7 }).mean).toBe(0);
    expect(
      relative(
        smeared(
          () => 1,
          (x, p) => (x * x + p * p) / 2 - 0.7,
        ),
        2 * Math.PI,
      ),
    ).toBeLessThan(1e-3);
  });
  it("has no measure at E = 0, which names the point", () => {
    const error = caught(() => shell.value({ E: 0 }));
    expect(error.fault).toBe("undefined-quantity");
    expect(error.message).toContain("p = 0, x = 0");
  });
  it("for any masses and stiffness is 2π/ω, in either sign of the argument", () => {
    fc.assert(
      fc.property(size, size, size, (m, k, E) => {
        const one = deltaIntegral("∫∫ δ(p^2/(2 m) + k x^2/2 − E) dp dx").value({ m, k, E }).mean;
        const other = deltaIntegral("∫∫ δ(E − p^2/(2 m) − k x^2/2) dp dx").value({ m, k, E }).mean;
        expect(relative(one, 2 * Math.PI * Math.sqrt(m / k))).toBeLessThan(1e-13);
        expect(other).toBe(one);
      }),
      { numRuns: 20 },
    );
  });
  it("has moments, also about a centre that is not 0", () => {
    const weighted = deltaIntegral("∫∫ (x^4 + 3 x p^2) δ(p^2/2 + (x − 1)^2 − 1/2) dp dx").value().mean;
    const direct = smeared(
      (x, p) => x ** 4 + 3 * x * p * p,
      (x, p) => (p * p) / 2 + (x - 1) ** 2 - 0.5,
      0.01,
    );
    expect(relative(weighted, direct)).toBeLessThan(3e-3);
  });
});

describe("quadratic forms", () => {
  it("in n dimensions give the area of the sphere, S r^{n−1}/r", () => {
    const area = [2, 2 * Math.PI, 4 * Math.PI, 2 * Math.PI ** 2, (8 * Math.PI ** 2) / 3, Math.PI ** 3];
    for (let n = 1; n <= 6; n++) {
      const names = Array.from({ length: n }, (_, i) => `x_${i + 1}`);
      const text = `${"∫".repeat(n)} δ(${names.map((x) => `${x}^2/2`).join(" + ")} − E) ${names.map((x) => `d${x}`).join(" ")}`;
      const r = Math.sqrt(2 * 1.7);
      expect(relative(deltaIntegral(text).value({ E: 1.7 }).mean, area[n - 1]! * r ** (n - 2))).toBeLessThan(1e-13);
    }
  });
  it("with mixed terms agree with a smeared δ", () => {
    const one = deltaIntegral("∫∫ x y δ(x^2 + x y + 2 y^2 − y − 1) dx dy").value().mean;
    expect(
      relative(
        one,
        smeared(
          (x, y) => x * y,
          (x, y) => x * x + x * y + 2 * y * y - y - 1,
          0.02,
        ),
      ),
    ).toBeLessThan(5e-3);
  });
  it("that grow in no direction are refused", () => {
    expect(caught(() => deltaIntegral("∫∫ δ(p^2/2 − x^2/2 − E) dp dx")).message).toContain("not positive definite");
    const shell = deltaIntegral("∫∫ δ(p^2/2 + k x^2/2 − E) dp dx");
    expect(caught(() => shell.value({ k: -1, E: 1 })).fault).toBe("undefined-quantity");
    expect(caught(() => shell.value({ k: 1 })).message).toContain("E has no value");
  });
  it("take |a| for the root of a²", () => {
    expect(deltaIntegral("∫ δ(x^2 − a^2) dx").value({ a: -3 }).mean).toBeCloseTo(1 / 3, 14);
  });
});

describe("separable Hamiltonians", () => {
  const wells = deltaIntegral("∫∫ δ(p^2/(2 m) + h (x^2 − 1)^2 − E) dp dx");
  const system = (m: number, h: number) => ({ potential: potentials.expression("h*(x^2 - 1)^2", { h }), mass: [m] });
  it("are a quadrature between turning points", () => {
    expect(wells.method).toBe("turning points");
    expect(wells.closed).toBeUndefined();
  });
  it("have the density of states of the microcanonical ensemble, which is the slope of the phase volume", () => {
    for (const E of [0.4, 2.9]) {
      const states = wells.value({ m: 1.6, h: 1.3, E });
      const volume = (at: number) => ensembles.microcanonical(system(1.6, 1.3), at).phaseVolume.mean;
      const d = 1e-3;
      const slope = (8 * (volume(E + d) - volume(E - d)) - (volume(E + 2 * d) - volume(E - 2 * d))) / (12 * d);
      expect(relative(states.mean, slope)).toBeLessThan(1e-7);
      const known = ensembles.microcanonical(system(1.6, 1.3), E).densityOfStates;
      expect(Math.abs(states.mean - known.mean)).toBeLessThan(3 * (states.error + known.error));
      expect(states.error / states.mean).toBeLessThan(1e-6);
    }
  });
  it("of p²/2 + x⁴ are known: ∫ = 2 √(2/E) E^{1/4} √π Γ(5/4)/Γ(3/4)", () => {
    const [quarter, threeQuarters] = [3.625609908221908, 1.2254167024651779];
    const E = 1.9;
    const known = 2 * Math.sqrt(2 / E) * E ** 0.25 * Math.sqrt(Math.PI) * (quarter / 4 / threeQuarters);
    const found = deltaIntegral("∫∫ δ(p^2/2 + x^4 − E) dp dx").value({ E });
    expect(Math.abs(found.mean - known)).toBeLessThan(Math.max(10 * found.error, 1e-7));
    expect(relative(found.mean, known)).toBeLessThan(1e-8);
  });
  it("refuse a weight that is a function not known here", () => {
    const error = caught(() => deltaIntegral("∫∫ sin(x)^2 δ(p^2/2 + x^2/2 − E) dp dx"));
    expect(error).toMatchObject({ fault: "expression" });
    expect(error.message).toMatch(/^sin is written as a function/u);
  });
  it("take any weight of the places: ∫∫ e^{−x²} δ(p²/2 + x²/2 − E) is ∫ e^{−2E sin²θ} dθ", () => {
    const [E, n] = [0.8, 64];
    const angles = Array.from({ length: n }, (_, k) => (2 * Math.PI * k) / n);
    const known = angles.reduce((sum, θ) => sum + Math.exp(-2 * E * Math.sin(θ) ** 2), 0) * ((2 * Math.PI) / n);
    expect(relative(deltaIntegral("∫∫ exp(−x^2) δ(p^2/2 + x^2/2 − E) dp dx").value({ E }).mean, known)).toBeLessThan(
      1e-7,
    );
  });
  it("are empty below the lowest energy", () => {
    expect(wells.value({ m: 1.6, h: 1.3, E: -0.1 }).mean).toBe(0);
  });
  it("with two momenta and two places agree with the microcanonical ensemble", () => {
    const text = "∫∫∫∫ δ(p^2/(2 m) + q^2/2 + x^4 + x^2 y^2 + y^2 − E) dp dq dx dy";
    const plane = { potential: potentials.expression("x^4 + x^2*y^2 + y^2"), mass: [1.6, 1] };
    const known = ensembles.microcanonical(plane, 1.4).densityOfStates.mean;
    expect(relative(deltaIntegral(text).value({ m: 1.6, E: 1.4 }).mean, known)).toBeLessThan(1e-6);
  });
  it("have averages of momenta and places", () => {
    const E = 2.9;
    const mean = deltaIntegral("∫∫ p^2 x^2 δ(p^2/(2 m) + h (x^2 − 1)^2 − E) dp dx").value({ m: 1.6, h: 1.3, E }).mean;
    const states = wells.value({ m: 1.6, h: 1.3, E }).mean;
    expect(relative(mean / states, ensembles.microcanonical(system(1.6, 1.3), E).average("p^2*x^2").mean)).toBeLessThan(
      1e-7,
    );
  });
});

describe("products of δ", () => {
  it("sift what is linear", () => {
    expect(deltaIntegral("∫ x δ(3 x − 2) dx").text).toContain("= 2/9");
    expect(deltaIntegral("∫ exp(−x) δ(a x − b) dx").value({ a: -2, b: 3 }).mean).toBeCloseTo(Math.exp(1.5) / 2, 13);
    expect(deltaIntegral("∫∫ δ(x y − 1) δ(x − 2) dx dy").closed?.value?.toFraction()).toBe("1/2");
  });
  it("fix energy and centre of mass of two coupled oscillators", () => {
    const text =
      "∫∫∫∫ δ(p_1^2/2 + p_2^2/2 + k (x_1^2 + x_2^2)/2 + (x_1 − x_2)^2/2 − E) δ(x_1/2 + x_2/2 − R) dp_1 dp_2 dx_1 dx_2";
    const found = deltaIntegral(text);
    expect(found.positive && found.text).toContain("for E − R^2 k > 0");
    const [k, E, R] = [2, 1.3, 0.3];
    // With X = (x₁ + x₂)/2 and u = x₁ − x₂: V = k X² + (k/4 + 1/2) u², dx₁dx₂ = dX du, a sphere of p₁, p₂, u.
    const known = (4 * Math.PI * Math.sqrt(2 * (E - k * R * R))) / Math.sqrt(2 * (k / 4 + 0.5));
    expect(relative(found.value({ k, E, R }).mean, known)).toBeLessThan(1e-13);
    expect(found.value({ k, E, R: 0.9 }).mean).toBe(0);
  });
});

describe("one variable", () => {
  it.each([
    ["∫ δ(x^2 − 1) dx", 1],
    ["∫ δ(x^3 − x) dx", 2],
    ["∫ exp(−x) δ(x^2 − 1) dx", Math.cosh(1)],
    ["∫_0^3 x δ(x^2 − 4) dx", 0.5],
    ["∫_{−1}^{4} x δ(exp(x) − 2) dx", Math.log(2) / 2],
    ["∫ δ(x^2 + 1) dx", 0],
  ])("%s", (text, value) => {
    expect(deltaIntegral(text).value().mean).toBeCloseTo(value, 12);
  });
  it("sums over all simple roots of x³ − 3x + 1, which are 2 cos(2π/9), 2 cos(4π/9) and 2 cos(8π/9)", () => {
    const roots = [2, 4, 8].map((k) => 2 * Math.cos((Math.PI * k) / 9));
    const known = roots.reduce((sum, x) => sum + 1 / Math.abs(3 * x * x - 3), 0);
    expect(deltaIntegral("∫ δ(x^3 − 3 x + 1) dx").value().mean).toBeCloseTo(known, 12);
  });
  it("of random polynomials misses no root", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 5 }), (tenths) => {
        const product = tenths.map((t) => `(x ${t < 0 ? "+" : "−"} ${Math.abs(t)}/10)`).join(" ");
        const known = tenths.reduce(
          (sum, t) => sum + 1 / Math.abs(tenths.reduce((p, s) => (s === t ? p : (p * (t - s)) / 10), 1)),
          0,
        );
        expect(relative(deltaIntegral(`∫ δ(${product}) dx`).value().mean, known)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });
  it.each([
    ["∫ δ(x^2) dx", "x = 0"],
    ["∫ δ((x − 1/2)^2 (x + 1)) dx", "x = 0.5"],
    ["∫_0^3 δ(exp(x) − x − 1 + (x − 2)^2 (x − 1) − exp(x) + x + 1) dx", "x = 2"],
    ["∫ δ(x^4 − 2 x^2 + 1) dx", "x = -1"],
  ])("%s is refused at %s", (text, point) => {
    const error = caught(() => deltaIntegral(text).value());
    expect(error.fault).toBe("undefined-quantity");
    expect(error.message).toContain(point);
    expect(error.message).toContain("double root");
  });
  it("finds double roots that a parameter makes", () => {
    const cubic = deltaIntegral("∫ δ(x^3 − 3 x + c) dx");
    expect(caught(() => cubic.value({ c: 2 })).message).toContain("x = 1");
    expect(cubic.value({ c: 5 }).mean).toBeGreaterThan(0);
  });
});

describe("refusals", () => {
  it.each([
    ["∫ exp(−x^2) dx", "no δ"],
    ["δ(x)", "no integral"],
    ["∫ δ(x)^2 dx", "powers of δ"],
    ["∫ δ(exp(x) − 2) dx", "no polynomial"],
    ["∫∫ δ(x^4 + y^4 + x y − 1) dx dy", "is not known"],
    ["∫_0^1 δ(x^2 − 1) dx", "at the end"],
    ["x ∫ δ(x − 1) dx", "outside of the integral"],
  ])("%s: %s", (text, part) => {
    expect(caught(() => deltaIntegral(text)).message).toContain(part);
  });
});

it("prints LaTeX", () => {
  for (const text of ["∫∫ δ(p^2/(2 m) + k x^2/2 − E) dp dx", "∫∫ δ(p^2/2 + x^4 − E) dp dx", "∫ δ(x^3 − 3 x + c) dx"])
    expect(() => katex.renderToString(deltaIntegral(text).tex, { throwOnError: true, strict: "error" })).not.toThrow();
});
