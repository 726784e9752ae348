import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grids, operators, potentials } from "../../src/index.js";

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
  const check = (of: (generator: operators.ReversibleGenerator) => void, numRuns = 40) =>
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
        (most, value, i) => Math.max(most, Math.abs(value / generator.grid.volumes[0] ** 2), i * 0),
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
      start[20] = 1 / generator.grid.volumes[0];
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
