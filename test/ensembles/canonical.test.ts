import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { inverseTransform } from "../../src/ensembles/inverse-transform.js";
import { PhysicsError } from "../../src/errors.js";
import { ensembles, estimate, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";
import { kolmogorov } from "../oracles/normal.js";

const { canonical, gibbsAverage } = ensembles;

describe("the canonical ensemble on a line", () => {
  test("tilted double well: Z of kieninger-keller-2022, and moments from a quadrature of its own", () => {
    const found = canonical(potentials.expression("(x^2 - 1)^2 + x"), 1);
    expect(found.Z).toBeCloseTo(2.889417549926, 11);
    expect(found.average("x").mean).toBeCloseTo(-0.7022539867, 9);
    expect(found.average((x) => x * x).mean).toBeCloseTo(0.9902486071, 9);
  });

  test("harmonic: closed forms at any temperature and stiffness", () => {
    for (const [k, kT, a] of [
      [2.3, 0.7, 0.4],
      [1e-3, 5, -20],
      [7e4, 1e-3, 0.02],
    ]) {
      const found = canonical(potentials.harmonic({ k, a }), kT);
      expect(found.Z / Math.sqrt((2 * Math.PI * kT) / k)).toBeCloseTo(1, 12);
      expect(found.freeEnergy / (-0.5 * kT * Math.log((2 * Math.PI * kT) / k))).toBeCloseTo(1, 11);
      expect(found.average((x) => (x - a) ** 2).mean / (kT / k)).toBeCloseTo(1, 12);
      expect(found.average((x) => (x - a) ** 4).mean / (3 * (kT / k) ** 2)).toBeCloseTo(1, 11);
    }
  });

  test("virial theorem ⟨xV′⟩ = kT, whatever the confining potential", () => {
    for (const [text, kT] of [
      ["2.3*(x^2 - 1)^2 + 0.4*x", 0.6],
      ["x^6 - 3*x^2", 2.1],
      ["cosh(1.7*x)", 0.9],
      ["abs(x)^3", 1.3],
    ] as const) {
      const V = potentials.expression(text);
      const force = potentials.pull(V);
      expect(gibbsAverage(V, kT, (x) => -x * force(x)).mean / kT).toBeCloseTo(1, 9);
    }
  });

  test("density, probability and Z belong together", () => {
    const found = canonical(potentials.doubleWell({ h: 2.7, a: 1.2 }), 0.8);
    expect(found.probability(-10, 10)).toBeCloseTo(1, 12);
    expect(found.probability(-10, 0)).toBeCloseTo(0.5, 12);
    expect(found.density(0) / found.density(1.2)).toBeCloseTo(Math.exp(-2.7 / 0.8), 12);
    expect(found.density(0.3) * found.Z).toBeCloseTo(Math.exp(-(2.7 * ((0.3 / 1.2) ** 2 - 1) ** 2) / 0.8), 12);
    expect(found.density(99)).toBe(0);
  });

  test("depths of 10⁵ kT do not overflow", () => {
    const found = canonical(potentials.expression("k*x^2/2 - depth", { k: 2.2, depth: 1e5 }), 0.9);
    expect(found.freeEnergy).toBeCloseTo(-1e5 - 0.45 * Math.log((2 * Math.PI * 0.9) / 2.2), 8);
    expect(found.average("x^2").mean).toBeCloseTo(0.9 / 2.2, 10);
  });

  test("narrow wells inside wide ones are found, and do not hide", () => {
    const [k, depth, s, a, kT] = [1.3, 9.4, 0.01, 1.2345, 0.8];
    const V = potentials.expression("k*x^2/2 - depth*exp(-((x - a)/s)^2)", { k, depth, s, a });
    const found = canonical(V, kT);
    // The hole adds ∫ e^(−k x²/2kT) (e^(u(x)/kT) − 1) dx, by the midpoint rule on 10⁶ pieces of a ± 8 s.
    const [pieces, half] = [1e6, 8 * s];
    let hole = 0;
    for (let i = 0; i < pieces; i++) {
      const x = a - half + ((2 * i + 1) * half) / pieces;
      hole += Math.exp((-k * x * x) / 2 / kT) * Math.expm1((depth * Math.exp(-(((x - a) / s) ** 2))) / kT);
    }
    const exact = Math.sqrt((2 * Math.PI * kT) / k) + (hole * 2 * half) / pieces;
    expect(found.Z / exact).toBeCloseTo(1, 9);
    expect(found.Z / Math.sqrt((2 * Math.PI * kT) / k)).toBeGreaterThan(2);
    const draws = Float64Array.from(
      { length: 4000 },
      (
        (rng) => () =>
          found.sample(rng)[0]
      )(stream("hole")),
    );
    const share = found.probability(a - half, a + half);
    const seen = draws.filter((x) => Math.abs(x - a) < half).length / draws.length;
    expect(Math.abs(seen - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / draws.length));
  });

  test("conditions are averaged with the jump in the right place", () => {
    const V = potentials.expression("2.4*(x^2 - 1)^2 + 0.3*x");
    const found = canonical(V, 0.7);
    const share = found.average("x > 0.123");
    expect(Math.abs(share.mean - found.probability(0.123, 9))).toBeLessThan(1e-12);
    expect(share.error).toBeLessThan(1e-12);
  });

  test("walls of NaN keep the particle out", () => {
    // ∫ x³ e^(−x²) dx = ½ on x > 0, where the logarithm lives.
    expect(canonical(potentials.expression("x^2 - 3*log(x)"), 1).Z).toBeCloseTo(0.5, 12);
  });

  test("walls: a particle in a slope, ⟨x⟩ by hand", () => {
    const [f, kT, L] = [1.7, 0.6, 2.5];
    const found = canonical(potentials.expression("f*x", { f }), kT, { between: [0, L] });
    const b = f / kT;
    expect(found.average("x").mean).toBeCloseTo(1 / b - L / Math.expm1(b * L), 12);
  });

  test("draws follow the density", () => {
    const found = canonical(potentials.expression("2.4*(x^2 - 1)^2 + 0.3*x"), 0.7);
    const rng = stream("draws");
    const draws = Float64Array.from({ length: 20_000 }, () => found.sample(rng)[0]);
    expect(kolmogorov(draws, (x) => found.probability(-9, x))).toBeLessThan(2.5);
    expect(estimate.agree(estimate.timeAverage(draws), found.average("x"))).toBe(true);
  });

  test("draws follow peaks that fill a few cells of the range, and stop at one that hides within a cell", () => {
    const rng = stream("peaks");
    const [from, to] = [-1, 1];
    const peak = (width: number) => (x: number) => 1 + 300 * Math.exp(-(((x - 0.30007) / width) ** 2));
    const draw = inverseTransform(peak(4e-4), from, to);
    const draws = Float64Array.from({ length: 20_000 }, () => draw(rng));
    const mass = 300 * 4e-4 * Math.sqrt(Math.PI);
    const share = draws.filter((x) => Math.abs(x - 0.30007) < 2e-3).length / draws.length;
    const exact = (mass + 4e-3) / (mass + 2);
    expect(Math.abs(share - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / draws.length));
    const hidden = (x: number) => 1 + 1e5 * Math.exp(-(((x - 0.30007) / 2e-5) ** 2));
    const blind = inverseTransform(hidden, from, to);
    expect(() => {
      for (let i = 0; i < 200_000; i++) blind(rng);
    }).toThrow(/peak too sharp to be drawn from/);
  });

  test("shows its formula", () => {
    expect(canonical(potentials.harmonic({ k: 2 }), 0.5)[display]()["text/latex"]).toContain("k_BT = 0.5");
  });

  test.each([
    [() => canonical(potentials.expression("-x^2"), 1), /rises on both sides/],
    [() => canonical(potentials.expression("sin(x)"), 1), /rises on both sides/],
    [() => canonical(potentials.harmonic({ k: 2 }), 0), /kT is 0/],
    [() => canonical(potentials.harmonic({ k: 2 }), Number.NaN), /kT is NaN/],
    [() => canonical(potentials.harmonic({ k: 2 }), 1, { between: [3, -3] }), /walls stand at 3 and -3.*\[-3, 3\]/],
    [() => canonical(potentials.harmonic({ k: 2 }), 1, { between: [3, 3] }), /walls stand at 3 and 3/],
    [() => canonical(potentials.harmonic({ k: 2 }), 1, { between: [Number.NaN, 3] }), /left wall is NaN/],
    [
      () => canonical(potentials.harmonic({ k: 2 }), 1, { between: [0, Number.POSITIVE_INFINITY] }),
      /right wall is Inf/,
    ],
    [() => canonical(potentials.expression("a^2 + b^2 + c^2 + d^2"), 1), /4 coordinates \(a, b, c, d\).*seed/],
    [() => gibbsAverage(potentials.harmonic({ k: 2 }), 1, "x + z"), /not known/],
    [() => canonical(potentials.expression("log(x - 1e9)"), 1), /infinite or not a number/],
    [() => gibbsAverage(potentials.expression("log(x^2)"), 1, "x"), /V falls to −∞ at 0.*core/],
    [
      () => canonical(potentials.expression("log((x - 0.3)^2)"), 1, { between: [-1, 2] }),
      /still moves near 0.3|falls to −∞ at 0.3/,
    ],
    [() => gibbsAverage(potentials.harmonic({ k: 2 }), 1, "log(x - 1)"), /infinite or not a number/],
  ])("wrong call %#", (call, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
  });
});
