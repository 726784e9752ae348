/** A heavy particle in Zwanzig's bath, with all oscillators and with memory in their place. */

import { describe, expect, test } from "vitest";
import { dynamics, ensembles, estimate, potentials, random, systems } from "../../src/index.js";
import { caught } from "../oracles/caught.js";
import { expm, type Matrix } from "../oracles/dense.js";

const light = 0.8;
const double = potentials.expression("h*(x^2 - 1)^2 + c*x", { h: 1.3, c: 0.2 });
const plane = potentials.expression("(x^2 + a*y^2)/2 + x*y/4 + x^4/10", { a: 2.1 });
const bath = systems.harmonicBath({
  frequencies: [0.7, 1.9, 3.1, 4.4],
  couplings: [0.4, 0.3, -0.6, 0.25],
  light,
});
const twofold = systems.harmonicBath({
  frequencies: [0.7, 1.9, 3.1],
  couplings: [
    [0.4, -0.2],
    [0.3, 0.5],
    [-0.6, 0.1],
  ],
  light,
});
const curved = potentials.expression("x + sin(x*y)/2", {}, { variables: ["x", "y"] });
const other = potentials.expression("y - x^2/5", {}, { variables: ["x", "y"] });
const onLine = { potential: double, mass: [2.3], bath };
const onPlane = { potential: plane, mass: [1.7, 0.9], bath: twofold };

const systemsAtHand: readonly (readonly [string, dynamics.BathedSystem, number[]])[] = [
  ["a double well", onLine, [0.4]],
  ["a plane that the bath feels by its coordinates", onPlane, [0.3, -0.2]],
  ["a plane that it feels by curved functions", { ...onPlane, displacements: [curved, other] }, [0.3, -0.2]],
  [
    "masses in a matrix",
    {
      ...onPlane,
      mass: [
        [1.7, 0.4],
        [0.4, 0.8],
      ],
    },
    [0.3, -0.2],
  ],
];

describe.each(systemsAtHand)("%s", (_, system, start) => {
  test("takes the same path with all oscillators as with memory and their noise", () => {
    const options = { steps: 400, seed: "the same initial data", start };
    const [full, remembered] = [dynamics.zwanzig, dynamics.generalizedLangevin].map((kind) =>
      dynamics.trajectory(kind(system, { kT: 0.6 }, 0.05) as dynamics.Integrator, options),
    );
    for (const [name, column] of Object.entries(remembered.columns)) {
      const apart = column.map((value, k) => Math.abs(value - full.columns[name][k]));
      expect(Math.max(...apart)).toBeLessThan(1e-9);
      expect(Math.max(...column) - Math.min(...column)).toBeGreaterThan(0.5);
    }
  });

  test("keeps its energy within O(dt²), however long it runs", () => {
    const worst = (steps: number, dt: number) => {
      const { energy } = dynamics.trajectory(dynamics.zwanzig(system, { kT: 0.6 }, dt), {
        steps,
        seed: "H",
        start,
      }).columns;
      return Math.max(...energy.map((H) => Math.abs(H - energy[0])));
    };
    const errors = [0.16, 0.08, 0.04, 0.02].map((dt) => ({ step: dt, error: worst(8 / dt, dt) }));
    expect(Math.abs(estimate.order(errors).mean - 2)).toBeLessThan(0.15);
    expect(worst(20_000, 0.04)).toBeLessThan(4 * errors[2].error);
  });

  test("runs back to where it began when all momenta are turned", () => {
    const integrator = dynamics.zwanzig(system, { kT: 0.6 }, 0.08);
    const rng = random.stream("and back");
    const state = integrator.init(Float64Array.from(start), rng);
    const before = [state.q, state.p].map((values) => values.slice());
    // Amplitudes refer to where the bath was felt last, in the middle of a step: turned round, the way back begins with that half step.
    for (let k = 0; k < 50; k++) integrator.step(state, rng);
    for (const values of [state.p, state.im]) for (let i = 0; i < values.length; i++) values[i] *= -1;
    for (let k = 0; k < 50; k++) integrator.step(state, rng);
    for (const [k, values] of [state.q, state.p].entries())
      for (const [i, value] of values.entries()) expect(value).toBeCloseTo((k === 0 ? 1 : -1) * before[k][i], 10);
  });
});

