/** What integrators and trajectories refuse, before any long work, with the fault and the way out. */

import { expect, test } from "vitest";
import type { Configuration } from "../../src/dynamics/integrator.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, potentials } from "../../src/index.js";

const { brownian, langevin, trajectory, velocityVerlet } = dynamics;
const [kT, gamma] = [0.6, 1.3];
const line = potentials.doubleWell({ h: 4 });
const plane = potentials.expression("a*x^2/2 + b*y^2/2", { a: 2.3, b: 0.9 });
const bath = { kT, gamma };
const path = <S extends Configuration>(integrator: dynamics.Integrator<S>, options: object = {}) =>
  trajectory(integrator, { steps: 1e9, seed: "wrong", start: [-1], ...options });

test.each([
  [
    "a negative mass",
    () => langevin({ potential: line, mass: [-2] }, bath, 0.1),
    "parameter",
    /mass\[0\] is -2.*positive/,
  ],
  [
    "a mass that is no number",
    () => langevin({ potential: line, mass: [Number.NaN] }, bath, 0.1),
    "parameter",
    /mass\[0\] is NaN/,
  ],
  [
    "too few masses",
    () => langevin({ potential: plane, mass: [2] }, bath, 0.1),
    "dimension",
    /1 number.*2, one for each/,
  ],
  [
    "a mass matrix that is not symmetric",
    () =>
      langevin(
        {
          potential: plane,
          mass: [
            [2, 0.3],
            [0.4, 3],
          ],
        },
        bath,
        0.1,
      ),
    "parameter",
    /0.4 and 0.3 on the two sides of its diagonal.*symmetric positive definite/,
  ],
  [
    "a mass matrix that is not positive definite",
    () =>
      langevin(
        {
          potential: plane,
          mass: [
            [2, 3],
            [3, 4],
          ],
        },
        bath,
        0.1,
      ),
    "parameter",
    /direction without positive mass.*pᵀM⁻¹p > 0/,
  ],
  [
    "a mass matrix with a hole",
    () => velocityVerlet({ potential: plane, mass: [[2], [3, 4]] }, 0.1),
    "parameter",
    /not 2 × 2 numbers/,
  ],
  [
    "a word without A",
    () => langevin({ potential: line, mass: [2] }, bath, 0.1, "BOB"),
    "parameter",
    /"BOB" is not a splitting word.*an A and a B/,
  ],
  [
    "a word of other letters",
    () => langevin({ potential: line, mass: [2] }, bath, 0.1, "BACAB"),
    "parameter",
    /"BACAB".*Try "BAOAB"/,
  ],
  [
    "a negative friction",
    () => langevin({ potential: line, mass: [2] }, { kT, gamma: -3 }, 0.1),
    "parameter",
    /gamma is -3/,
  ],
  ["no temperature", () => langevin({ potential: line, mass: [2] }, { kT: 0, gamma }, 0.1), "parameter", /kT is 0/],
  [
    "a dt that is no number",
    () => velocityVerlet({ potential: line, mass: [2] }, Number.NaN),
    "parameter",
    /dt is NaN.*above 0/,
  ],
  [
    "a Verlet of another form",
    () => velocityVerlet({ potential: line, mass: [2] }, 0.1, { word: "BAAB" as "BAB" }),
    "parameter",
    /no form "BAAB".*BAB or ABA/,
  ],
  [
    "a Verlet of another order",
    () => velocityVerlet({ potential: line, mass: [2] }, 0.1, { order: 3 as 2 }),
    "parameter",
    /no order "3".*2 or 4/,
  ],
  ["D below 0", () => brownian({ potential: line }, { kT, D: -0.4 }, 0.01), "parameter", /D is -0.4/],
  [
    "D(x) without a reading of its noise",
    () => brownian({ potential: line }, { kT, D: "1 + x^2" }, 0.01),
    "parameter",
    /can be read in several ways.*ito or stratonovich or klimontovich.*keeps exp/,
  ],
  [
    "a reading that there is not",
    () => brownian({ potential: line }, { kT, D: "1 + x^2", interpretation: "isothermal" as "ito" }, 0.01),
    "parameter",
    /no interpretation "isothermal"/,
  ],
  [
    "Leimkuhler–Matthews with D(x)",
    () => brownian({ potential: line }, { kT, D: "1 + x^2", interpretation: "ito" }, 0.01, "leimkuhler-matthews"),
    "parameter",
    /right for a constant D alone.*stochastic-heun/,
  ],
  [
    "D of an unknown name",
    () => brownian({ potential: line }, { kT, D: "1 + y^2", interpretation: "ito" }, 0.01),
    "expression",
    /"y" is not known/,
  ],
  [
    "D without a derivative",
    () => brownian({ potential: line }, { kT, D: "1 + (x > 0)", interpretation: "ito" }, 0.01),
    "expression",
    /no derivative by x/,
  ],
  [
    "D that becomes negative",
    () =>
      path(
        brownian({ potential: potentials.harmonic({ k: 2.3 }) }, { kT, D: "0.3 + x", interpretation: "ito" }, 0.01),
        { start: [0.4] },
      ),
    "parameter",
    /D is -0.\d+ at \(-0.\d+\).*stays positive/,
  ],
  [
    "velocity Verlet beyond dt ω = 2",
    () => path(velocityVerlet({ potential: line, mass: [2] }, 0.51)),
    "unstable",
    /dt = 0.51 is beyond the stability of Verlet BAB in the well at \(-1\).*dt below 0.5,.*Try dt below 0.49/,
  ],
  [
    "BAOAB beyond it",
    () => path(langevin({ potential: line, mass: [2] }, bath, 0.7)),
    "unstable",
    /dt = 0.7 is beyond.*Try dt below 0.49/,
  ],
  [
    "Euler–Maruyama beyond it",
    () => path(brownian({ potential: line }, { kT, D: 0.7 }, 0.06, "euler-maruyama")),
    "unstable",
    /dt below 0.0536/,
  ],
  [
    "stochastic Heun beyond it",
    () => path(brownian({ potential: line }, { kT, D: 0.7 }, 0.06, "stochastic-heun")),
    "unstable",
    /dt below 0.0536/,
  ],
  [
    "a stiff plane beyond it",
    () => path(velocityVerlet({ potential: plane, mass: [0.02, 3] }, 0.2), { start: [0.3, 2] }),
    "unstable",
    /at \(-?\d\S*, -?\d\S*\).*dt below 0.18/,
  ],
  [
    "a start that is no number",
    () => path(velocityVerlet({ potential: line, mass: [2] }, 0.1), { start: [Number.NaN] }),
    "non-finite",
    /start is \(NaN\)/,
  ],
  [
    "a start of too many numbers",
    () => path(velocityVerlet({ potential: line, mass: [2] }, 0.1), { start: [1, 2] }),
    "dimension",
    /2 numbers.*1, one/,
  ],
  [
    "momenta of too few numbers",
    () => path(velocityVerlet({ potential: plane, mass: [2, 3] }, 0.1), { start: { q: [1, 2], p: [3] } }),
    "dimension",
    /1 numbers.*2, one/,
  ],
  [
    "momenta where there are none",
    () => path(brownian({ potential: line }, { kT, D: 0.7 }, 0.01), { start: { q: [1], p: [2] } }),
    "undefined-quantity",
    /Brownian leimkuhler-matthews has none.*langevin/,
  ],
  [
    "no start and no temperature",
    () => path(velocityVerlet({ potential: line, mass: [2] }, 0.1), { start: undefined }),
    "parameter",
    /neither a start nor a temperature.*q: \[-1\]/,
  ],
  [
    "no start in a potential that does not confine",
    () =>
      path(brownian({ potential: potentials.expression("cos(x) - 0.4*x") }, { kT, D: 0.7 }, 0.01), {
        start: undefined,
      }),
    "unbounded",
    /no start.*no integral.*start of 1 numbers.*Give start: \[-1\]/,
  ],
  [
    "no start in four dimensions",
    () =>
      path(langevin({ potential: potentials.expression("a^2 + b^2 + c^2 + d^2"), mass: [2, 3, 4, 5] }, bath, 0.1), {
        start: undefined,
      }),
    "parameter",
    /density in 4 coordinates.*4 numbers/,
  ],
  [
    "no steps",
    () => path(velocityVerlet({ potential: line, mass: [2] }, 0.1), { steps: 0 }),
    "parameter",
    /steps is 0/,
  ],
] as const)("%s", (_, call, fault, message) => {
  const since = performance.now();
  expect(call).toThrow(PhysicsError);
  expect(call).toThrow(message);
  expect(call).toThrow(expect.objectContaining({ fault }));
  // The runs that are refused would take minutes.
  expect(performance.now() - since).toBeLessThan(3000);
});
