import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grids, operators, potentials } from "../../src/index.js";

const methods = ["hermite", "finite-volume", "upwind"] as const;
const random = fc.record({
  h: fc.double({ min: 1.7, max: 3.6, noNaN: true }),
  tilt: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
  mass: fc.double({ min: 0.6, max: 2.7, noNaN: true }),
  kT: fc.double({ min: 0.7, max: 1.3, noNaN: true }),
  gamma: fc.double({ min: 1.4, max: 6, noNaN: true }),
});
type Drawn = typeof random extends fc.Arbitrary<infer P> ? P : never;

const built = ({ h, tilt, mass, kT, gamma }: Drawn, method: (typeof methods)[number], [nx, np] = [40, 46]) => {
  const p = 8 * Math.sqrt(mass * kT);
  return operators.kleinKramers(
    { potential: potentials.expression("h*(x^2-1)^2 + tilt*x", { h, tilt }), mass: [mass] },
    { kT, gamma },
    grids.phase([-2.3, 2.3, nx], [-p, p, np]),
    { method },
  );
};
const sum = (...vectors: readonly ArrayLike<number>[]) =>
  Array.from(vectors[0], (_, i) => vectors.reduce((product, vector) => product * vector[i], 1)).reduce(
    (a, b) => a + b,
    0,
  );
/** A smooth function of both coordinates, times the equilibrium. */
const bent = (generator: operators.PhaseGenerator, k: number) => {
  const { values, grid } = generator.equilibrium();
  return values.map(
    (value, i) =>
      value * (1 + 0.4 * Math.sin(k * grid.points[2 * i]) + 0.2 * Math.tanh(grid.points[2 * i + 1] - 0.1 * k)),
  );
};

