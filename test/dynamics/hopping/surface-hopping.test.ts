/** Surface hopping: its laws along single trajectories, and what many of them make of crossings whose answer is known. */

import { describe, expect, test } from "vitest";
import { dynamics, ensembles, estimate, operators, potentials, random } from "../../../src/index.js";
import { caught } from "../../oracles/caught.js";

const { surfaceHopping } = dynamics;
const { matrix, tully } = potentials;

/** A smooth complex field of two coordinates with three states. */
const twisted = matrix(
  [
    ["0.5*k*(x^2 + y^2) + a*x", { re: "c*y", im: "c*x*exp(-y^2)" }, "0"],
    [{ re: "c*y", im: "-c*x*exp(-y^2)" }, "0.5*k*(x^2 + y^2) - a*x", { re: "0", im: "0.2" }],
    ["0", { re: "0", im: "-0.2" }, "g + 0.5*k*(x^2 + 2*y^2)"],
  ],
  { k: 0.9, a: 0.6, c: 0.35, g: 1.3 },
);
const molecule = { field: twisted, mass: [1.4, 2.3], hbar: 0.3 };

const energies = (options: dynamics.SurfaceHoppingOptions, dt: number, time: number, seed: string) => {
  const path = dynamics.trajectory(surfaceHopping(molecule, dt, options), {
    steps: Math.round(time / dt),
    seed,
    start: { q: [-0.8, 0.5], p: [2.1, -1.4] },
  });
  return { H: path.series("p_x^2/2.8 + p_y^2/4.6 + potential"), path };
};

const worstOf = (H: Float64Array): number => H.reduce((most, value) => Math.max(most, Math.abs(value - H[0])), 0);

describe("each trajectory", () => {
  test("keeps its energy through all its hops, within O(dt²)", () => {
    const errors = [0.04, 0.02, 0.01].map((dt) => {
      const worst = ["one", "two", "three", "four"].map((seed) => {
        const { H, path } = energies({}, dt, 12, seed);
        expect(path.columns.hops[H.length - 1]).toBeGreaterThan(0);
        return worstOf(H);
      });
      return { step: dt, error: Math.max(...worst) };
    });
    expect(Math.abs(estimate.order(errors).mean - 2)).toBeLessThan(0.3);
    expect(errors[2].error).toBeLessThan(1e-3);
  });

  test("keeps it too where frustrated hops turn its momentum round, and with decoherence", () => {
    const low = { q: [-0.3, 0.2], p: [0.8, -0.5] };
    const integrator = surfaceHopping(molecule, 0.005, { electrons: 1, frustrated: "reverse", decoherence: 0.1 });
    const path = dynamics.trajectory(integrator, { steps: 8000, seed: "frustrated", start: low });
    expect(path.columns.frustrated[8000]).toBeGreaterThan(0);
    expect(worstOf(path.series("p_x^2/2.8 + p_y^2/4.6 + potential"))).toBeLessThan(5e-4);
  });

  test("is on one level, with amplitudes of length 1", () => {
    for (const decoherence of [undefined, 0.1]) {
      const { path } = energies(decoherence === undefined ? {} : { decoherence }, 0.02, 12, "norm");
      const sums = path.series("rho_0 + rho_1 + rho_2");
      const levels = path.series("P_0 + P_1 + P_2");
      for (const [k, sum] of sums.entries()) expect([Math.abs(sum - 1) < 1e-11, levels[k]]).toEqual([true, 1]);
    }
  });

  test("is that of Born and Oppenheimer where nothing couples", () => {
    const field = matrix(
      [
        ["k*x^2/2", "0"],
        ["0", "E + k*x^2"],
      ],
      { k: 1.3, E: 2.2 },
    );
    const start = { q: [0.9], p: [0.4] };
    const options = { steps: 300, seed: "alone", start };
    const hopping = dynamics.trajectory(surfaceHopping({ field, mass: [1.7] }, 0.05, { electrons: 1 }), options);
    const alone = dynamics.trajectory(dynamics.bornOppenheimer({ field, mass: [1.7] }, 0.05, { level: 1 }), options);
    for (const name of ["x", "p"])
      for (const [k, value] of hopping.columns[name].entries()) expect(value).toBeCloseTo(alone.columns[name][k], 11);
    expect(hopping.columns.hops[300]).toBe(0);
  });

  test("passes a crossing too sharp to be seen between two steps on its diabatic state", () => {
    const field = matrix(
      [
        ["a*x", "c"],
        ["c", "-a*x"],
      ],
      { a: 0.8, c: 1e-9 },
    );
    const path = dynamics.trajectory(surfaceHopping({ field, mass: [1.5], hbar: 0.7 }, 0.0313), {
      steps: 100,
      seed: "trivial",
      start: { q: [-1], p: [2.3] },
    });
    expect([path.columns.hops[100], path.columns.P_1[100]]).toEqual([1, 1]);
    // On the diabatic state the force stays as it was.
    expect(path.columns.p[100]).toBeCloseTo(2.3 - 0.8 * 100 * 0.0313, 9);
  });

  test("leaves electrons on its level behind a crossing where they lose coherence, and not otherwise", () => {
    const at = (options: dynamics.SurfaceHoppingOptions) => {
      const run = dynamics.trajectory(surfaceHopping({ field: tully(1), mass: [2000] }, 2, options), {
        steps: 1500,
        seed: "behind",
        start: { q: [-5], p: [20] },
      });
      return Math.max(run.columns.rho_0[1500], run.columns.rho_1[1500]);
    };
    expect(at({ decoherence: 0.1 })).toBeGreaterThan(0.999);
    expect(at({})).toBeLessThan(0.9);
  });
});

