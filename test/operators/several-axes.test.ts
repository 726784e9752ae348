import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate, grids, operators, potentials } from "../../src/index.js";

const { smoluchowski } = operators;
const well = potentials.expression("h*(x^2-1)^2 + k*(y - 0.3*x)^2/2", { h: 2.3, k: 3.7 });
const space = potentials.expression("1.3*x^2 + 0.9*x*y + 1.7*y^2 + 2.1*z^2 + 0.4*y*z");
const schemes = ["scharfetter-gummel", "chang-cooper", "square-root"] as const;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const wave = (n: number, k: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(k * i + 0.7) + 0.2 * k);
const sum = (n: number, of: (i: number) => number) => {
  let total = 0;
  for (let i = 0; i < n; i++) total += of(i);
  return total;
};
/** A symmetric positive matrix, sometimes far from diagonal: R(angle) diag(a, b) R(angle)ᵀ. */
const tensor = fc.record({ a: number(0.25, 2.5), b: number(0.2, 2.2), angle: number(0, 3) }).map(({ a, b, angle }) => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const off = (a - b) * c * s;
  return [
    [a * c * c + b * s * s, off],
    [off, a * s * s + b * c * c],
  ];
});
const D = fc.oneof(
  number(0.3, 3),
  fc.constant("1.2 + 0.4*sin(x)*cos(2*y)"),
  fc.constant((x: number, y: number) => 0.7 + 0.1 * x * x + 0.05 * y * y),
  tensor,
  fc.constant((x: number, y: number) => [
    [1.3 + 0.2 * Math.sin(x), 0.5 * Math.cos(y)],
    [0.5 * Math.cos(y), 0.9],
  ]),
);
const ends = fc.constantFrom<grids.Ends[]>("natural", "reflecting", { x: "reflecting", y: "natural" });
const random = fc.record({ kT: number(0.7, 1.4), scheme: fc.constantFrom(...schemes), D, ends, uneven: fc.boolean() });
type Parameters = typeof random extends fc.Arbitrary<infer P> ? P : never;
const built = ({ kT, scheme, D: diffusion, ends: kinds, uneven }: Parameters) => {
  const finer = (x: number) => 1 + 0.8 * Math.exp(-x * x);
  const grid = uneven
    ? grids.rectangle({ from: -2.4, to: 2.4, cells: 21, finer }, { from: -3.7, to: 3.7, cells: 25, finer })
    : grids.rectangle([-2.4, 2.4, 21], [-3.7, 3.7, 25]);
  return smoluchowski(well, { kT, D: diffusion, scheme, ends: kinds }, grid);
};