test("a harmonic particle with its bath moves by the exponential of its matrix, to second order", () => {
  // d/dt of (X, P, x₁ … x_J, q₁ … q_J).
  const [k, mass, modes] = [1.6, 2.3, 4];
  const matrix: Matrix = Array.from({ length: 10 }, () => new Array(10).fill(0));
  matrix[0][1] = 1 / mass;
  matrix[1][0] = -k;
  for (const [j, lambda] of bath.frequencies.entries()) {
    const c = bath.couplings[j];
    const [x, q] = [2 + j, 2 + modes + j];
    matrix[x][q] = lambda / light;
    matrix[q][x] = -light * lambda;
    matrix[q][0] = light * lambda * c;
    matrix[1][x] += light * lambda * c;
    matrix[1][0] -= light * lambda * c * c;
  }
  const time = 3;
  const map = expm(matrix.map((row) => row.map((value) => time * value)));
  const system = { potential: potentials.harmonic({ k }), mass: [mass], bath };
  const run = (dt: number) => {
    const integrator = dynamics.zwanzig(system, { kT: 0.9 }, dt);
    const rng = random.stream("a harmonic particle");
    const state = integrator.init(Float64Array.of(0.7), rng);
    const from = [
      state.q[0],
      state.p[0],
      ...state.re.map((y, j) => y + bath.couplings[j] * state.q[0]),
      ...state.im.map((v) => light * v),
    ];
    for (let step = 0; step < Math.round(time / dt); step++) integrator.step(state, rng);
    const exact = map.slice(0, 2).map((row) => row.reduce((sum, value, i) => sum + value * from[i], 0));
    return Math.hypot(state.q[0] - exact[0], state.p[0] - exact[1]);
  };
  const errors = [0.2, 0.1, 0.05, 0.025].map((dt) => ({ step: dt, error: run(dt) }));
  expect(Math.abs(estimate.order(errors).mean - 2)).toBeLessThan(0.05);
  expect(errors[3].error).toBeLessThan(1e-3);
});

test("a step is symplectic: its Jacobian in (X, P, x, q) obeys SᵀJS = J", () => {
  const integrator = dynamics.zwanzig({ ...onPlane, displacements: [curved, other] }, { kT: 0 }, 0.23);
  const modes = twofold.modes;
  const psi = (X: Float64Array, j: number) =>
    twofold.couplings[2 * j] * curved.energy(X) + twofold.couplings[2 * j + 1] * other.energy(X);
  const map = (z: readonly number[]): number[] => {
    const rng = random.stream("none is drawn");
    const state = integrator.init(Float64Array.from(z.slice(0, 2)), rng);
    const X = state.q.slice();
    state.p.set(z.slice(2, 4));
    for (let j = 0; j < modes; j++) {
      state.re[j] = z[4 + j] - psi(X, j);
      state.im[j] = z[4 + modes + j] / light;
    }
    integrator.step(state, rng);
    const back = (j: number) => twofold.couplings[2 * j] * state.felt[0] + twofold.couplings[2 * j + 1] * state.felt[1];
    return [...state.q, ...state.p, ...state.re.map((y, j) => y + back(j)), ...state.im.map((v) => light * v)];
  };
  const z = [0.4, -0.7, 0.9, 0.3, 0.2, -0.5, 0.8, 0.6, -0.1, 0.35];
  const columns = z.map((_, i) => {
    const shifted = (by: number) => map(z.map((value, n) => value + (i === n ? by : 0)));
    const [ahead, behind] = [shifted(1e-4), shifted(-1e-4)];
    return ahead.map((value, n) => (value - behind[n]) / 2e-4);
  });
  // Positions 0, 1, 4, 5, 6 belong to the momenta 2, 3, 7, 8, 9.
  const pairs = [
    [0, 2],
    [1, 3],
    [4, 7],
    [5, 8],
    [6, 9],
  ];
  for (let a = 0; a < 10; a++)
    for (let b = 0; b < 10; b++) {
      const bracket = pairs.reduce(
        (sum, [x, p]) => sum + columns[a][x] * columns[b][p] - columns[a][p] * columns[b][x],
        0,
      );
      const wanted = pairs.reduce((sum, [x, p]) => sum + Number(a === x && b === p) - Number(a === p && b === x), 0);
      expect(bracket).toBeCloseTo(wanted, 6);
    }
});

