import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, ensembles, estimate, potentials, sampling } from "../../src/index.js";

const deep = potentials.expression("7*(x^2 - 1)^2 + 0.8*x");
const kT = 0.9;
type Biased = Parameters<Parameters<typeof sampling.umbrella>[1]>[0];
const damped = (potential: Biased) =>
  dynamics.langevin({ potential, mass: Array.from({ length: potential.dim }, () => 1.3) }, { kT, gamma: 2.1 }, 0.05);
const windows = {
  along: "x",
  from: -1.4,
  to: 1.4,
  windows: 16,
  stiffness: 40,
  steps: 20_000,
  seed: "umbrella",
  every: 5,
};

describe("umbrella sampling", () => {
  test("gives the free energy across a barrier of 8 kT within its errors", async () => {
    const { freeEnergy, overlap, windows: found, effective } = await sampling.umbrella(deep, damped, windows);
    const gibbs = ensembles.canonical(deep, kT, { between: [-1.4, 1.4] });
    const exact = Array.from(freeEnergy.centres, (x) => {
      const half = freeEnergy.width / 2;
      return -kT * Math.log(gibbs.probability(x - half, x + half) / freeEnergy.width);
    });
    const pulls = exact.map((value, i) => (freeEnergy.mean[i] - value) / freeEnergy.error[i]);
    for (const pull of pulls) expect(Math.abs(pull)).toBeLessThan(4);
    expect(Math.max(...freeEnergy.error)).toBeLessThan(0.25);
    expect(Math.max(...exact) - Math.min(...exact)).toBeGreaterThan(7 * kT);
    for (const [k, row] of overlap.entries()) {
      expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 8);
      if (k > 0) expect(row[k - 1]).toBeGreaterThan(0.03);
    }
    expect(effective.every((count) => count > 20)).toBe(true);
    expect(found.map(({ centre }) => centre)).toHaveLength(16);
  });

  test("along a combination of coordinates of a plane: the marginal of x − y", async () => {
    const V = potentials.expression("2*(x - y)^4 - 3*(x - y)^2 + (x + y)^2");
    const options = {
      ...windows,
      along: "x - y",
      from: -1.6,
      to: 1.6,
      windows: 10,
      stiffness: 12,
      bins: 24,
      steps: 10_000,
    };
    const { freeEnergy, [display]: show } = await sampling.umbrella(V, damped, options);
    const u = ensembles.canonical(potentials.expression("2*u^4 - 3*u^2"), kT, { between: [-1.6, 1.6] });
    for (const [i, x] of freeEnergy.centres.entries()) {
      const half = freeEnergy.width / 2;
      const exact = -kT * Math.log(u.probability(x - half, x + half) / freeEnergy.width);
      expect(Math.abs(freeEnergy.mean[i] - exact) / freeEnergy.error[i]).toBeLessThan(4);
    }
    expect(show()["text/plain"]).toMatch(/centre.*average/);
  });

  test("has errors that repetitions scatter by", async () => {
    const V = potentials.expression("3*(x^2 - 1)^2");
    const rise = async (i: number) => {
      const { freeEnergy } = await sampling.umbrella(V, damped, {
        ...windows,
        windows: 7,
        stiffness: 12,
        steps: 4000,
        bins: 15,
        seed: `again ${i}`,
      });
      const at = (x: number) => freeEnergy.centres.findIndex((c) => Math.abs(c - x) < 0.1);
      return estimate.estimate(freeEnergy.mean[at(0)], freeEnergy.error[at(0)]);
    };
    const found = await Promise.all(Array.from({ length: 24 }, (_, i) => rise(i)));
    const { mean, variance } = estimate.moments(found.map((value) => value.mean));
    const stated = estimate.moments(found.map(({ error }) => error)).mean;
    const gibbs = ensembles.canonical(V, kT, { between: [-1.4, 1.4] });
    expect(Math.abs(mean + kT * Math.log(gibbs.probability(-0.1, 0.1) / 0.2))).toBeLessThan(
      4 * Math.sqrt(variance / 24),
    );
    // A scatter of 24 is known to 14 %.
    expect(Math.abs(Math.sqrt(variance) / stated - 1)).toBeLessThan(0.5);
  });
});

test.each([
  [{ windows: 4, stiffness: 900 }, "not-converged", /windows at .* and .* share 0 % of their samples.*twice as many/],
  [{ windows: 1 }, "parameter", /windows is 1/],
  [{ stiffness: -2 }, "parameter", /stiffness is -2/],
  [{ from: 2 }, "parameter", /windows go from 2 to 1.4.*from: 1.4, to: 2/],
  [{ steps: 100 }, "parameter", /steps is 100/],
  [{ along: "z" }, "expression", /"z"/],
  [{ bins: 1 }, "parameter", /bins is 1/],
  [{ seed: "", start: () => [1, 2] }, "dimension", /start has 2 numbers/],
] as const)("wrong call %#", async (options, fault, message) => {
  const call = sampling.umbrella(deep, damped, { ...windows, ...options } as typeof windows);
  const failure = (await call.catch((error: unknown) => error)) as PhysicsError;
  expect(failure).toBeInstanceOf(PhysicsError);
  expect([failure.fault, failure.message]).toEqual([fault, expect.stringMatching(message)]);
});