describe("the laws of a generator, for every scheme, scalar and tensor D, even and uneven cells", () => {
  const check = (of: (generator: operators.ReversibleGenerator, parameters: Parameters) => void, numRuns = 40) =>
    fc.assert(
      fc.property(random, (parameters) => of(built(parameters), parameters)),
      { numRuns },
    );

  test("mass, exact equilibrium exp(−V/kT), self-adjointness", () => {
    check((generator, { kT }) => {
      const { size, volumes, points } = generator.grid;
      const out = new Float64Array(size);
      const rho = wave(size, 1.3);
      generator.apply(rho, out);
      const scale = sum(size, (i) => Math.abs(out[i]) * volumes[i]);
      expect(Math.abs(sum(size, (i) => out[i] * volumes[i]))).toBeLessThan(1e-12 * scale);
      const { values } = generator.equilibrium();
      const boltzmann = values.map((_, i) => Math.exp(-well.energy(points.subarray(2 * i, 2 * i + 2)) / kT));
      const Z = sum(size, (i) => boltzmann[i] * volumes[i]);
      for (let i = 0; i < size; i++) expect(Math.abs(values[i] / (boltzmann[i] / Z) - 1)).toBeLessThan(1e-12);
      const still = generator.apply(values, new Float64Array(size));
      expect(Math.max(...still.map(Math.abs))).toBeLessThan(1e-11 * Math.max(...values) * 1e3);
      const [f, g] = [1.3, 2.9].map((k) => wave(size, k).map((value, i) => value * values[i]));
      const form = (a: Float64Array, b: Float64Array) => {
        const moved = generator.apply(b, new Float64Array(size));
        return sum(size, (i) => (a[i] * moved[i] * volumes[i]) / values[i]);
      };
      expect(Math.abs(form(f, g) - form(g, f))).toBeLessThan(1e-11 * Math.abs(form(f, f)));
      expect(form(f, f)).toBeLessThan(0);
      expect(generator.detailedBalance().holds).toBe(true);
    });
  });

  test("no rate is negative: from one cell nothing falls below 0, at any time, and mass stays", () => {
    check((generator) => {
      const { size, volumes } = generator.grid;
      const start = new Float64Array(size);
      start[200] = 1 / volumes[200];
      const rate = generator.apply(start, new Float64Array(size));
      expect(rate.every((value, i) => i === 200 || value >= 0)).toBe(true);
      for (const t of [1e-6, 0.02, 0.7, 300]) {
        const { values, mass } = generator.propagate(start, t);
        expect(Math.abs(mass - 1)).toBeLessThan(1e-13);
        expect(values.every((value) => value >= 0)).toBe(true);
      }
    }, 25);
  });

  test("modes: 𝓛(ρψ) = −λρψ, orthonormal; a mode decays by its rate; steps compose", () => {
    check((generator) => {
      const { rates, modes, grid } = generator.spectrum(4);
      const { values } = generator.equilibrium();
      expect(rates[0]).toBe(0);
      for (let k = 0; k < 4; k++) {
        const left = values.map((value, i) => value * modes[k][i]);
        const moved = generator.apply(left, new Float64Array(grid.size));
        const residue = moved.map((value, i) => Math.abs(value + rates[k] * left[i]));
        expect(Math.max(...residue)).toBeLessThan(1e-7);
        for (let l = 0; l <= k; l++)
          expect(sum(grid.size, (i) => values[i] * modes[k][i] * modes[l][i] * grid.volumes[i])).toBeCloseTo(
            Number(k === l),
            8,
          );
        const later = generator.propagate(left, 0.13).values;
        const apart = (i: number) => Math.abs(later[i] - Math.exp(-0.13 * rates[k]) * left[i]) * grid.volumes[i];
        // Duhamel: what the mode lacks to an eigenvector grows no faster than t times its residue.
        const lack = sum(grid.size, (i) => residue[i] * grid.volumes[i]);
        expect(sum(grid.size, apart)).toBeLessThan(1e-9 + 0.13 * lack);
      }
      const start = generator.propagate((x, y) => Math.exp(-3 * (x - 0.4) ** 2 - 2 * y * y), 0);
      const [once, twice] = [
        generator.propagate(start, 0.5),
        generator.propagate(generator.propagate(start, 0.2), 0.3),
      ];
      expect(Math.max(...once.values.map((value, i) => Math.abs(value - twice.values[i])))).toBeLessThan(1e-9);
    }, 15);
  });

  test("the divergence of the current is what 𝓛 takes away, and equilibrium has none", () => {
    check((generator) => {
      const { size } = generator.grid;
      const still = generator.current(generator.equilibrium());
      for (const part of still.components) for (const value of part) expect(Math.abs(value)).toBeLessThan(1e-12);
      const rho = generator.equilibrium().values.map((value, i) => value * (1 + 0.3 * Math.sin(0.01 * i)));
      const { components } = generator.current(rho);
      // d⟨x⟩/dt = ∫ J_x, exactly.
      const { volumes, points } = generator.grid;
      const moved = generator.apply(rho, new Float64Array(size));
      const drift = sum(size, (i) => points[2 * i] * moved[i] * volumes[i]);
      const flow = sum(size, (i) => components[0][i] * volumes[i]);
      expect(Math.abs(flow - drift)).toBeLessThan(1e-9 + 1e-10 * Math.abs(drift));
    }, 20);
  });

  test("in space as well: equilibrium, mass, positivity, λ of a harmonic well", () => {
    const D3 = [
      [1.3, 0.4, -0.2],
      [0.4, 0.8, 0.3],
      [-0.2, 0.3, 1.1],
    ];
    const grid = grids.box([
      [-3.4, 3.4, 17],
      [-3.2, 3.2, 16],
      [-2.8, 2.8, 15],
    ]);
    for (const diffusion of [0.7, D3]) {
      const generator = smoluchowski(space, { kT: 0.8, D: diffusion }, grid);
      const { values } = generator.equilibrium();
      const out = generator.apply(values, new Float64Array(grid.size));
      expect(Math.max(...out.map(Math.abs))).toBeLessThan(1e-11);
      const rho = generator.propagate((x, y, z) => Math.exp(-2 * (x - 0.6) ** 2 - 3 * (y + 0.2) ** 2 - z * z), 0.4);
      expect(Math.abs(rho.mass - 1)).toBeLessThan(1e-13);
      expect(rho.values.every((value) => value >= 0)).toBe(true);
      expect(generator.detailedBalance().holds).toBe(true);
    }
  });
});

