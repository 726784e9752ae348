/** How far averages are off in the long run: like dt² for symmetric words, in a well that is not harmonic. */

import { expect, test } from "vitest";
import { dynamics, ensembles, estimate, potentials } from "../../src/index.js";

const [kT, gamma, m] = [0.9, 1.9, 1.3];
const wavy = potentials.expression("k*x^2/2 + a*cos(b*x)", { k: 1.7, a: 0.8, b: 2.1 });
const { average } = ensembles.canonical(wavy, kT);

test.each([
  ["OBABO", "cos(2.1*x)", average("cos(2.1*x)").mean],
  ["ABOBA", "p^2", m * kT],
  ["BAOAB", "p^2", m * kT],
  ["OABAO", "x^2", average("x^2").mean],
] as const)("%s, ⟨%s⟩", async (word, observable, exact) => {
  const found = [];
  for (const [dt, steps] of [
    [0.42, 500],
    [0.3, 700],
    [0.21, 1000],
  ]) {
    const integrator = dynamics.langevin({ potential: wavy, mass: [m] }, { kT, gamma }, dt, word);
    const { a } = await dynamics.ensemble(integrator, {
      trajectories: 4096,
      steps,
      burn: Math.round(steps / 50),
      every: 5,
      seed: `${word} ${dt}`,
      observe: { a: observable },
    });
    found.push({ step: dt, error: estimate.estimate(a.mean - exact, a.error) });
  }
  expect(Math.abs(found[0].error.mean / found[0].error.error)).toBeGreaterThan(10);
  const order = estimate.order(found);
  expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.1);
  expect(order.error).toBeLessThan(0.2);
});
