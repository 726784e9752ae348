import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { potentials } from "../../src/index.js";
import { slope } from "../oracles/slope.js";

const { lennardJones, morse, pair, pairwise } = potentials;

const size = fc.double({ min: 0.3, max: 2.7, noNaN: true });

describe("pair potentials", () => {
  test("Lennard-Jones: 0 at σ, −ε at 2^(1/6) σ, where the force vanishes", () => {
    fc.assert(
      fc.property(size, size, (epsilon, sigma) => {
        const V = lennardJones({ epsilon, sigma });
        const bottom = 2 ** (1 / 6) * sigma;
        expect(Math.abs(V.energy(sigma))).toBeLessThan(1e-14);
        expect(Math.abs(V.energy(bottom) / epsilon + 1)).toBeLessThan(1e-14);
        expect(Math.abs(V.force(bottom) * sigma)).toBeLessThan(1e-12);
      }),
    );
  });

  test("Morse: −D at r₀ with stiffness 2a²D, and 0 far away", () => {
    const V = morse({ depth: 2.3, a: 1.7, r0: 0.9 });
    expect([V.energy(0.9), V.force(0.9)].map((x) => x + 0)).toEqual([-2.3, 0]);
    expect((V.force(0.9 - 1e-6) - V.force(0.9 + 1e-6)) / 2e-6).toBeCloseTo(2 * 1.7 ** 2 * 2.3, 6);
    expect(Math.abs(V.energy(40))).toBeLessThan(1e-20);
  });

  test("force is −dV/dr", () => {
    fc.assert(
      fc.property(size, size, size, (a, b, r) => {
        for (const V of [
          lennardJones({ epsilon: a, sigma: b, cutoff: 9, shifted: true }),
          morse({ depth: a, a: b, r0: 0.8 }),
          pair("a*exp(-r/b)/r", { a, b }),
        ]) {
          const energy = ([at]: Float64Array) => V.energy(at);
          const exact = -slope(energy, Float64Array.of(r + 0.3), 0, 1e-5 * (r + 0.3));
          expect(Math.abs(V.force(r + 0.3) - exact)).toBeLessThan(
            1e-7 * (Math.abs(exact) + Math.abs(V.energy(r + 0.3))),
          );
        }
      }),
    );
  });

  test("end at the cutoff, with a jump or shifted to 0", () => {
    const [cut, shifted] = [false, true].map((on) =>
      lennardJones({ epsilon: 1.3, sigma: 0.8, cutoff: 2, shifted: on }),
    );
    expect([cut.energy(2), cut.force(2), shifted.energy(2)]).toEqual([0, 0, 0]);
    expect(shifted.energy(1.999999)).toBeCloseTo(0, 6);
    const jump = 4 * 1.3 * (0.4 ** 12 - 0.4 ** 6);
    expect(cut.energy(1.1) - shifted.energy(1.1)).toBeCloseTo(jump, 15);
    expect(cut.force(1.1)).toBe(shifted.force(1.1));
    const repulsive = lennardJones({ epsilon: 1.3, sigma: 0.8, cutoff: 2 ** (1 / 6) * 0.8, shifted: true });
    expect(repulsive.energy(0.8)).toBeCloseTo(1.3, 13);
  });

  test("tails are the integrals in closed form, in one, two and three dimensions", () => {
    const [epsilon, sigma, rc, rho] = [1.3, 0.8, 2.1, 0.6];
    const V = lennardJones({ epsilon, sigma, cutoff: rc });
    for (const d of [1, 2, 3]) {
      const shell = [2, 2 * Math.PI, 4 * Math.PI][d - 1];
      const power = (n: number) => (sigma ** n * rc ** (d - n)) / (n - d);
      const energy = 0.5 * rho * shell * 4 * epsilon * (power(12) - power(6));
      const pressure = (rho ** 2 / (2 * d)) * shell * 4 * epsilon * (12 * power(12) - 6 * power(6));
      const tail = V.tail(rho, d);
      expect(Math.abs(tail.energy / energy - 1)).toBeLessThan(1e-12);
      expect(Math.abs(tail.pressure / pressure - 1)).toBeLessThan(1e-12);
    }
    expect(lennardJones({ epsilon, sigma }).tail(rho)).toEqual({ energy: 0, pressure: 0 });
    const [D, a, r0] = [2.3, 1.7, 0.9];
    const gone = (b: number) => Math.exp(-b * (rc - r0)) * (rc ** 2 / b + (2 * rc) / b ** 2 + 2 / b ** 3);
    const exact = 2 * Math.PI * rho * D * (gone(2 * a) - 2 * gone(a));
    expect(Math.abs(morse({ depth: D, a, r0, cutoff: rc }).tail(rho).energy / exact - 1)).toBeLessThan(1e-11);
  });

  test("show V and F in LaTeX with the curve", () => {
    const bundle = lennardJones({ epsilon: 1.2, sigma: 0.9, cutoff: 3, shifted: true })[display]();
    expect(bundle["text/plain"]).toBe(
      "V(r) = 4*epsilon*((sigma/r)^12 - (sigma/r)^6)   with epsilon = 1.2, sigma = 0.9, cut and shifted at 3",
    );
    expect(bundle["text/latex"]).toContain("V(r) &= 4");
    expect(bundle["text/latex"]).not.toContain("V''");
    expect(bundle["text/markdown"]).toContain('<img alt="V(r)"');
    expect(pair("a/r", { a: 2 })[display]()["text/markdown"]).not.toContain("<img");
  });
});

