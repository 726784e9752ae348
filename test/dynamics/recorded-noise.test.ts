/** Runs on noise that is given: the same Wiener path at any dt, and replays to the bit. */

import { describe, expect, test } from "vitest";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, estimate, potentials, random } from "../../src/index.js";
import { driftedSinh } from "../oracles/drifted-sinh.js";

const { brownian, langevin, trajectory, metropolised } = dynamics;
const [kT, D] = [0.6, 1.3];
const well = potentials.expression("h*(x^2 - 1)^2 + tilt*x", { h: 0.7, tilt: 0.3 });
const end = (path: dynamics.Path) => path.columns.x[path.columns.x.length - 1];

/** The mean distance with its standard error. */
const distance = (errors: readonly number[]): estimate.Estimate => {
  const { mean, variance } = estimate.moments(errors.map(Math.abs));
  return estimate.estimate(mean, Math.sqrt(variance / errors.length));
};

/** The order at which the ends of paths approach those that `exact` says, over paths of noise. */
const strongOrder = (
  at: (dt: number) => dynamics.Integrator,
  exact: (path: random.BrownianPath) => number,
  counts: readonly number[],
  paths = 400,
) => {
  const time = 1.6;
  const noises = Array.from({ length: paths }, (_, i) =>
    random.brownianPath(random.stream("strong").child(i), { time, steps: counts[0] }),
  );
  const truth = noises.map(exact);
  return estimate.order(
    counts.map((steps) => {
      const integrator = at(time / steps);
      const errors = noises.map(
        (noise, i) => end(trajectory(integrator, { steps, seed: "start", start: [0.4], noise })) - truth[i],
      );
      return { step: time / steps, error: distance(errors) };
    }),
  );
};

describe("strong orders, as slopes over runs that follow the same Brownian paths", () => {
  const counts = [16, 32, 64, 128];

  describe.each(["ito", "stratonovich", "klimontovich"] as const)(
    "D = d(1 + x²) read as %s, of which x(t) is known",
    (interpretation) => {
      const { potential, exact } = driftedSinh({ kT, d: 0.2, c: 0.45, interpretation });
      const at = (method: "euler-maruyama" | "stochastic-heun") => (dt: number) =>
        brownian({ potential }, { kT, D: "d*(1 + x^2)", interpretation }, dt, method);

      test("Euler–Maruyama ½", () => {
        const order = strongOrder(at("euler-maruyama"), (noise) => exact(0.4, 1.6, noise.at(1.6)[0]), counts);
        expect(Math.abs(order.mean - 0.5)).toBeLessThan(4 * order.error + 0.05);
        expect(order.error).toBeLessThan(0.12);
      });

      test("stochastic Heun 1", () => {
        const order = strongOrder(at("stochastic-heun"), (noise) => exact(0.4, 1.6, noise.at(1.6)[0]), counts);
        expect(Math.abs(order.mean - 1)).toBeLessThan(4 * order.error + 0.05);
        expect(order.error).toBeLessThan(0.12);
      });
    },
  );

  const fineSteps = 4096;
  const fine = (integrator: dynamics.Integrator) => (noise: random.BrownianPath) =>
    end(trajectory(integrator, { steps: fineSteps, seed: "start", start: [0.4], noise }));

  test("Euler–Maruyama with a constant D 1, against 4096 steps", () => {
    const at = (dt: number) => brownian({ potential: well }, { kT, D }, dt, "euler-maruyama");
    const order = strongOrder(
      at,
      fine(at(1.6 / fineSteps)),
      counts.map((n) => 2 * n),
      240,
    );
    expect(Math.abs(order.mean - 1)).toBeLessThan(4 * order.error + 0.06);
    expect(order.error).toBeLessThan(0.12);
  });

  test.each(["BAOAB", "OBABO", "ABOBA", "OABAO"])("Langevin %s 1", (word) => {
    const at = (dt: number) => langevin({ potential: well, mass: [1.7] }, { kT, gamma: 2.1 }, dt, word);
    const order = strongOrder(at, fine(at(1.6 / fineSteps)), counts, 60);
    expect(Math.abs(order.mean - 1)).toBeLessThan(4 * order.error + 0.06);
    expect(order.error).toBeLessThan(0.15);
  });
});

