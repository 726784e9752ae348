/** Copies in one state do not know of each other: without noise, many run as each alone. */

import { expect, test } from "vitest";
import type { Configuration } from "../../src/dynamics/integrator.js";
import { dynamics, potentials } from "../../src/index.js";
import { pulse } from "../oracles/pulse.js";

const { accounted, brownian, hmc, langevin, metropolised, velocityVerlet } = dynamics;
const potential = potentials.expression("a*(x^2 - 2)^2 + b*y^2/2 + c*x*y^3", { a: 0.4, b: 2.3, c: 0.15 });
const [kT, gamma, D] = [0.6, 1.3, "0.4 + x^2 + y^2/3"];
const mass = [
  [1.7, 0.4],
  [0.4, 0.8],
];
const full = { potential, mass };
const diagonal = { potential, mass: [1.7, 0.8] };
const general = <S extends Configuration>(integrator: dynamics.Integrator<S>): dynamics.Integrator =>
  integrator as unknown as dynamics.Integrator;

const integrators: Record<string, dynamics.Integrator> = {
  BAOAB: general(langevin(diagonal, { kT, gamma }, 0.1)),
  "OBABO with a mass matrix": general(langevin(full, { kT, gamma }, 0.1, "OBABO")),
  "Verlet of order 4": general(velocityVerlet(full, 0.1, { order: 4 })),
  accounted: general(accounted(langevin(full, { kT, gamma }, 0.1))),
  metropolised: general(metropolised(langevin(full, { kT, gamma }, 0.1))),
  "hybrid Monte Carlo": general(hmc(full, { kT }, 0.5, { leaps: 5 })),
  "Leimkuhler–Matthews": general(brownian({ potential }, { kT, D: 0.7 }, 0.02)),
  "Euler–Maruyama with D(q)": general(
    brownian({ potential }, { kT, D, interpretation: "ito" }, 0.02, "euler-maruyama"),
  ),
  "stochastic Heun": general(brownian({ potential }, { kT, D, interpretation: "stratonovich" }, 0.02)),
  MALA: general(metropolised(brownian({ potential }, { kT, D, interpretation: "ito" }, 0.02, "euler-maruyama"))),
};
const starts = [
  [1.1, 0.4],
  [-0.7, 0.9],
  [0.3, -1.2],
];

const numbers = (integrator: dynamics.Integrator, q: readonly number[]): number[][] => {
  const state = integrator.init(Float64Array.from(q), pulse(-1));
  state.p?.forEach((_, i, p) => {
    p[i] = 0.3 * q[i] + 0.2;
  });
  for (let i = 0; i < 30; i++) integrator.step(state, pulse(-1));
  return [state.q, state.p, state.force, state.account].map((part) => [...(part ?? [])]);
};

test.each(Object.keys(integrators))("%s", (name) => {
  const together = numbers(integrators[name], starts.flat());
  const alone = starts.map((start) => numbers(integrators[name], start));
  together.forEach((part, i) => {
    expect(part).toEqual(alone.flatMap((one) => one[i]));
  });
});
