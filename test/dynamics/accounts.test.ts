/** Heat and shadow work: the first law to rounding, and how fast the work of the letters falls with dt. */

import { describe, expect, test } from "vitest";
import { dynamics, estimate, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";
import { inverse, mass, plane } from "../oracles/coupled-plane.js";

const { accounted, langevin, trajectory, velocityVerlet } = dynamics;
const [kT, gamma] = [0.6, 1.3];
const kinetic = (p: number, r: number) =>
  0.5 * (p * (inverse[0][0] * p + inverse[0][1] * r) + r * (inverse[1][0] * p + inverse[1][1] * r));
const run = (word: string, dt: number) => langevin({ potential: plane, mass }, { kT, gamma }, dt, word);

describe.each(["BAOAB", "ABOBA", "OBABO", "OABAO", "BAOA", "OABO"])("%s", (word) => {
  const options = { steps: 400, seed: word, start: [1.2, -0.3] };

  test("obeys the first law, H(t) − H(0) = heat + shadow, and takes the course that it takes without an account", () => {
    const { columns } = trajectory(accounted(run(word, 0.2)), options);
    const H = columns.x.map(
      (x, i) => plane.energy(Float64Array.of(x, columns.y[i])) + kinetic(columns.p_x[i], columns.p_y[i]),
    );
    const worst = Math.max(...H.map((h, i) => Math.abs(h - H[0] - columns.heat[i] - columns.shadow[i])));
    expect(worst).toBeLessThan(1e-12);
    expect(Math.max(...columns.heat.map(Math.abs))).toBeGreaterThan(1);
    expect(columns.x).toEqual(trajectory(run(word, 0.2), options).columns.x);
  });

  test("takes as heat what the momenta gain in each O alone", () => {
    const integrator = run(word, 0.2);
    const rng = stream("heat");
    const state = integrator.init(Float64Array.of(1.2, -0.3), stream("thermal"));
    let heat = 0;
    for (let step = 0; step < 30; step++)
      for (const { letter, flow } of integrator.moves) {
        const before = kinetic(state.p[0], state.p[1]);
        flow(state, rng);
        if (letter === "O") heat += kinetic(state.p[0], state.p[1]) - before;
      }
    const books = accounted(integrator);
    const other = books.init(Float64Array.of(1.2, -0.3), stream("thermal"));
    const again = stream("heat");
    for (let step = 0; step < 30; step++) books.step(other, again);
    expect(other.account[0]).toBeCloseTo(heat, 12);
  });
});

test("shadow work falls like dt² for symmetric words", async () => {
  for (const word of ["BAOAB", "OBABO"]) {
    const steps = [12, 16, 24, 36, 48];
    const errors = await Promise.all(
      steps.map(async (n) => {
        const { w } = await dynamics.ensemble(accounted(run(word, 2.4 / n)), {
          trajectories: 3000,
          steps: n,
          every: n,
          start: { q: [1.2, -0.3], p: [0.4, 0.9] },
          seed: `shadow ${word} ${n}`,
          observe: { w: "shadow" },
        });
        const { mean, variance } = estimate.moments(w.values.map(Math.abs));
        return { step: 2.4 / n, error: estimate.estimate(mean, Math.sqrt(variance / 3000)) };
      }),
    );
    const order = estimate.order(errors);
    expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.05);
    expect(order.error).toBeLessThan(0.06);
  }
});

test("at constant energy there is no heat, and the shadow work is the energy error: bounded, and of order 2", () => {
  const largest = (dt: number, steps: number) => {
    const { columns } = trajectory(accounted(velocityVerlet({ potential: plane, mass }, dt)), {
      steps,
      seed: "still",
      start: { q: [1.2, -0.3], p: [0.4, 0.9] },
    });
    expect(columns.heat.every((heat) => heat === 0)).toBe(true);
    return columns.shadow.map(Math.abs);
  };
  const long = largest(0.1, 60_000);
  const [early, late] = [long.subarray(0, 3000), long.subarray(57_000)].map((part) => Math.max(...part));
  expect(late).toBeLessThan(1.5 * early);
  const order = estimate.order(
    [0.2, 0.1, 0.05, 0.025].map((dt) => ({ step: dt, error: Math.max(...largest(dt, 40 / dt)) })),
  );
  expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.05);
});

test("observables are formulas in heat and shadow, for each copy", async () => {
  const well = potentials.harmonic({ k: 2.3 });
  const observe = { sum: "p^2/3.4 + 2.3*x^2/2 - heat - shadow", heat: "heat" };
  const { sum, heat } = await dynamics.ensemble(
    accounted(langevin({ potential: well, mass: [1.7] }, { kT, gamma }, 0.3)),
    {
      trajectories: 640,
      steps: 400,
      start: { q: [0.9], p: [-0.8] },
      seed: "formula",
      observe,
    },
  );
  const start = 0.64 / 3.4 + (2.3 * 0.81) / 2;
  for (const value of sum.values) expect(Math.abs(value - start)).toBeLessThan(1e-12);
  // In the long run the bath has made up for the difference to 2 · kT/2.
  expect(Math.abs(estimate.moments(heat.values).mean - (kT - start))).toBeLessThan(0.2);
  expect(new Set(heat.values).size).toBe(640);
});