describe("many trajectories", () => {
  const through = (k: number, trajectories: number, seed: string, options: dynamics.SurfaceHoppingOptions = {}) =>
    dynamics.scattering(surfaceHopping({ field: tully(1), mass: [2000] }, 6, options), {
      start: { q: [-6], p: [k] },
      leaves: [-7, 7],
      within: 1e4,
      seed,
      trajectories,
    });

  test("leave levels as their amplitudes say, where no hop is frustrated", async () => {
    const found = await through(25, 1500, "consistent");
    expect(found.average("frustrated").mean).toBe(0);
    const { mean, error } = found.average("P_1 - rho_1");
    expect(Math.abs(mean)).toBeLessThan(4 * error);
    expect(found.average("P_1").error).toBeLessThan(0.02);
  });

  test("come near the exact answer for the single crossing, as little interference is there", async () => {
    const exact = operators.scattering({ field: tully(1), mass: [2000] }, { momentum: 20 });
    const { transmission } = await through(20, 1500, "the exact answer");
    expect(Math.abs(transmission[1].mean - exact.transmitted[1])).toBeLessThan(4 * transmission[1].error + 0.02);
    expect(transmission[1].error).toBeGreaterThan(0.005);
  });

  test("are the same for the same seed, one by one, however many there are", async () => {
    const [few, more] = [await through(15, 20, "again"), await through(15, 40, "again")];
    expect(Array.from(more.p.subarray(0, 20))).toEqual(Array.from(few.p));
    expect(new Set(more.p).size).toBeGreaterThan(1);
  });

  test("end on the end of their interval, noise or not, as the step that is cut keeps its chances", async () => {
    const found = await dynamics.scattering(
      surfaceHopping({ field: tully(1), mass: [2000] }, 40, { kT: 0.03, gamma: 2e-4, decoherence: 0.1 }),
      { start: { q: [-4], p: [25] }, leaves: [-6, 6], within: 1e5, seed: "noise", trajectories: 60 },
    );
    for (const x of found.q) expect(Math.abs(Math.abs(x) - 6)).toBeLessThan(1e-11);
    expect(new Set(found.p).size).toBe(60);
  });

  test("cross as Landau and Zener say at a constant speed", async () => {
    const [a, c, hbar, mass, p] = [0.9, 0.11, 0.3, 50, 40];
    const field = potentials.avoidedCrossing({ slopes: [a, -a], coupling: c });
    const found = await dynamics.scattering(surfaceHopping({ field, mass: [mass], hbar }, 0.05), {
      start: { q: [-6], p: [p] },
      leaves: [-6.5, 6],
      within: 100,
      seed: "Zener",
      trajectories: 1000,
    });
    const stays = Math.exp((-2 * Math.PI * c * c) / (hbar * (p / mass) * 2 * a));
    // The speed changes by a tenth on the way; what is left of the oscillation at the ends is of the order of c/(2ax).
    expect(Math.abs(found.transmission[1].mean - stays)).toBeLessThan(4 * found.transmission[1].error + 0.015);
    expect(stays).toBeGreaterThan(0.5);
    expect(stays).toBeLessThan(0.9);
  });

  test("in a bath obey detailed balance by their levels, nearly; their amplitudes do not, unless they lose coherence", async () => {
    const field = matrix(
      [
        ["k*x^2/2 + g*x", "c"],
        ["c", "k*x^2/2 - g*x + E"],
      ],
      { k: 0.8, g: 0.5, c: 0.08, E: 0.3 },
    );
    const kT = 0.6;
    const Z = [0, 1].map((level) => ensembles.canonical(potentials.surface(field, level), kT).Z);
    const boltzmann = Z[1] / (Z[0] + Z[1]);
    for (const options of [{}, { decoherence: 0.1 }]) {
      const integrator = surfaceHopping({ field, mass: [1.9], hbar: 0.4 }, 0.05, { kT, gamma: 0.8, ...options });
      const run = await dynamics.ensemble(integrator as unknown as dynamics.Integrator, {
        trajectories: 64,
        steps: 8000,
        burn: 400,
        seed: "balance",
        observe: { upper: "P_1", amplitude: "rho_1", kinetic: "p^2/3.8" },
      });
      expect(Math.abs(run.upper.mean / boltzmann - 1)).toBeLessThan(0.1);
      expect(run.upper.error).toBeLessThan(0.04 * boltzmann);
      expect(Math.abs(run.kinetic.mean / (0.5 * kT) - 1)).toBeLessThan(0.03);
      const off = Math.abs(run.amplitude.mean / boltzmann - 1);
      if ("decoherence" in options) expect(off).toBeLessThan(0.15);
      else expect(off).toBeGreaterThan(0.5);
    }
  });
});

