import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { estimate, grids, operators, potentials } from "../../src/index.js";
import { meanFirstPassage } from "../oracles/first-passage.js";
import { relaxation } from "../oracles/ornstein-uhlenbeck.js";

const { smoluchowski } = operators;
const schemes = ["scharfetter-gummel", "square-root"] as const;

// λ₁₋₃ and the first passages of the double well come from programs and quadratures of their own; `first-passage.ts` repeats the latter.
describe("against values found in other ways", () => {
  const grid = grids.interval(-2.3, 2.3, 1000);
  const well = potentials.doubleWell({ h: 4 });

  test.each(schemes)("double well by %s: λ₁₋₃ and first passages to 1e-4", (scheme) => {
    const generator = smoluchowski(well, { kT: 1, D: 1, scheme }, grid);
    [0.119118373, 13.241576256, 22.048961192].forEach((rate, k) => {
      expect(Math.abs(generator.spectrum(4).rates[k + 1] / rate - 1)).toBeLessThan(1e-4);
    });
    expect(Math.abs(generator.firstPassage(-1, 0) / 8.48643607 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(generator.firstPassage(-1, 1) / 17.31591119 - 1)).toBeLessThan(1e-4);
  });

  test("the same between cells, with kT, D and both directions, against quadrature", () => {
    const tilted = potentials.expression("h*(x^2-1)^2 + tilt*x", { h: 2.4, tilt: 0.3 });
    const V = potentials.profile(tilted);
    const generator = smoluchowski(tilted, { kT: 0.7, D: 1.6 }, grids.interval(-2.4, 2.4, 1200));
    const exact = meanFirstPassage(V, { kT: 0.7, D: 1.6, a: -1.0337, b: 0.8121, floor: -3 });
    expect(Math.abs(generator.firstPassage(-1.0337, 0.8121) / exact - 1)).toBeLessThan(5e-5);
    const back = meanFirstPassage((x) => V(-x), { kT: 0.7, D: 1.6, a: -0.8121, b: 1.0337, floor: -3 });
    expect(Math.abs(generator.firstPassage(0.8121, -1.0337) / back - 1)).toBeLessThan(5e-5);
  });

  test("harmonic: λₖ = k D κ/kT, mean and variance of a narrow start", () => {
    const [k, kT, D] = [2.3, 0.7, 1.9];
    const generator = smoluchowski(potentials.harmonic({ k }), { kT, D }, grids.interval(-4.5, 4.5, 1500));
    generator.spectrum(5).rates.forEach((rate, n) => {
      expect(Math.abs(rate - (n * D * k) / kT)).toBeLessThan((1e-4 * n * D * k) / kT + 1e-12);
    });
    const [x0, s0] = [1.1, 0.04];
    const start = generator.propagate((x) => Math.exp((-0.5 * (x - x0) ** 2) / s0), 0);
    for (const t of [0.02, 0.15, 0.6]) {
      const { mean, variance } = relaxation(k, kT, D, x0, t);
      const rho = generator.propagate(start, t);
      const found = rho.average((x) => x);
      expect(found).toBeCloseTo(mean, 4);
      expect(rho.average((x) => (x - found) ** 2)).toBeCloseTo(variance + s0 * Math.exp((-2 * D * k * t) / kT), 4);
    }
  });

  test.each(schemes)("%s converges with order 2 in Δx", (scheme) => {
    const errors = [100, 200, 400, 800].map((cells) => ({
      step: 4.6 / cells,
      error:
        smoluchowski(well, { kT: 1, D: 1, scheme }, grids.interval(-2.3, 2.3, cells)).spectrum(3).rates[2] -
        13.241576256,
    }));
    const order = estimate.order(errors);
    expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.02);
  });

  test("rates of 1e-16 keep their digits: λ₁ τ = 2 behind a barrier of 40 kT", () => {
    const generator = smoluchowski(potentials.doubleWell({ h: 40 }), { kT: 1, D: 1.7 }, grids.interval(-1.7, 1.7, 900));
    const [, slow] = generator.spectrum(2).rates;
    expect(slow).toBeLessThan(1e-14);
    expect(Math.abs((slow * generator.firstPassage(-1, 1)) / 2 - 1)).toBeLessThan(1e-10);
  });

  test.each([100, 160])("first passages over %d kT, on a grid whose ends lie beyond the reach of exp", (h) => {
    const steep = potentials.doubleWell({ h });
    const generator = smoluchowski(steep, { kT: 1, D: 1.3 }, grids.interval(-2.2, 2.2, 8000));
    for (const [a, b] of [
      [-1, 0],
      [-1, 1],
    ]) {
      const exact = meanFirstPassage(potentials.profile(steep), { kT: 1, D: 1.3, a, b, floor: -1.6 });
      expect(Math.abs(generator.firstPassage(a, b) / exact - 1)).toBeLessThan(1e-4);
      expect(Math.abs(generator.firstPassage(-a, -b) / exact - 1)).toBeLessThan(1e-4);
    }
    expect(() => generator.spectrum(2)).toThrow(/700 kT above the lowest well.*Narrow the grid/);
    expect(() => generator.firstPassage(-1, 2.19)).toThrow(/longer than a number can say/);
    const narrow = smoluchowski(steep, { kT: 1, D: 1.3 }, grids.interval(-1.6, 1.6, 4000)).spectrum(3);
    expect(Math.abs((narrow.rates[1] * generator.firstPassage(-1, 1)) / 2 - 1)).toBeLessThan(1e-3);
    expect(narrow.modes.every((mode) => mode.every(Number.isFinite))).toBe(true);
  });

  test("free diffusion between walls: λₖ = (4D/Δx²) sin²(kπ/2n), which tends to D (kπ/L)²", () => {
    const [D, L, n] = [1.3, 2.5, 600];
    const generator = smoluchowski(
      potentials.expression("0*x"),
      { kT: 0.8, D, ends: "reflecting" },
      grids.interval(0, L, n),
    );
    generator.spectrum(6).rates.forEach((rate, k) => {
      expect(Math.abs(rate - 4 * D * ((n / L) * Math.sin((k * Math.PI) / (2 * n))) ** 2)).toBeLessThan(
        1e-12 * rate + 1e-300,
      );
      expect(Math.abs(rate - D * ((k * Math.PI) / L) ** 2)).toBeLessThan(1e-4 * rate + 1e-300);
    });
    expect(generator.firstPassage(0.5, 2)).toBeCloseTo((4 - 0.25) / (2 * D), 4);
  });
});

