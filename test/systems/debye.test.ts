/** Zwanzig's bath with Debye's density: its constants by quadrature from the definition, its exact correlation, and the two limits J → ∞ and λ_d → ∞. */

import { describe, expect, it } from "vitest";
import { dynamics, estimate, potentials, random, systems } from "../../src/index.js";
import { caught } from "../oracles/caught.js";

const free = potentials.custom({ dim: 1, energy: () => 0, force: () => [0] });
const [friction, cutoff, mass, light] = [1.4, 6.3, 2.3, 0.37];
const model = systems.debye({ friction, cutoff, mass, light });

/** Momentum at the times k dt of a free particle that sets out with momentum 1 in a bath at rest about it: C(t) of the bath's kernel. */
const relaxation = (bath: systems.HarmonicBath, time: number, steps: number): Float64Array => {
  const integrator = dynamics.generalizedLangevin({ potential: free, mass: [mass], bath }, { kT: 0 }, time / steps);
  return dynamics.trajectory(integrator, { steps, seed: "none is drawn", start: { q: [0.2], p: [1] } }).columns.p;
};

it("can have its frequencies drawn from their density, with the couplings that belong to them", () => {
  const modes = 4000;
  const { frequencies, couplings } = model.bath(modes, random.stream("drawn"));
  // (λ/λ_d)³ is uniform on (0, 1].
  const shares = frequencies.map((lambda) => (lambda / cutoff) ** 3);
  const { mean, variance } = estimate.moments(shares);
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * modes));
  expect(variance).toBeCloseTo(1 / 12, 2);
  for (const [j, lambda] of frequencies.entries())
    expect(3 * lambda ** 3 * couplings[j] ** 2 * modes).toBeCloseTo(model.kappa, 9);
  expect(Array.from(model.bath(5, random.stream("a")).frequencies)).toEqual(
    Array.from(model.bath(5, random.stream("a")).frequencies),
  );
});

describe("the limit of many oscillators", () => {
  it.each([
    [0.5, 0.611770118],
    [1, 0.36314201],
    [2, 0.12999381],
  ])("has the momentum correlation of the references at t = %d", (t, value) => {
    const { momentumCorrelation } = systems.debye({ friction: 1, cutoff: 10, mass: 1, light: 0.3 });
    expect(Math.abs(momentumCorrelation(t) - value)).toBeLessThan(1e-8);
  });

  it.each([0, 0.31, 1.9, 7.7])("has the kernel that follows from the density of frequencies, at t = %d", (t) => {
    // Σⱼ m λⱼ cⱼ² cos(λⱼ t) with cⱼ² = κ/(3 J λⱼ³), as the average over frequencies.
    const { value } = model.average(
      (lambda) => light * lambda * (model.kappa / (3 * lambda ** 3)) * Math.cos(lambda * t),
    );
    expect(model.kernel(t)).toBeCloseTo(value, 12);
    // Three times as much would not agree with K = πmκ/(2λ_d³), its integral.
    expect(model.kappa).toBeCloseTo((2 * friction * cutoff ** 3) / (Math.PI * light), 9);
    expect(Math.abs(model.kernel(0) / ((3 * light * model.kappa) / cutoff ** 2) - 1 / 3)).toBeLessThan(1e-14);
  });

  it("has the friction K as the integral of its kernel", () => {
    const drag = (t: number) => model.bath(200).drag(t)[0];
    // ∫₀ᵗ k = (2K/π) Si(λ_d t), which is K where averaged over its last oscillations.
    const t = (40.5 * Math.PI) / cutoff;
    const average = 0.25 * drag(t - Math.PI / cutoff) + 0.5 * drag(t) + 0.25 * drag(t + Math.PI / cutoff);
    expect(average).toBeCloseTo(friction, 5);
    expect(drag(0)).toBe(0);
  });

  it("has a correlation that starts from 1 whatever the cut-off, where much of it is the undamped mode", () => {
    for (const ratio of [0.05, 0.3, 1, 2.7, 30, 400]) {
      const { momentumCorrelation } = systems.debye({ friction, cutoff: (ratio * friction) / mass, mass, light });
      expect(momentumCorrelation(0)).toBeCloseTo(1, 11);
    }
  });

  it("is solved by the equation with memory, to second order in dt, undamped mode and all", () => {
    const soft = systems.debye({ friction, cutoff: 0.9, mass, light });
    for (const [found, time] of [
      [model, 4],
      [soft, 9],
    ] as const) {
      const errors = [40, 80, 160, 320].map((steps) => {
        const p = relaxation(found.bath(60), time, steps);
        return { step: time / steps, error: Math.abs(p[steps] - found.momentumCorrelation(time)) };
      });
      const slope = estimate.order(errors);
      expect(Math.abs(slope.mean - 2)).toBeLessThan(0.05);
      expect(errors[3].error).toBeLessThan(2e-4);
    }
  });

  it("is met to 1e-6 by extrapolation in dt of the equation with memory", () => {
    const [coarse, fine] = [800, 1600].map((steps) => relaxation(model.bath(60), 2, steps)[steps]);
    expect(Math.abs((4 * fine - coarse) / 3 - model.momentumCorrelation(2))).toBeLessThan(1e-7);
  });

  it("is reached by equal quantiles like J^(−1/3) only, and by Gauss's nodes at once", () => {
    const errors = [100, 400, 1600, 6400].map((modes) => ({
      step: 1 / modes,
      error: Math.abs(model.bath(modes, "quantiles").kernel(1.3)[0] - model.kernel(1.3)),
    }));
    expect(Math.abs(estimate.order(errors).mean - 1 / 3)).toBeLessThan(0.02);
    for (const t of [0, 1.3, 4, 12]) expect(model.bath(60).kernel(t)[0]).toBeCloseTo(model.kernel(t), 11);
  });
});

it("goes to Langevin's equation like 1/λ_d as the cut-off rises, K held", () => {
  const errors = [20, 40, 80, 160, 320].map((top) => {
    const { momentumCorrelation, langevin } = systems.debye({ friction, cutoff: top, mass, light });
    // The error is largest within the first oscillations of the fastest of them; a few fixed times stand for the rest.
    const times = [...Array.from({ length: 200 }, (_, k) => (0.06 * (k + 1)) / top), 0.5, 1, 2, 4];
    return { step: 1 / top, error: Math.max(...times.map((t) => Math.abs(momentumCorrelation(t) - langevin(t)))) };
  });
  const slope = estimate.order(errors);
  expect(Math.abs(slope.mean - 1)).toBeLessThan(0.03);
  expect(errors[4].error).toBeLessThan(2e-3);
});

it("refuses what makes no model", () => {
  expect(caught(() => systems.debye({ friction: 0, cutoff, mass, light })).fault).toBe("parameter");
  expect(caught(() => model.bath(2.5)).message).toContain("modes is 2.5");
  expect(caught(() => model.bath(4, "even" as "nodes")).message).toContain("nodes or quantiles");
  expect(caught(() => model.momentumCorrelation(Number.NaN)).fault).toBe("parameter");
});
