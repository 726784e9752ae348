/** Steps that are accepted or rejected sample exactly, at a dt where the same steps without the test are far off. */

import { describe, expect, test } from "vitest";
import type { Configuration } from "../../src/dynamics/integrator.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, ensembles, estimate, potentials } from "../../src/index.js";

const { brownian, ensemble, hmc, langevin, metropolised, velocityVerlet } = dynamics;
const [kT, gamma, m, D] = [0.9, 1.1, 1.3, 0.7];
const well = potentials.expression("(x^2 - 1)^2 + x");
const gibbs = ensembles.canonical(well, kT);
const base = { trajectories: 4096, steps: 200, every: 5, burn: 40 } as const;

const observed = async <S extends Configuration>(
  integrator: dynamics.Integrator<S>,
  observe: Record<string, string>,
  seed: string,
  trajectories = 4096,
) => ensemble(integrator, { ...base, trajectories, seed, observe });

describe("in an asymmetric double well", () => {
  const observe = { x: "x", xx: "x^2", kinetic: "p^2" };
  const exact = { x: gibbs.average("x").mean, xx: gibbs.average("x^2").mean, kinetic: m * kT };

  test.each([
    ["BAOAB", "kinetic"],
    ["OBABO", "xx"],
    ["ABOBA", "xx"],
    ["BAB with an O before, BABO", "xx"],
  ] as const)("%s: ⟨%s⟩ is off by more than 10 σ, and with the test nothing is", async (name, off) => {
    const word = name.split(" ").at(-1) as string;
    const plain = langevin({ potential: well, mass: [m] }, { kT, gamma }, 0.25, word);
    const tested = await observed(metropolised(plain), { ...observe, accepted: "accepted" }, word);
    for (const key of ["x", "xx", "kinetic"] as const) expect(estimate.agree(tested[key], exact[key])).toBe(true);
    const biased = await observed(plain, observe, word);
    expect(Math.abs(estimate.inSigma(biased[off], exact[off]))).toBeGreaterThan(10);
    expect(tested.accepted.mean).toBeGreaterThan(0.9);
    expect(tested.accepted.mean).toBeLessThan(0.99);
  });

  test("hybrid Monte Carlo", async () => {
    const run = await observed(
      hmc({ potential: well, mass: [m] }, { kT }, 1.3, { leaps: 4 }),
      { ...observe, a: "accepted" },
      "hmc",
    );
    for (const key of ["x", "xx", "kinetic"] as const) expect(estimate.agree(run[key], exact[key])).toBe(true);
    expect(run.a.mean).toBeGreaterThan(0.7);
    expect(run.a.mean).toBeLessThan(0.97);
  });

  test("Brownian Euler–Maruyama, the Metropolis-adjusted Langevin algorithm", async () => {
    const plain = brownian({ potential: well }, { kT, D }, 0.05, "euler-maruyama");
    const two = { x: "x", xx: "x^2" };
    const [tested, biased] = [await observed(metropolised(plain), two, "mala"), await observed(plain, two, "mala")];
    for (const key of ["x", "xx"] as const) expect(estimate.agree(tested[key], exact[key])).toBe(true);
    expect(Math.abs(estimate.inSigma(biased.xx, exact.xx))).toBeGreaterThan(10);
  });
});

describe("with D(x), the stationary density is D^(α−1) exp(−V/kT)", () => {
  test.each([
    ["ito", 0],
    ["stratonovich", 0.5],
    ["klimontovich", 1],
  ] as const)("%s", async (interpretation, alpha) => {
    const V = potentials.expression("k*x^2/2 + tilt*x", { k: 1.7, tilt: 0.4 });
    // ρ = exp(−U/kT) with U = V − (α − 1) kT ln D.
    const U = potentials.expression("k*x^2/2 + tilt*x - (alpha - 1)*kT*log(0.5 + 1.3/(1 + x^2))", {
      k: 1.7,
      tilt: 0.4,
      alpha,
      kT,
    });
    const exact = ensembles.canonical(U, kT);
    const plain = brownian({ potential: V }, { kT, D: "0.5 + 1.3/(1 + x^2)", interpretation }, 0.3, "euler-maruyama");
    const two = { x: "x", xx: "x^2" };
    const tested = await observed(metropolised(plain), two, interpretation, 1024);
    expect(estimate.agree(tested.x, exact.average("x"))).toBe(true);
    expect(estimate.agree(tested.xx, exact.average("x^2"))).toBe(true);
    const { centres, width, density, error } = tested.x.histogram;
    let compared = 0;
    for (const [i, x] of centres.entries()) {
      const share = exact.probability(x - width / 2, x + width / 2);
      if (share < 4e-3) continue;
      compared++;
      expect(Math.abs(density[i] * width - share) / (error[i] * width)).toBeLessThan(4.5);
    }
    expect(compared).toBeGreaterThan(15);
    const biased = await observed(plain, two, interpretation, 1024);
    expect(Math.abs(estimate.inSigma(biased.xx, exact.average("x^2")))).toBeGreaterThan(10);
  });
});

