import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { estimate, grids, operators, potentials } from "../../src/index.js";
import { meanFirstPassage } from "../oracles/first-passage.js";
import { relaxation } from "../oracles/ornstein-uhlenbeck.js";

const { smoluchowski } = operators;
const schemes = ["scharfetter-gummel", "square-root"] as const;

/** Parameters of tilted double wells, and the generator that they stand for. */
const random = fc.record({
  h: fc.double({ min: 1.2, max: 6, noNaN: true }),
  tilt: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
  kT: fc.double({ min: 0.6, max: 1.7, noNaN: true }),
  D: fc.double({ min: 0.2, max: 3, noNaN: true }),
  scheme: fc.constantFrom(...schemes),
  cells: fc.integer({ min: 60, max: 140 }),
});
const built = ({ h, tilt, kT, D, scheme, cells }: typeof random extends fc.Arbitrary<infer P> ? P : never) =>
  smoluchowski(
    potentials.expression("h*(x^2-1)^2 + tilt*x", { h, tilt }),
    { kT, D, scheme },
    grids.interval(-2.7, 2.7, cells),
  );
const wave = (n: number, k: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(k * i + 0.7) + 0.2 * k);
const dot = (...vectors: readonly ArrayLike<number>[]) =>
  Array.from(vectors[0], (_, i) => vectors.reduce((product, vector) => product * vector[i], 1)).reduce(
    (sum, value) => sum + value,
    0,
  );