describe("Lennard-Jones particles in NIST's configuration 4", () => {
  const lines = readFileSync(new URL("../references/lj_sample_config_periodic4.xyz", import.meta.url), "utf8");
  const rows = lines.trim().split("\n").slice(2);
  const q = Float64Array.from(rows.flatMap((row) => row.trim().split(/\s+/).slice(1).map(Number)));
  const V = pairwise(lennardJones({ epsilon: 1, sigma: 1, cutoff: 3 }), { particles: 30, box: 8 });

  test("have the energy, the virial and the long-range correction of the references", () => {
    expect(rows.length).toBe(30);
    expect(Math.abs(V.energy(q) + 16.790321304625856)).toBeLessThan(1e-12);
    expect(Math.abs(V.virial(q) + 46.249196746309)).toBeLessThan(1e-12);
    expect(Math.abs(V.tail.energy + 0.545166001495)).toBeLessThan(1e-12);
  });

  test("have the pressure ρkT + W/3V, which is −∂F/∂V of a stretched system", () => {
    expect(V.pressure(q, 0.85)).toBeCloseTo((30 * 0.85 - 46.249196746309 / 3) / 512, 13);
    // Stretching box, cutoff and positions together changes U by −W/3V dV, up to what the cutoff adds.
    const energy = ([s]: Float64Array) =>
      pairwise(lennardJones({ epsilon: 1, sigma: 1, cutoff: 3 * s }), { particles: 30, box: 8 * s }).energy(
        q.map((x) => s * x),
      );
    expect(-slope(energy, Float64Array.of(1), 0, 1e-4)).toBeCloseTo(V.virial(q), 6);
  });
});

describe("particles that act in pairs", () => {
  const points = (n: number) => fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: n, maxLength: n });
  const soft = pair("a*exp(-(r/b)^2) + cos(r)/9", { a: 1.9, b: 0.7 }, { cutoff: 2.3 });

  test.each([
    [1, 5],
    [2, 4],
    [3, 3],
  ])("force is −∂V/∂q and sums to 0, in %d dimensions, with and without a box", (d, particles) => {
    fc.assert(
      fc.property(points(d * particles), (list) => {
        for (const box of [undefined, 5.2]) {
          const options = { particles, dim: d, ...(box !== undefined && { box }) };
          // The shift keeps V continuous where differences reach across the cutoff.
          const V = pairwise(pair("a*exp(-(r/b)^2)", { a: 1.9, b: 0.4 }, { cutoff: 2.6, shifted: true }), options);
          const q = Float64Array.from(list);
          const force = V.force(q, new Float64Array(q.length));
          for (let i = 0; i < q.length; i++) expect(Math.abs(force[i] + slope(V.energy, q, i))).toBeLessThan(1e-7);
          for (let k = 0; k < d; k++)
            expect(Math.abs(force.reduce((sum, F, i) => (i % d === k ? sum + F : sum), 0))).toBeLessThan(1e-13);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("do not notice a shift by a box length, nor of all together", () => {
    const V = pairwise(soft, { particles: 4, dim: 2, box: [4.8, 5.7] });
    fc.assert(
      fc.property(points(8), fc.nat(3), fc.double({ min: -9, max: 9, noNaN: true }), (list, who, away) => {
        const q = Float64Array.from(list);
        const [image, moved] = [q.slice(), q.map((x) => x + away)];
        image[2 * who] += 4.8;
        image[2 * who + 1] -= 2 * 5.7;
        // Cut and not shifted, V jumps where rounding moves a pair across the cutoff: leave such points out.
        const near = V.energy(q.map((x) => x * (1 + 1e-9))) - V.energy(q.map((x) => x * (1 - 1e-9)));
        fc.pre(Math.abs(near) < 1e-6);
        expect(V.energy(image)).toBeCloseTo(V.energy(q), 10);
        expect(V.energy(moved)).toBeCloseTo(V.energy(q), 10);
      }),
    );
  });

  test("take many points at once, and name their coordinates", () => {
    const V = pairwise(soft, { particles: 2, dim: 2 });
    const q = Float64Array.of(0, 0, 1, 0.5, 0, 0, -0.7, 0.2);
    const force = V.force(q, new Float64Array(8));
    expect([...force.subarray(4)]).toEqual([...V.force(q.subarray(4), new Float64Array(4))]);
    expect(V.energy(q)).toBe(soft.energy(Math.hypot(1, 0.5)));
    expect([V.dim, V.variables]).toEqual([4, ["x1", "y1", "x2", "y2"]]);
    expect(V[display]()["text/plain"]).toMatch(/^2 particles in 2 dimensions, V\(r\) = a\*exp/);
  });

  test("that meet are named; positions that are not numbers give forces that are not", () => {
    const V = pairwise(lennardJones({ epsilon: 1.2, sigma: 0.9 }), { particles: 3, dim: 1 });
    expect(() => V.force(Float64Array.of(0, 2, 2), new Float64Array(3))).toThrow(
      /particles 2 and 3 are at a distance of 0/,
    );
    expect(() => V.energy(Float64Array.of(0, 2, 2))).toThrow(expect.objectContaining({ fault: "non-finite" }));
    expect(V.force(Float64Array.of(0, Number.NaN, 2), new Float64Array(3)).some(Number.isNaN)).toBe(true);
  });
});