describe("Gibbs's measure", () => {
  const kT = 0.7;
  const run = (kind: typeof dynamics.zwanzig | typeof dynamics.generalizedLangevin) =>
    dynamics.ensemble(kind(onLine, { kT }, 0.06) as dynamics.Integrator, {
      trajectories: 1500,
      steps: 100,
      every: 20,
      seed: "stays as it is",
      observe: { place: "x", square: "x^2", kinetic: "p^2" },
    });

  test("stays as it is while the particle and all oscillators move", async () => {
    const found = await run(dynamics.zwanzig);
    const exact = ensembles.canonical(double, kT);
    // At the last time, when half the particles or more have moved through the well.
    const last = (name: "place" | "square" | "kinetic") => {
      const { mean, error } = found[name].course;
      return estimate.estimate(mean[mean.length - 1], error[error.length - 1]);
    };
    expect(estimate.agree(last("place"), exact.average("x"))).toBe(true);
    expect(estimate.agree(last("square"), exact.average("x^2"))).toBe(true);
    expect(estimate.agree(last("kinetic"), 2.3 * kT)).toBe(true);
    const remembered = await run(dynamics.generalizedLangevin);
    expect(remembered.square.mean).toBeCloseTo(found.square.mean, 9);
  });

  test("gives the force of the bath its covariance, step by step: fluctuation and dissipation", () => {
    // A particle too heavy to move feels the noise alone; its integral over a step has the covariance kT ∫∫ k.
    const h = 0.3;
    const integrator = dynamics.generalizedLangevin({ ...onLine, mass: [1e14] }, { kT }, h);
    const steps = [0, 1, 4, 9];
    const rows = Array.from({ length: 8000 }, (_, i) => {
      const rng = random.stream("noise of the bath").child(i);
      const state = integrator.init(Float64Array.of(0), rng);
      return Array.from({ length: 10 }, () => integrator.step(state, rng).impulses[0]);
    });
    const double = (t: number) =>
      bath.frequencies.reduce((sum, l, j) => sum + (light * bath.couplings[j] ** 2 * (1 - Math.cos(l * t))) / l, 0);
    for (const n of steps) {
      const products = rows.map((row) => row[0] * row[n]);
      const { mean, variance } = estimate.moments(products);
      const wanted = kT * (double((n + 1) * h) - 2 * double(n * h) + double((n - 1) * h));
      expect(estimate.agree(estimate.estimate(mean, Math.sqrt(variance / rows.length)), wanted)).toBe(true);
    }
  });
});

test("the total energy can be watched, and is that of the state", async () => {
  const integrator = dynamics.zwanzig(onLine, { kT: 0.7 }, 0.02);
  const found = await dynamics.ensemble(integrator, {
    trajectories: 400,
    steps: 40,
    seed: "H",
    observe: { H: "energy" },
  });
  // ⟨V⟩ + ½ kT for the momentum and kT for each oscillator; and the same at all times.
  const wanted =
    ensembles.canonical(double, 0.7).average((x) => double.energy(Float64Array.of(x))).mean + 0.5 * 0.7 + 4 * 0.7;
  expect(estimate.agree(found.H, wanted)).toBe(true);
  const { mean } = found.H.course;
  expect(Math.max(...mean) - Math.min(...mean)).toBeLessThan(2e-3);
});

test("wrong calls are refused with the way out", () => {
  expect(caught(() => dynamics.zwanzig(onLine, { kT: 0.6 }, 0.9)).message).toMatch(/unstable|half a turn/);
  expect(caught(() => dynamics.zwanzig(onLine, { kT: 0.6 }, 0.9)).fault).toBe("unstable");
  expect(caught(() => dynamics.zwanzig({ ...onPlane, bath }, { kT: 0.6 }, 0.1)).fault).toBe("dimension");
  expect(caught(() => dynamics.zwanzig({ ...onPlane, displacements: [curved] }, { kT: 0.6 }, 0.1)).fault).toBe(
    "dimension",
  );
  expect(caught(() => dynamics.zwanzig({ ...onLine, displacements: [curved] }, { kT: 0.6 }, 0.1)).message).toContain(
    "2 coordinates",
  );
  expect(caught(() => dynamics.generalizedLangevin(onLine, { kT: -1 }, 0.1)).fault).toBe("parameter");
});
