import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PhysicsError } from "../../src/errors.js";
import { ensembles, estimate, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";
import { caught } from "../oracles/caught.js";

const { microcanonical } = ensembles;
const size = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("one degree of freedom", () => {
  test("harmonic: Ω = 2π/ω, Φ = 2πE/ω, kT = E, ⟨x²⟩ = E/k, ⟨x⁴⟩ = 3E²/2k²", () => {
    fc.assert(
      fc.property(size(0.05, 40), size(0.1, 30), size(0.01, 50), (k, m, E) => {
        const found = microcanonical({ potential: potentials.harmonic({ k, a: 0.3 }), mass: [m] }, E);
        const omega = Math.sqrt(k / m);
        expect((found.densityOfStates.mean * omega) / (2 * Math.PI)).toBeCloseTo(1, 7);
        expect((found.phaseVolume.mean * omega) / (2 * Math.PI * E)).toBeCloseTo(1, 9);
        expect(found.temperature.mean / E).toBeCloseTo(1, 7);
        expect((found.average((x) => (x - 0.3) ** 2).mean * k) / E).toBeCloseTo(1, 7);
        expect((found.average((x) => (x - 0.3) ** 4).mean * k * k) / E ** 2).toBeCloseTo(1.5, 7);
        expect(found.average("p^2").mean / (m * E)).toBeCloseTo(1, 7);
      }),
      { numRuns: 10, examples: [[8.18, 0.1, 0.01]] },
    );
  });

  test("a flat bottom, at which neighbouring values are equal by rounding, is found: x⁴ − c at 0 is x⁴ at c", () => {
    const of = (text: string, E: number) => microcanonical({ potential: potentials.expression(text), mass: [1.4] }, E);
    const [sunken, plain] = [of("x^4 - 1.3", 0), of("x^4", 1.3)];
    expect(sunken.densityOfStates.mean / plain.densityOfStates.mean).toBeCloseTo(1, 9);
    expect(of("(x^2 - 1)^4 - 0.3", 0).phaseVolume.mean / of("(x^2 - 1)^4", 0.3).phaseVolume.mean).toBeCloseTo(1, 9);
  });

  test("Morse's, which binds below its depth alone: Ω = 2π√m/a√(−2E), Φ = 2π√(2m)(√D − √−E)/a", () => {
    const [depth, a, m] = [2.6, 1.1, 1.7];
    const potential = potentials.expression("d*((1 - exp(-a*(x - c)))^2 - 1)", { d: depth, a, c: 1.4 });
    fc.assert(
      fc.property(size(0.004, 0.999), (part) => {
        const E = -depth * part;
        const found = microcanonical({ potential, mass: [m] }, E);
        const period = (2 * Math.PI * Math.sqrt(m)) / (a * Math.sqrt(-2 * E));
        const action = ((2 * Math.PI * Math.sqrt(2 * m)) / a) * (Math.sqrt(depth) - Math.sqrt(-E));
        expect(found.densityOfStates.mean / period).toBeCloseTo(1, 6);
        expect(found.phaseVolume.mean / action).toBeCloseTo(1, 6);
      }),
      { numRuns: 20 },
    );
    expect(caught(() => microcanonical({ potential, mass: [m] }, 0.2)).fault).toBe("unbounded");
  });

  test("quartic: the period by the complete Beta function", () => {
    // ∮ dx √(2m/(E − x⁴)) = 2 √(2m) E^(−1/4) B(1/4, 1/2)/2, B(1/4, 1/2) = 5.244115108584239.
    const [m, E] = [1.7, 2.9];
    const found = microcanonical({ potential: potentials.expression("x^4"), mass: [m] }, E);
    const period = Math.sqrt(2 * m) * E ** -0.25 * 0.5 * 5.244115108584239;
    expect(found.densityOfStates.mean / period).toBeCloseTo(1, 8);
  });

  test("a particle between walls: Ω = 2L√(m/2E) on the flat, and ⟨x⟩ in the middle", () => {
    const flat = { potential: potentials.expression("0*x"), mass: [1.7] };
    const found = microcanonical(flat, 2.3, { between: [0.4, 3.1] });
    expect(found.densityOfStates.mean / (2.7 * Math.sqrt((2 * 1.7) / 2.3))).toBeCloseTo(1, 10);
    expect(found.average("x").mean).toBeCloseTo(1.75, 10);
  });

  test("Ω is the slope of Φ, and equipartition holds, below and above a barrier", () => {
    const well = { potential: potentials.expression("2.3*(x^2 - 1)^2 + 0.4*x"), mass: [1.3] };
    for (const E of [-0.1, 0.7, 1.9, 3.4, 20]) {
      const [low, here, high] = [-1, 0, 1].map((side) => microcanonical(well, E + side * 1e-3));
      const slope = (high.phaseVolume.mean - low.phaseVolume.mean) / 2e-3;
      expect(slope / here.densityOfStates.mean).toBeCloseTo(1, 5);
      expect(here.average("p^2/1.3").mean / here.temperature.mean).toBeCloseTo(1, 6);
      const energy = here.average("p^2/(2*1.3) + 2.3*(x^2 - 1)^2 + 0.4*x");
      expect(energy.mean).toBeCloseTo(E, 7);
    }
  });

  test("draws lie on the shell and average as they should, in both wells", () => {
    const V = potentials.expression("2.3*(x^2 - 1)^2 + 0.4*x");
    const found = microcanonical({ potential: V, mass: [1.3] }, 1.1);
    const rng = stream("shell");
    const points = Array.from({ length: 8000 }, () => found.sample(rng));
    for (const { q, p } of points) expect(p[0] ** 2 / 2.6 + V.energy(q)).toBeCloseTo(1.1, 9);
    for (const [of, exact] of [
      [(x: number) => x, "x"],
      [(x: number, p: number) => x * x * p * p, "x^2*p^2"],
      [(x: number) => Number(x > 0), "x > 0"],
      [(_: number, p: number) => p, "p"],
    ] as const)
      expect(
        estimate.agree(estimate.timeAverage(points.map(({ q, p }) => of(q[0], p[0]))), found.average(exact).mean),
      ).toBe(true);
  });
});

describe("two and three degrees of freedom", () => {
  test("harmonic: Ω = (2π)ⁿ Eⁿ⁻¹/(Γ(n) ∏ω), kT = E/n", () => {
    const plane = microcanonical({ potential: potentials.expression("2.3*x^2/2 + 0.7*y^2/2"), mass: [1.3, 0.6] }, 1.9);
    const omegas = Math.sqrt((2.3 / 1.3) * (0.7 / 0.6));
    expect((plane.densityOfStates.mean * omegas) / ((2 * Math.PI) ** 2 * 1.9)).toBeCloseTo(1, 6);
    expect(plane.temperature.mean).toBeCloseTo(1.9 / 2, 5);
    expect(plane.average("x^2").mean).toBeCloseTo(1.9 / 2 / 2.3, 5);
    expect(plane.average("p_y^2").mean).toBeCloseTo(0.6 * (1.9 / 2), 5);
    const space = microcanonical(
      { potential: potentials.expression("(x^2 + 2*y^2 + 3*z^2)/2"), mass: [1.3, 0.6, 2] },
      1.9,
    );
    const three = Math.sqrt((1 / 1.3) * (2 / 0.6) * (3 / 2));
    const exact = ((2 * Math.PI) ** 3 * 1.9 ** 2) / 2 / three;
    expect(Math.abs(space.densityOfStates.mean - exact)).toBeLessThan(space.densityOfStates.error + 1e-9);
    expect(space.densityOfStates.error / exact).toBeLessThan(1e-3);
    expect(space.densityOfStates.mean / exact).toBeCloseTo(1, 4);
    expect(Math.abs(space.temperature.mean - 1.9 / 3)).toBeLessThan(space.temperature.error + 1e-9);
  });

  test("averages that vanish by symmetry are 0, also where the plane has two separate wells", () => {
    const wells = potentials.expression("4*(x^2 - 1)^2 + 1.05*y^2");
    for (const property of ["x", "y", "x*y", "p_x", "x*p_y"]) {
      const { mean } = microcanonical({ potential: wells, mass: [1.7, 0.6] }, 1.3).average(property);
      expect(Math.abs(mean)).toBeLessThan(1e-9);
    }
  });

  test("draws of a coupled plane follow the averages", () => {
    const V = potentials.expression("x^4 + (x - y)^2 + 0.3*y");
    const found = microcanonical({ potential: V, mass: [1.3, 0.6] }, 1.2);
    const rng = stream("plane shell");
    const points = Array.from({ length: 6000 }, () => found.sample(rng));
    for (const { q, p } of points) expect(p[0] ** 2 / 2.6 + p[1] ** 2 / 1.2 + V.energy(q)).toBeCloseTo(1.2, 9);
    const sampled = estimate.timeAverage(points.map(({ q, p }) => q[0] * q[1] * p[0] ** 2));
    expect(estimate.agree(sampled, found.average("x*y*p_x^2").mean)).toBe(true);
  });
});

describe("by sampling", () => {
  test("agrees with quadrature in a plane", async () => {
    const system = { potential: potentials.expression("x^4 + (x - y)^2 + 0.3*y"), mass: [1.3, 0.6] };
    const shell = microcanonical(system, 1.2);
    for (const property of ["y^2", "x*y*p_x^2"]) {
      const found = await ensembles.microcanonicalAverage(system, 1.2, property, { seed: property });
      expect(estimate.agree(found, shell.average(property).mean)).toBe(true);
    }
  });

  test("harmonic in six dimensions: ⟨kᵢxᵢ²⟩ = ⟨pᵢ²/mᵢ⟩ = E/n, ⟨K²⟩ = E² (n + 2)/(4(n + 1))", async () => {
    const names = ["a", "b", "c", "d", "f", "g"];
    const V = potentials.expression(names.map((name, i) => `${0.4 * 1.9 ** i}*${name}^2/2`).join(" + "));
    const system = { potential: V, mass: [1.3, 0.6, 2, 0.9, 1.7, 3.1] };
    const [E, n] = [2.3, 6];
    const average = (property: string) => ensembles.microcanonicalAverage(system, E, property, { seed: property });
    expect(estimate.agree(await average(`${0.4 * 1.9 ** 5}*g^2`), E / n)).toBe(true);
    expect(estimate.agree(await average("p_c^2/2"), E / n)).toBe(true);
    const kinetic = `(${names.map((name, i) => `p_${name}^2/${2 * system.mass[i]}`).join(" + ")})^2`;
    const found = await average(kinetic);
    expect(estimate.agree(found, (E * E * (n + 2)) / (4 * (n + 1)))).toBe(true);
    expect(found.error).toBeLessThan(0.03);
  });

  test.each([
    [[1.3], "x^2", 1, {}, "dimension", /one degree of freedom.*quadrature/],
    [[1.3, 2], "x^2 + y^2 + 3", 1, {}, "parameter", /start \(0, 0\) the potential energy is 3, and E = 1/],
    [[1.3, 2], "x^2 + y^2", 1, { start: [3] }, "dimension", /start has 1 numbers/],
    [[1.3], "x^2 + y^2", 1, {}, "dimension", /1 number/],
    [[1.3, 2], "-x^2 - y^2", 1, {}, "unbounded", /10⁶/],
    [[1.3, 2], "x^2 + y^2", Number.POSITIVE_INFINITY, {}, "parameter", /energy E is Infinity/],
  ] as const)("wrong call %#", async (mass, text, E, options, fault, message) => {
    const call = ensembles.microcanonicalAverage({ potential: potentials.expression(text), mass }, E, "x", {
      seed: "wrong",
      ...options,
    });
    const failure = (await call.catch((error: unknown) => error)) as PhysicsError;
    expect([failure.fault, failure.message]).toEqual([fault, expect.stringMatching(message)]);
  });
});

const unit = (text: string) => ({ potential: potentials.expression(text), mass: [1.3] });

test.each([
  [() => microcanonical(unit("x^2 + 3"), 2.9), "parameter", /below E = 2.9.*lowest value of V, 3/],
  [() => microcanonical(unit("x^2"), Number.NaN), "parameter", /energy E is NaN/],
  [() => microcanonical({ potential: potentials.harmonic({ k: 2 }), mass: [-1] }, 1), "parameter", /mass\[0\] is -1/],
  [() => microcanonical({ potential: potentials.harmonic({ k: 2 }), mass: [1, 2] }, 1), "dimension", /2 numbers/],
  [() => microcanonical(unit("-x^2"), 1), "unbounded", /rises on both sides/],
  [() => microcanonical(unit("log(x^2)"), 1), "unbounded", /falls to −∞|does not rise/],
  [() => microcanonical(unit("(x^2 - 1)^2"), 1), "not-converged", /still moves near/],
  [
    () => microcanonical({ potential: potentials.expression("x^2 + y^2"), mass: [1, 2] }, -1),
    "parameter",
    /below E = -1/,
  ],
  [
    () => microcanonical({ potential: potentials.expression("a^2 + b^2 + c^2 + d^2"), mass: [1, 1, 1, 1] }, 1),
    "dimension",
    /4 degrees/,
  ],
  [() => microcanonical(unit("x^2"), 1).average("y"), "expression", /not known/],
] as const)("wrong call %#", (call, fault, message) => {
  const error = caught(call);
  expect([error.fault, error.message]).toEqual([fault, expect.stringMatching(message)]);
});