describe("a recording", () => {
  const integrators = {
    BAOAB: langevin({ potential: well, mass: [1.7] }, { kT, gamma: 0.8 }, 0.1),
    OBABO: langevin({ potential: well, mass: [1.7] }, { kT, gamma: 0.8 }, 0.1, "OBABO"),
    "Leimkuhler–Matthews": brownian({ potential: well }, { kT, D }, 0.02),
    metropolised: metropolised(langevin({ potential: well, mass: [1.7] }, { kT, gamma: 0.8 }, 0.4)),
    MALA: metropolised(brownian({ potential: well }, { kT, D }, 0.1, "euler-maruyama")),
  } as const;

  test.each(Object.keys(integrators) as (keyof typeof integrators)[])("of %s replays to the bit", (key) => {
    const integrator = integrators[key] as dynamics.Integrator;
    const plain = trajectory(integrator, { steps: 300, seed: "bits" });
    const recorded = trajectory(integrator, { steps: 300, seed: "bits", record: true });
    const again = trajectory(integrator, {
      steps: 300,
      seed: "bits",
      ...(recorded.noise && { noise: recorded.noise }),
    });
    expect(recorded.columns).toEqual(plain.columns);
    expect(again.columns).toEqual(plain.columns);
    expect(recorded.noise?.normals.length).toBe(300 * integrator.draws);
    const other = trajectory(integrator, { steps: 300, seed: "other" });
    expect(other.columns.x[299]).not.toBe(plain.columns.x[299]);
  });

  test("holds the Wiener process for longer steps: a free particle arrives where it did", () => {
    const free = potentials.expression("0*x + 0*y");
    const at = (dt: number) => brownian({ potential: free }, { kT, D }, dt, "euler-maruyama");
    const start = [0.3, -0.4];
    const path = trajectory(at(0.1), { steps: 60, seed: "free", start, record: true });
    for (const n of [2, 3, 5]) {
      const other = trajectory(at(0.1 * n), {
        steps: 60 / n,
        seed: "free",
        start,
        noise: path.noise as dynamics.Recording,
      });
      expect(other.columns.x[60 / n]).toBeCloseTo(path.columns.x[60], 12);
      expect(other.columns.y[60 / n]).toBeCloseTo(path.columns.y[60], 12);
    }
  });

  test("of a Brownian path: a free particle is where the path is, at every refinement", () => {
    const free = potentials.expression("0*x + 0*y");
    const noise = random.brownianPath(random.stream("plane"), { time: 2.4, steps: 24, dim: 2 });
    for (const dt of [0.3, 0.1, 0.05, 0.0125]) {
      const integrator = brownian({ potential: free }, { kT, D }, dt, "euler-maruyama");
      const { columns } = trajectory(integrator, { steps: Math.round(2.4 / dt), seed: "s", start: [0.2, 0.5], noise });
      const [x, y] = noise.at(2.4);
      expect(columns.x[columns.x.length - 1]).toBeCloseTo(0.2 + Math.sqrt(2 * D) * x, 10);
      expect(columns.y[columns.y.length - 1]).toBeCloseTo(0.5 + Math.sqrt(2 * D) * y, 10);
    }
  });
});

test.each([
  ["a path of too few coordinates", { dim: 3, time: 2, steps: 20 }, 0.1, "dimension", /noise has 3 coordinates.*1/],
  ["a dt that is no multiple", { time: 2, steps: 20 }, 0.07, "parameter", /steps of 0.1.*times of 0.07/],
  [
    "a path that ends",
    { time: 2, steps: 20 },
    0.1,
    "parameter",
    /lasts for a time of 2.*Expected 3, as long as the run/,
  ],
])("%s is refused", (_, options, dt, fault, message) => {
  const noise = random.brownianPath(random.stream("wrong"), options);
  const call = () =>
    trajectory(brownian({ potential: well }, { kT, D }, dt), { steps: Math.round(3 / dt), seed: "s", noise });
  expect(call).toThrow(PhysicsError);
  expect(call).toThrow(message);
  expect(call).toThrow(expect.objectContaining({ fault }));
});

test("a recording cannot be refined, and says so", () => {
  const at = (dt: number) => brownian({ potential: well }, { kT, D }, dt);
  const { noise } = trajectory(at(0.02), { steps: 40, seed: "s", record: true });
  const call = () => trajectory(at(0.01), { steps: 40, seed: "s", noise: noise as dynamics.Recording });
  expect(call).toThrow(/noise for times of 0.02, and the run asks for times of 0.01.*brownianPath/);
});