describe("wrong calls say what to do", () => {
  const well = potentials.doubleWell({ h: 4 });
  const grid = grids.interval(-2.2, 2.2, 200);
  test.each([
    [() => smoluchowski(well, { kT: 1, D: 1 }, grids.interval(-1, 2.2, 100)), /At -1, where the grid ends.*Widen it/],
    [() => smoluchowski(well, { kT: 1, D: 1 }, grids.interval(-2.2, 1.1, 100)), /At 1.1/],
    [() => smoluchowski(well, { kT: -1, D: 1 }, grid), /kT is -1/],
    [() => smoluchowski(well, { kT: 1, D: 0 }, grid), /D is 0/],
    [() => smoluchowski(potentials.expression("x^2 + y^2"), { kT: 1, D: 1 }, grid), /2 coordinates/],
    [() => smoluchowski(potentials.expression("x^2 - log(x)"), { kT: 1, D: 1 }, grid), /V\(-2.189\) is NaN/],
    [() => smoluchowski(well, { kT: 1, D: 1 }, grid).firstPassage(-1, 3), /3 lies outside/],
    [() => smoluchowski(well, { kT: 1, D: 1 }, grid).spectrum(0), /count is 0/],
    [() => smoluchowski(well, { kT: 1, D: 1 }, grid).propagate(new Float64Array(5), 1), /5 values.*200/],
    [() => smoluchowski(well, { kT: 1, D: 1 }, grid).propagate((x) => x * x, -1), /time is -1/],
    [() => smoluchowski(well, { kT: 1, D: 1 }, grid).propagate(() => Number.NaN, 1), /not finite/],
    [() => smoluchowski(well, { kT: 1, D: 1, scheme: "upwind" as "square-root" }, grid), /scheme "upwind"/],
    [() => grids.interval(2, -2, 100), /runs from 2 to -2/],
    [() => grids.interval(-2, 2, 2.5), /number of cells is 2.5/],
    [() => grids.interval(-2, Number.POSITIVE_INFINITY, 10), /to is Infinity/],
  ])("%#", (call, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
  });
});

test("everything shows itself", () => {
  const generator = smoluchowski(potentials.doubleWell({ h: 4 }), { kT: 1, D: 0.5 }, grids.interval(-2.2, 2.2, 400));
  expect(generator[display]()["text/latex"]).toContain("\\frac{\\partial \\rho}{\\partial t}");
  expect(generator.equilibrium()[display]()["text/plain"]).toMatch(
    /400 cells of 0.01100 from -2.2 to 2.2, mass 1.0+, ⟨x⟩/,
  );
  expect(generator.spectrum(2)[display]()["text/plain"]).toMatch(/^λ0 = 0\.0+\nλ1 = 0\.0595/);
  expect(generator.grid[display]()["text/plain"]).toBe("400 cells of 0.01100 from -2.2 to 2.2");
});
