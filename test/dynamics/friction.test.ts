/** Langevin dynamics with friction that depends on the place, against constant friction, quadrature, and the bath of which it is the limit. */

import { describe, expect, test } from "vitest";
import { dynamics, ensembles, estimate, potentials, systems } from "../../src/index.js";
import { caught } from "../oracles/caught.js";

const well = potentials.expression("h*(x^2 - 1)^2 + c*x", { h: 0.9, c: 0.3 });
const plane = potentials.expression("(x^2 + a*y^2)/2 + x*y/4 + x^4/10", { a: 2.1 });

test("a constant friction takes the same path as langevin with γ = K/m", () => {
  const options = { steps: 500, seed: "the same noise", start: [0.4] };
  const system = { potential: well, mass: [2.3] };
  const field = dynamics.frictionLangevin(system, { kT: 0.7, friction: 1.61 }, 0.05);
  const known = dynamics.langevin(system, { kT: 0.7, gamma: 1.61 / 2.3 }, 0.05);
  const [a, b] = [field, known].map((kind) => dynamics.trajectory(kind, options).columns.x);
  for (const [k, x] of a.entries()) expect(x).toBeCloseTo(b[k], 10);
});

describe("Gibbs's measure is sampled, whatever the friction", () => {
  const sampled = async (integrator: dynamics.Integrator, observe: Record<string, string>) =>
    dynamics.ensemble(integrator, { trajectories: 128, steps: 4000, burn: 300, every: 5, seed: "Gibbs", observe });

  test("on a line", async () => {
    const friction: dynamics.Friction = (q, out) => {
      out[0] = 0.2 + 2.5 * Math.exp(-4 * (q[0] - 0.5) ** 2);
    };
    const integrator = dynamics.frictionLangevin({ potential: well, mass: [1.4] }, { kT: 0.7, friction }, 0.06);
    const found = await sampled(integrator as dynamics.Integrator, { x: "x", square: "x^2", kinetic: "p^2/2.8" });
    const exact = ensembles.canonical(well, 0.7);
    for (const [name, wanted] of [
      ["x", exact.average("x").mean],
      ["square", exact.average("x^2").mean],
    ] as const)
      expect(Math.abs(found[name].mean - wanted)).toBeLessThan(4 * found[name].error + 2e-3);
    expect(Math.abs(found.kinetic.mean - 0.35)).toBeLessThan(4 * found.kinetic.error + 2e-3);
  });

  test("on a plane, by a matrix of rank one that turns with the place", async () => {
    const friction: dynamics.Friction = (q, out) => {
      const s = [1 + 0.5 * Math.cos(q[1]), 0.8 * Math.sin(q[0])];
      out.set([1.3 * s[0] * s[0], 1.3 * s[0] * s[1], 1.3 * s[1] * s[0], 1.3 * s[1] * s[1]]);
    };
    const integrator = dynamics.frictionLangevin({ potential: plane, mass: [1.4, 0.8] }, { kT: 0.7, friction }, 0.06);
    const found = await sampled(integrator as dynamics.Integrator, {
      xx: "x^2",
      xy: "x*y",
      pp: "p_x*p_y",
      py: "p_y^2",
    });
    const exact = ensembles.canonical(plane, 0.7);
    expect(Math.abs(found.xx.mean - exact.average("x^2").mean)).toBeLessThan(4 * found.xx.error + 2e-3);
    expect(Math.abs(found.xy.mean - exact.average("x*y").mean)).toBeLessThan(4 * found.xy.error + 2e-3);
    expect(Math.abs(found.pp.mean)).toBeLessThan(4 * found.pp.error + 2e-3);
    expect(Math.abs(found.py.mean - 0.8 * 0.7)).toBeLessThan(4 * found.py.error + 2e-3);
  });
});

test("is the limit of Zwanzig's model with a curved displacement: K(x) = K s′(x)²", async () => {
  const [K, kT, mass] = [1.2, 0.5, 1.7];
  const s = potentials.expression("x + a*sin(2*x)", { a: 0.4 });
  const { bath } = systems.debye({ friction: K, cutoff: 60, mass, light: 0.4 });
  const spring = potentials.harmonic({ k: 0.6 });
  const friction: dynamics.Friction = (q, out) => {
    out[0] = K * (1 + 0.8 * Math.cos(2 * q[0])) ** 2;
  };
  const dt = 0.02;
  const options = {
    trajectories: 2000,
    steps: 100,
    every: 50,
    seed: "the limit",
    observe: { x: "x", p: "p" },
    start: { q: [1.1], p: [1.9] },
  };
  const system = { potential: spring, mass: [mass] };
  const full = dynamics.zwanzig({ ...system, bath: bath(100), displacements: [s] }, { kT }, dt);
  const limit = dynamics.frictionLangevin(system, { kT, friction }, dt);
  const even = dynamics.langevin(system, { kT, gamma: K / mass }, dt);
  const [a, b, c] = await Promise.all(
    [full, limit, even].map((kind) => dynamics.ensemble(kind as unknown as dynamics.Integrator, options)),
  );
  for (const name of ["x", "p"] as const)
    for (const k of [1, 2]) {
      const at = (run: typeof a) => estimate.estimate(run[name].course.mean[k], run[name].course.error[k]);
      // What is left at λ_d = 60 is of the order of K/(Mλ_d).
      const apart = Math.abs(at(a).mean - at(b).mean);
      expect(apart).toBeLessThan(4 * Math.hypot(at(a).error, at(b).error) + 0.02);
    }
  expect(Math.abs(b.p.course.mean[1] - c.p.course.mean[1])).toBeGreaterThan(0.2);
});

test("wrong calls are refused with the way out", () => {
  const flat = { potential: plane, mass: [1.4, 0.8] };
  expect(caught(() => dynamics.frictionLangevin(flat, { kT: 0.7, friction: 2 }, 0.05)).fault).toBe("dimension");
  expect(
    caught(() => dynamics.frictionLangevin({ potential: well, mass: [1] }, { kT: 0, friction: 2 }, 0.05)).fault,
  ).toBe("parameter");
  const run = (friction: dynamics.Friction) =>
    dynamics.trajectory(dynamics.frictionLangevin(flat, { kT: 0.7, friction }, 0.05), {
      steps: 1,
      seed: "s",
      start: [0.1, 0.2],
    });
  expect(caught(() => run((_, out) => out.set([1, 0.3, 0.2, 1]))).message).toContain(
    "K[0][1] and K[1][0] are 0.3 and 0.2",
  );
  expect(caught(() => run((_, out) => out.set([1, 2, 2, 1]))).message).toContain("eigenvalue");
});