describe("convergence to closed forms", () => {
  test("an anisotropic harmonic well: λ are the sums of the eigenvalues of D K/kT, order 2 for a tensor D", () => {
    // K = [[2.6, 0.8], [0.8, 1.9]], D = [[1.1, 0.7], [0.7, 1.4]], kT = 0.9.
    const [K, T] = [
      [2.6, 0.8, 1.9],
      [1.1, 0.7, 1.4],
    ];
    const [p, q, r, s] = [
      T[0] * K[0] + T[1] * K[1],
      T[0] * K[1] + T[1] * K[2],
      T[1] * K[0] + T[2] * K[1],
      T[1] * K[1] + T[2] * K[2],
    ];
    const [trace, determinant] = [(p + s) / 0.9, (p * s - q * r) / 0.81];
    const slow = trace / 2 - Math.sqrt(trace ** 2 / 4 - determinant);
    const harmonic = potentials.expression("1.3*x^2 + 0.8*x*y + 0.95*y^2");
    const errors = [24, 34, 48, 68].map((cells) => {
      const generator = smoluchowski(
        harmonic,
        {
          kT: 0.9,
          D: [
            [1.1, 0.7],
            [0.7, 1.4],
          ],
        },
        grids.rectangle([-3.4, 3.4, cells], [-3.4, 3.4, cells]),
      );
      return { step: 6.8 / cells, error: generator.spectrum(2).rates[1] - slow };
    });
    const order = estimate.order(errors);
    expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.1);
    expect(Math.abs(errors[3].error / slow)).toBeLessThan(5e-3);
  });

  test("free diffusion with a tensor between walls: the slowest rate converges with order 2, walls included", () => {
    const rate = (cells: number) =>
      smoluchowski(
        potentials.expression("0*x*y", {}, { variables: ["x", "y"] }),
        {
          kT: 0.7,
          D: [
            [1.3, 0.6],
            [0.6, 0.9],
          ],
          ends: "reflecting",
        },
        grids.rectangle([0, 1.7, cells], [0, 1.3, cells]),
      ).spectrum(2).rates[1];
    const values = [10, 14, 20, 28, 40, 80].map(rate);
    const limit = values[5] + (values[5] - values[4]) / 3;
    const order = estimate.order([10, 14, 20, 28].map((cells, i) => ({ step: 1 / cells, error: values[i] - limit })));
    expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.15);
  });

  test("a box with sinks, walls and a period: λ₀ = D((π/L)² + 0 + …), every combination in closed form on its cells", () => {
    const [D0, Lx, Ly, nx, ny] = [0.8, 2.2, 1.6, 24, 20];
    const free = potentials.expression("0*x*y", {}, { variables: ["x", "y"] });
    const generator = smoluchowski(
      free,
      { kT: 0.6, D: D0, ends: { x: "absorbing", y: "periodic" } },
      grids.rectangle([0, Lx, nx], [0, Ly, ny]),
    );
    // Sinks half a cell away from the middles: (4D/Δx²) sin²(kπ/2n), k from 1; a period: (4D/Δy²) sin²(mπ/n).
    const across = (k: number) => 4 * D0 * ((nx / Lx) * Math.sin((k * Math.PI) / (2 * nx))) ** 2;
    const around = (m: number) => 4 * D0 * ((ny / Ly) * Math.sin((m * Math.PI) / ny)) ** 2;
    const exact = [1, 2, 3]
      .flatMap((k) => [0, 1, 1, 2, 2].map((m) => across(k) + around(m)))
      .sort((a, b) => a - b)
      .slice(0, 6);
    const { rates } = generator.spectrum(6);
    for (let k = 0; k < 6; k++) expect(Math.abs(rates[k] / exact[k] - 1)).toBeLessThan(1e-10);
    expect(Math.abs(exact[0] / (D0 * (Math.PI / Lx) ** 2) - 1)).toBeLessThan(2e-3);
    const left = generator.propagate(() => 1, 0.9);
    expect(left.mass).toBeLessThan(1);
    expect(left.mass).toBeGreaterThan(0.5 * Math.exp(-0.9 * rates[0]));
    expect(() => generator.equilibrium()).toThrow(/no equilibrium/);
    expect(generator.firstPassage([1.1, 0.8])).toBeCloseTo((1.1 * (Lx - 1.1)) / (2 * D0), 2);
  });

  test("a density that starts 90 kT up a slope slides down in shorter steps and keeps its digits", () => {
    const steep = potentials.expression("4*x^2 + 2.3*y^2");
    const generator = smoluchowski(steep, { kT: 0.5, D: 0.9 }, grids.rectangle([-4, 4, 24], [-4, 4, 24]));
    const start = generator.propagate((x, y) => Math.exp(-30 * (x - 3) ** 2 - 30 * (y - 2) ** 2), 0);
    const whole = generator.propagate(start, 0.3);
    let parts: operators.Density = start;
    for (let i = 0; i < 6; i++) parts = generator.propagate(parts, 0.05);
    expect(Math.max(...whole.values.map((value, i) => Math.abs(value - parts.values[i])))).toBeLessThan(1e-7);
  });
});