test("a first level is drawn with the populations of the amplitudes", () => {
  const integrator = surfaceHopping(molecule, 0.02, {
    electrons: () => ({ re: Float64Array.of(0.6, 0, -0.3), im: Float64Array.of(0, 1.1, 0.2) }),
  });
  const copies = 20_000;
  const state = integrator.init(
    Float64Array.from({ length: 2 * copies }, (_, i) => 0.1 * (i % 2)),
    random.stream("drawn"),
  );
  const total = 0.36 + 1.21 + 0.13;
  for (const [j, weight] of [0.36, 1.21, 0.13].entries()) {
    const share = state.level.filter((level) => level === j).length / copies;
    const exact = weight / total;
    expect(Math.abs(share - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / copies));
  }
});

test("wrong calls are refused with the way out", () => {
  expect(caught(() => surfaceHopping(molecule, 0.02, { electrons: 3 })).fault).toBe("parameter");
  expect(caught(() => surfaceHopping(molecule, 0.02, { decoherence: -0.1 })).message).toContain("decoherence is -0.1");
  expect(caught(() => surfaceHopping(molecule, 0.02, { gamma: 0.3 })).message).toContain("kT is 0");
  expect(caught(() => surfaceHopping(molecule, 0.02, { frustrated: "stop" as "ignore" })).message).toContain(
    "ignore or reverse",
  );
  const fast = surfaceHopping(molecule, 5);
  expect(
    caught(() => dynamics.trajectory(fast, { steps: 1, seed: "fast", start: { q: [2, 1], p: [0, 0] } })).fault,
  ).toBe("unstable");
});
