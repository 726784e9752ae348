/** How far averages are off in the long run, in a well that is not harmonic: like dt² for symmetric words and the method of Leimkuhler and Matthews, like
 *  dt for that of Euler and Maruyama. */

import { expect, test } from "vitest";
import { dynamics, ensembles, estimate, potentials } from "../../src/index.js";

const [kT, gamma, m] = [0.9, 1.9, 1.3];
const wavy = potentials.expression("k*x^2/2 + a*cos(b*x)", { k: 1.7, a: 0.8, b: 2.1 });
const { average } = ensembles.canonical(wavy, kT);

const wave = average("cos(2.1*x)").mean;

type At = (dt: number) => dynamics.Integrator;
const word =
  (letters: string): At =>
  (dt) =>
    dynamics.langevin({ potential: wavy, mass: [m] }, { kT, gamma }, dt, letters) as unknown as dynamics.Integrator;
const brownian =
  (method: dynamics.BrownianMethod): At =>
  (dt) =>
    dynamics.brownian({ potential: wavy }, { kT, D: 0.7 }, dt, method) as unknown as dynamics.Integrator;

test.each([
  ["OBABO", word("OBABO"), "cos(2.1*x)", wave, 0.42, 2],
  ["ABOBA", word("ABOBA"), "p^2", m * kT, 0.42, 2],
  ["BAOAB", word("BAOAB"), "p^2", m * kT, 0.42, 2],
  ["OABAO", word("OABAO"), "x^2", average("x^2").mean, 0.42, 2],
  ["Leimkuhler–Matthews", brownian("leimkuhler-matthews"), "cos(2.1*x)", wave, 0.34, 2],
  ["Euler–Maruyama", brownian("euler-maruyama"), "cos(2.1*x)", wave, 0.07, 1],
] as const)("%s", async (name, at, observable, exact, longest, expected) => {
  const found = [];
  for (const part of [1, 1.4, 2]) {
    const dt = longest / part;
    const steps = Math.round(500 * part);
    const { a } = await dynamics.ensemble(at(dt), {
      trajectories: 4096,
      steps,
      burn: Math.round(4 / dt),
      every: 5,
      seed: `${name} ${part}`,
      observe: { a: observable },
    });
    found.push({ step: dt, error: estimate.estimate(a.mean - exact, a.error) });
  }
  expect(Math.abs(found[0].error.mean / found[0].error.error)).toBeGreaterThan(10);
  const order = estimate.order(found);
  expect(Math.abs(order.mean - expected)).toBeLessThan(4 * order.error + 0.1);
  expect(order.error).toBeLessThan(0.25);
});
