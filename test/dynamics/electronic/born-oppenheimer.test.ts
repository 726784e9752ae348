import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dynamics, potentials } from "../../../src/index.js";
import { slope } from "../../oracles/slope.js";

const { matrix, surface, tully } = potentials;

const three = matrix(
  [
    ["x^2", { re: "0.3", im: "y" }, "0.1*x"],
    [{ re: "0.3", im: "-y" }, "1.5 + y^2", "0.2"],
    ["0.1*x", "0.2", "3.1 + x*y"],
  ],
  {},
);

describe("surfaces", () => {
  test.each([0, 1, 2])("the force of Hellmann and Feynman is −∂λ/∂q on level %i", (level) => {
    const potential = surface(three, level);
    const place = fc.double({ min: -0.8, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(place, place, (x, y) => {
        const q = Float64Array.of(x, y);
        const force = potential.force(q, new Float64Array(2));
        for (let k = 0; k < 2; k++) expect(Math.abs(force[k] + slope(potential.energy, q, k, 1e-3))).toBeLessThan(1e-6);
      }),
    );
  });

  test("of Tully's single crossing: ±√(V₁₁² + V₁₂²)", () => {
    const at = Float64Array.of(-0.6);
    const size = Math.hypot(0.01 * (1 - Math.exp(-0.96)), 0.005 * Math.exp(-0.36));
    expect(surface(tully(1), 0).energy(at)).toBeCloseTo(-size, 16);
    expect(surface(tully(1), 1).energy(at)).toBeCloseTo(size, 16);
  });

  test("a conical intersection has no slope, and says where", () => {
    const cone = matrix([
      ["x", "y"],
      ["y", "-x"],
    ]);
    expect(() => surface(cone).force(new Float64Array(2), new Float64Array(2))).toThrow(
      "The levels 0 and 1 meet at x = 0, y = 0",
    );
    expect(() => surface(cone, 2)).toThrow("The level is 2");
  });
});

describe("Born–Oppenheimer dynamics", () => {
  const start = { q: [-10], p: [10] };
  const options = { start, leaves: [-11, 10], within: 1e4, seed: "one trajectory" } as const;

  test("passes Tully's single crossing with the momentum that the energy asks for, faster than in the mean field", async () => {
    const molecule = { field: tully(1), mass: [2000] };
    const adiabatic = await dynamics.scattering(dynamics.bornOppenheimer(molecule, 1), options);
    const mean = await dynamics.scattering(dynamics.ehrenfest(molecule, 1), options);
    expect(adiabatic.p[0]).toBeCloseTo(10, 5);
    expect(adiabatic.q[0]).toBeCloseTo(10, 11);
    expect(adiabatic.transmission[0].mean).toBe(1);
    expect(adiabatic.time[0]).toBeLessThan(mean.time[0]);
  });

  test("turns back on the upper level where it has too little energy", async () => {
    const run = dynamics.bornOppenheimer({ field: tully(3), mass: [2000] }, 1, { level: 1 });
    const { p, q, reflection } = await dynamics.scattering(run, { ...options, within: 1e5 });
    expect(q[0]).toBeCloseTo(-11, 11);
    expect(p[0]).toBeLessThan(0);
    expect(reflection[0].mean).toBe(1);
  });

  test("is what Ehrenfest dynamics becomes for heavy nuclei, whose motion the electrons follow", () => {
    const gap = (M: number) => {
      const field = matrix([
        ["0.5*x^2", "0.4"],
        ["0.4", "1.5 + 0.5*x^2 + x"],
      ]);
      const [mean, single] = [dynamics.ehrenfest({ field, M }, 0.01), dynamics.bornOppenheimer({ field, M }, 0.01)];
      const begin = { q: [-1], p: [0.7] };
      const paths = [mean, single].map(
        (run) => dynamics.trajectory(run as typeof mean, { steps: 300, seed: "heavy", start: begin }).columns.x,
      );
      return Math.max(...paths[0].map((x, i) => Math.abs(x - paths[1][i])));
    };
    expect(gap(1e4)).toBeLessThan(0.02 * gap(1e2));
  });
});