describe("the generator obeys its laws", () => {
  const check = (of: (generator: operators.Generator) => void, numRuns = 40) =>
    fc.assert(
      fc.property(random, (parameters) => of(built(parameters))),
      { numRuns },
    );

  test("mass: Σ 𝓛ρ Δx = 0 for every ρ", () => {
    check((generator) => {
      const n = generator.grid.size;
      const rate = generator.apply(wave(n, 1.3), new Float64Array(n));
      expect(Math.abs(dot(rate, generator.grid.volumes))).toBeLessThan(
        1e-12 * dot(rate.map(Math.abs), generator.grid.volumes),
      );
    });
  });

  test("equilibrium: 𝓛ρ = 0 for ρ ∝ exp(−V/kT), of mass 1", () => {
    check((generator) => {
      const { values, mass } = generator.equilibrium();
      expect(mass).toBeCloseTo(1, 13);
      const rate = generator.apply(values, new Float64Array(values.length));
      const size = values.reduce(
        (most, value, i) => Math.max(most, Math.abs(value / generator.grid.spacing ** 2), i * 0),
        0,
      );
      expect(Math.max(...rate.map(Math.abs))).toBeLessThan(1e-13 * size * 10);
    });
  });

  test("detailed balance: 𝓛 is self-adjoint in the product Σ f g/ρ", () => {
    check((generator) => {
      const n = generator.grid.size;
      const { values } = generator.equilibrium();
      const [f, g] = [1.3, 2.9].map((k) => wave(n, k).map((value, i) => value * values[i]));
      const inverse = values.map((value) => 1 / value);
      const [left, right] = [
        dot(f, generator.apply(g, new Float64Array(n)), inverse),
        dot(g, generator.apply(f, new Float64Array(n)), inverse),
      ];
      expect(Math.abs(left - right)).toBeLessThan(
        1e-11 * Math.abs(dot(f, generator.apply(f, new Float64Array(n)), inverse)),
      );
      // No relaxation feeds itself: ⟨f, 𝓛f⟩ < 0 unless f is the equilibrium.
      expect(dot(f, generator.apply(f, new Float64Array(n)), inverse)).toBeLessThan(0);
    });
  });

  test("modes: 𝓛(ρψ) = −λρψ, orthonormal in ρ, λ growing from 0", () => {
    check((generator) => {
      const { rates, modes, grid } = generator.spectrum(5);
      const { values } = generator.equilibrium();
      expect(rates[0]).toBe(0);
      for (let k = 0; k < 5; k++) {
        const left = values.map((value, i) => value * modes[k][i]);
        const residue = generator
          .apply(left, new Float64Array(grid.size))
          .map((value, i) => value + rates[k] * left[i]);
        expect(Math.max(...residue.map(Math.abs))).toBeLessThan(1e-8);
        for (let l = 0; l <= k; l++)
          expect(dot(values, modes[k], modes[l], grid.volumes)).toBeCloseTo(Number(k === l), 9);
        if (k > 0) expect(rates[k]).toBeGreaterThan(rates[k - 1]);
        expect(modes[k][grid.size - 1]).toBeGreaterThan(0);
      }
    }, 20);
  });

  test("propagation keeps mass to the bit and densities positive, from one cell as well, for any time", () => {
    check((generator) => {
      const start = new Float64Array(generator.grid.size);
      start[20] = 1 / generator.grid.spacing;
      for (const t of [1e-7, 1e-3, 0.4, 30, 1e7]) {
        const { values, mass } = generator.propagate(start, t);
        expect(Math.abs(mass - 1)).toBeLessThan(1e-14);
        expect(values.every((value) => value >= 0)).toBe(true);
      }
    }, 20);
  });

  test("propagation is a semigroup, and ends in equilibrium", () => {
    check((generator) => {
      const start = generator.propagate((x) => Math.exp(-4 * (x - 0.3) ** 2), 0);
      const once = generator.propagate(start, 0.9).values;
      const twice = generator.propagate(generator.propagate(start, 0.35), 0.55).values;
      expect(Math.max(...once.map((value, i) => Math.abs(value - twice[i])))).toBeLessThan(1e-11);
      const { values } = generator.equilibrium();
      const end = generator.propagate(start, 60 / generator.spectrum(2).rates[1]).values;
      expect(Math.max(...end.map((value, i) => Math.abs(value - values[i])))).toBeLessThan(1e-11);
    }, 20);
  });

  test("propagation of a mode is its decay, and small steps follow 𝓛", () => {
    check((generator) => {
      const { rates, modes, grid } = generator.spectrum(3);
      const { values } = generator.equilibrium();
      const start = values.map((value, i) => value * modes[2][i]);
      const later = generator.propagate(start, 0.07).values;
      expect(
        Math.max(...later.map((value, i) => Math.abs(value - Math.exp(-0.07 * rates[2]) * start[i]))),
      ).toBeLessThan(1e-10);
      const smooth = values.map((value, i) => value * (1 + 0.3 * Math.tanh(grid.points[i])));
      const rate = generator.apply(smooth, new Float64Array(grid.size));
      const [back, forth] = [1e-5, 2e-5].map((t) => generator.propagate(smooth, t).values);
      const found = smooth.map((value, i) => (4 * back[i] - forth[i] - 3 * value) / 2e-5);
      expect(Math.max(...found.map((value, i) => Math.abs(value - rate[i])))).toBeLessThan(
        1e-4 * Math.max(...rate.map(Math.abs)) + 1e-6,
      );
    }, 20);
  });

  test("first passages add up: a→c = a→b + b→c, and vanish at home", () => {
    check((generator) => {
      const [ab, bc, ac] = [
        generator.firstPassage(-1, 0.2),
        generator.firstPassage(0.2, 0.9),
        generator.firstPassage(-1, 0.9),
      ];
      expect(Math.abs(ab + bc - ac)).toBeLessThan(1e-11 * ac);
      expect(generator.firstPassage(0.4, 0.4)).toBe(0);
      expect(generator.firstPassage(0.9, -1)).toBeGreaterThan(0);
    });
  });
});

describe("against values of others", () => {
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
  expect(generator.equilibrium()[display]()["text/plain"]).toMatch(/400 cells from -2.2 to 2.2, mass 1.0+, ⟨x⟩/);
  expect(generator.spectrum(2)[display]()["text/plain"]).toMatch(/^λ0 = 0\.0+\nλ1 = 0\.0595/);
  expect(generator.grid[display]()["text/plain"]).toBe("400 cells of 0.01100 from -2.2 to 2.2");
});
