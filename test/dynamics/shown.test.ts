/** What integrators and measurements show at the end of a cell, alone and inside of lists. */

import { inspect } from "node:util";
import { expect, test } from "vitest";
import { type Displayable, display } from "../../src/display.js";
import { dynamics, potentials } from "../../src/index.js";

const [kT, gamma, D, dt] = [0.6, 1.1, 0.7, 0.05];
const system = { potential: potentials.harmonic({ k: 2.3 }), mass: [1.7] };
const langevin = dynamics.langevin(system, { kT, gamma }, dt);
const euler = dynamics.brownian(system, { kT, D }, dt, "euler-maruyama");
const bath = "dq = M⁻¹p dt, dp = (F − γp) dt + √(2γkT) M^½ dW";
const free = "dq = M⁻¹p dt, dp = F dt";

const cases: readonly (readonly [string, Displayable])[] = [
  [`Langevin BAOAB: ${bath}, dt = 0.05, kT = 0.6, gamma = 1.1`, langevin],
  [`Langevin ABO: ${free}, dt = 0.05, kT = 0.6`, dynamics.langevin(system, { kT, gamma: 0 }, dt, "ABO")],
  [`Verlet BAB: ${free}, dt = 0.05`, dynamics.velocityVerlet(system, dt)],
  [`Hybrid Monte Carlo of 7 leaps: ${free}, dt = 0.05, kT = 0.6`, dynamics.hmc(system, { kT }, dt, { leaps: 7 })],
  [
    `Langevin BAOAB: ${bath}, dt = 0.05, kT = 0.6, gamma = 1.1; steps accepted or rejected`,
    dynamics.metropolised(langevin),
  ],
  [
    `Langevin BAOAB: ${bath}, dt = 0.05, kT = 0.6, gamma = 1.1; heat and shadow work kept account of`,
    dynamics.accounted(langevin),
  ],
  [
    "Brownian leimkuhler-matthews: dq = (D/kT) F dt + √(2D) dW, dt = 0.05, kT = 0.6, D = 0.7",
    dynamics.brownian(system, { kT, D }, dt),
  ],
  [
    "Brownian euler-maruyama: dq = (D/kT) F dt + √(2D) dW, dt = 0.05, kT = 0.6, D = 0.7; steps accepted or rejected",
    dynamics.metropolised(euler),
  ],
  [
    "Brownian stochastic-heun: dq = (D(q) F/kT + α∇D) dt + √(2D(q)) dW, dt = 0.05, kT = 0.6, D = 0.5 + x^2, alpha = 0.5",
    dynamics.brownian(system, { kT, D: "0.5 + x^2", interpretation: "stratonovich" }, dt),
  ],
];

test.each(cases)("%s", (text, integrator) => {
  const { "text/plain": plain, "text/latex": tex } = integrator[display]();
  expect(plain).toBe(text);
  expect(tex).toMatch(/^\$\$dq = .*\$\$\n\$\$\\text\{.*\}, \\quad \\Delta t = 0\.05.*\$\$$/s);
});

test("a measurement inside of a list says what it is an average of", async () => {
  const run = await dynamics.ensemble(langevin, {
    trajectories: 8,
    steps: 4000,
    seed: "shown",
    observe: { x: "x", square: "x^2" },
  });
  const [x, square] = [String(run.x), String(run.square)];
  expect(x).toMatch(/^-?\d\.\d+\(\d+\)/);
  expect(inspect([run.x, { square: run.square }])).toBe(`[ ⟨x⟩ = ${x}, { square: ⟨x^2⟩ = ${square} } ]`);
});