describe.each(methods)("the laws of %s", (method) => {
  const check = (
    of: (generator: operators.PhaseGenerator, parameters: Drawn) => void,
    numRuns = 4,
    cells?: [number, number],
  ) =>
    fc.assert(
      fc.property(random, (parameters) => of(built(parameters, method, cells), parameters)),
      { numRuns },
    );

  test("equilibrium is exp(−H/kT), and stays", () => {
    check((generator, { h, tilt, mass, kT }) => {
      const { values, grid, mass: total } = generator.equilibrium();
      expect(total).toBeCloseTo(1, 8);
      const H = (i: number) => {
        const [x, p] = [grid.points[2 * i], grid.points[2 * i + 1]];
        return h * (x * x - 1) ** 2 + tilt * x + (p * p) / (2 * mass);
      };
      for (const i of [610, 735, 870]) expect(Math.log(values[i] / values[690])).toBeCloseTo((H(690) - H(i)) / kT, 7);
      const rate = generator.apply(values, new Float64Array(grid.size));
      expect(sum(rate.map(Math.abs), grid.volumes)).toBeLessThan(1e-9);
      expect(
        sum(
          generator.propagate(values, 1.3).values.map((value, i) => Math.abs(value - values[i])),
          grid.volumes,
        ),
      ).toBeLessThan(1e-9);
    });
  });

  test("mass: Σ 𝓛ρ · volume = 0, and propagation keeps it", () => {
    check((generator) => {
      const rho = bent(generator, 1.7);
      const { volumes, size } = generator.grid;
      const rate = generator.apply(rho, new Float64Array(size));
      // Functions of p that go on beyond the cells are summed there only, and exp(−p²/2mkT) is 1e-14 at the ends.
      const slack = method === "hermite" ? 1e-9 : 1e-12;
      expect(Math.abs(sum(rate, volumes))).toBeLessThan(slack * sum(rate.map(Math.abs), volumes));
      expect(Math.abs(generator.propagate(rho, 0.6).mass / sum(rho, volumes) - 1)).toBeLessThan(1e-11);
    }, 2);
  });

  test("adjointness: Σ a 𝓛ρ = Σ ρ 𝓛†a, and 𝓛† of a constant is 0", () => {
    check((generator) => {
      const rho = bent(generator, 2.3);
      const { volumes, size, points } = generator.grid;
      const a = Float64Array.from(
        { length: size },
        (_, i) => Math.cos(points[2 * i]) + 0.3 * Math.sin(0.7 * points[2 * i + 1]),
      );
      const [there, back] = [
        sum(a, generator.apply(rho, new Float64Array(size)), volumes),
        sum(rho, generator.adjoint(a, new Float64Array(size)), volumes),
      ];
      expect(Math.abs(there - back)).toBeLessThan(1e-10 * (1 + Math.abs(there)));
      const still = generator.adjoint(new Float64Array(size).fill(2.7), new Float64Array(size));
      expect(Math.abs(sum(still, rho, volumes))).toBeLessThan(1e-10);
    });
  });

  test("detailed balance holds with the momenta turned round, and only then", () => {
    check((generator) => {
      const { reversed, plain } = generator.detailedBalance();
      expect(reversed).toBeLessThan(1e-11);
      expect(plain).toBeGreaterThan(0.1);
    });
  });

  test.skipIf(method === "upwind")("modes: left and right ones are dual, and a right one only decays", () => {
    check(
      (generator) => {
        const { rates, frequencies, left, right, grid } = generator.spectrum(3);
        for (let k = 0; k < rates.length; k++)
          for (let l = 0; l < rates.length; l++) {
            const [re, im] = [
              sum(left[k].re, right[l].re, grid.volumes) - sum(left[k].im, right[l].im, grid.volumes),
              sum(left[k].re, right[l].im, grid.volumes) + sum(left[k].im, right[l].re, grid.volumes),
            ];
            expect(re).toBeCloseTo(Number(k === l), 5);
            expect(im).toBeCloseTo(0, 5);
          }
        expect(frequencies[1]).toBe(0);
        const later = generator.propagate(right[1].re, 0.5).values;
        const apart = later.map((value, i) => Math.abs(value - Math.exp(-0.5 * rates[1]) * right[1].re[i]));
        expect(sum(apart, grid.volumes)).toBeLessThan(1e-6);
      },
      2,
      method === "finite-volume" ? [96, 72] : undefined,
    );
  });

  test("current: ⟨p⟩/m is how fast ⟨x⟩ moves, and J has no divergence in equilibrium alone", () => {
    check((generator) => {
      const rho = bent(generator, 1.1);
      const { volumes, size, points } = generator.grid;
      const { components } = generator.current(rho);
      const rate = generator.apply(rho, new Float64Array(size));
      const speed = sum(
        rate,
        Float64Array.from({ length: size }, (_, i) => points[2 * i]),
        volumes,
      );
      const push = sum(
        rate,
        Float64Array.from({ length: size }, (_, i) => points[2 * i + 1]),
        volumes,
      );
      const scale = sum(components[0].map(Math.abs), volumes);
      expect(Math.abs(sum(components[0], volumes) - speed)).toBeLessThan(0.02 * scale);
      expect(Math.abs(sum(components[1], volumes) - push)).toBeLessThan(
        0.04 * sum(components[1].map(Math.abs), volumes),
      );
    }, 2);
  });
});

test("upwind has no modes on such grids, and says so", () => {
  fc.assert(
    fc.property(random, (parameters) => {
      expect(() => built(parameters, "upwind").spectrum(3)).toThrow(/does not resolve mode [12].*"upwind" is for/);
    }),
    { numRuns: 3 },
  );
});

test("upwind keeps densities positive, from one cell as well", () => {
  fc.assert(
    fc.property(random, fc.integer({ min: 450, max: 990 }), (parameters, cell) => {
      const generator = built(parameters, "upwind");
      const start = new Float64Array(generator.grid.size);
      start[cell] = 1 / generator.grid.volumes[cell];
      const out = generator.apply(start, new Float64Array(start.length));
      out.forEach((value, i) => {
        if (i !== cell) expect(value).toBeGreaterThanOrEqual(0);
      });
      const { equilibrium } = generator;
      if (equilibrium().values[cell] < 1e-6) return;
      for (const t of [0.01, 0.4]) expect(generator.propagate(start, t).values.every((value) => value >= 0)).toBe(true);
    }),
    { numRuns: 6 },
  );
});