test("in a plane with a mass matrix, kT K⁻¹ and kT M", async () => {
  const potential = potentials.expression("a*x^2/2 + b*y^2/2 + c*x*y", { a: 2.3, b: 1.1, c: -0.7 });
  const mass = [
    [1.7, 0.4],
    [0.4, 0.8],
  ];
  const determinant = 2.3 * 1.1 - 0.49;
  const exact = { xx: (1.1 * kT) / determinant, xy: (0.7 * kT) / determinant, pp: 0.4 * kT, qp: 0 };
  const observe = { xx: "x^2", xy: "x*y", pp: "p_x*p_y", qp: "x*p_y" };
  const options = { ...base, trajectories: 1024, steps: 160, burn: 80, start: [0, 0], observe };
  const plain = langevin({ potential, mass }, { kT, gamma }, 0.7, "OBABO");
  const tested = await ensemble(metropolised(plain), { ...options, seed: "plane" });
  for (const key of ["xx", "xy", "pp", "qp"] as const) expect(estimate.agree(tested[key], exact[key])).toBe(true);
  const biased = await ensemble(plain, { ...options, seed: "plane" });
  expect(Math.abs(estimate.inSigma(biased.xx, exact.xx))).toBeGreaterThan(10);
});

// In BAOAB the energy errors of order dt² of the two halves cancel but for the noise of size √dt between them.
test.each([
  ["OBABO", 3],
  ["BAOAB", 2.5],
] as const)("rejections of %s fall like dt to the %f", async (word, expected) => {
  const errors = [];
  for (const dt of [0.14, 0.1, 0.07]) {
    const integrator = metropolised(langevin({ potential: well, mass: [m] }, { kT, gamma }, dt, word));
    const { a } = await observed(integrator, { a: "1 - accepted" }, `dt ${dt}`);
    errors.push({ step: dt, error: a });
  }
  const order = estimate.order(errors);
  expect(Math.abs(order.mean - expected)).toBeLessThan(4 * order.error);
  expect(order.error).toBeLessThan(0.2);
});

test("at a dt beyond stability most steps are rejected, and still the average is right", async () => {
  const stiff = potentials.harmonic({ k: 7.3 });
  const run = await observed(
    metropolised(langevin({ potential: stiff, mass: [m] }, { kT, gamma }, 1.1)),
    { xx: "x^2", a: "accepted" },
    "stiff",
  );
  expect(estimate.agree(run.xx, kT / 7.3)).toBe(true);
  expect(run.a.mean).toBeLessThan(0.6);
});

test.each([
  [
    () => metropolised(langevin({ potential: well, mass: [m] }, { kT, gamma }, 0.1, "BAOA")),
    /BAOA does not read the same backwards.*BAOAB/,
  ],
  [() => metropolised(velocityVerlet({ potential: well, mass: [m] }, 0.1, { kT })), /word BAB has no O.*dynamics.hmc/],
  [
    () => metropolised(brownian({ potential: well }, { kT, D }, 0.1)),
    /leimkuhler-matthews have no density.*euler-maruyama/,
  ],
  [() => hmc({ potential: well, mass: [m] }, { kT: 0 }, 0.1), /kT is 0/],
  [() => hmc({ potential: well, mass: [m] }, { kT }, 0.5, { leaps: 2.5 }), /leaps is 2.5/],
])("wrong call %#", (call, message) => {
  expect(call).toThrow(PhysicsError);
  expect(call).toThrow(expect.objectContaining({ fault: "parameter" }));
  expect(call).toThrow(message);
});

test("hybrid Monte Carlo refuses leaps beyond stability", () => {
  const run = () =>
    dynamics.trajectory(hmc({ potential: potentials.harmonic({ k: 7.3 }), mass: [m] }, { kT }, 5, { leaps: 4 }), {
      steps: 9,
      seed: "s",
    });
  expect(run).toThrow(/dt = 5 is beyond the stability of Hybrid Monte Carlo of 4 leaps.*Try dt below 3.3/);
});
