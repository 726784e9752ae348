import { describe, expect, test } from "vitest";
import { dynamics, estimate, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";
import { oscillatorMean } from "../oracles/ornstein-uhlenbeck.js";

const { accounted, brownian, langevin, longTrajectory, trajectory, velocityVerlet } = dynamics;
const [k, m, kT, gamma] = [2.3, 1.7, 0.6, 1.1];
const well = potentials.harmonic({ k });
const integrator = langevin({ potential: well, mass: [m] }, { kT, gamma }, 0.1);

describe("a long trajectory", () => {
  test("is the same to the bit, reports how far it is, and lets timers run", async () => {
    const options = { steps: 600_000, every: 600, seed: "long" };
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const seen: number[] = [];
    const path = await longTrajectory(integrator, { ...options, progress: (fraction) => seen.push(fraction) });
    clearInterval(timer);
    expect(path.columns).toEqual(trajectory(integrator, options).columns);
    expect(ticks).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test("stops when its signal is aborted, and refuses what the other refuses", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 5);
    const endless = { steps: 1e9, every: 1e6, seed: "long" };
    await expect(longTrajectory(integrator, { ...endless, signal: controller.signal })).rejects.toThrow("enough");
    await expect(longTrajectory(langevin({ potential: well, mass: [m] }, { kT, gamma }, 2), endless)).rejects.toThrow(
      /beyond the stability/,
    );
  });
});

describe("series along a trajectory", () => {
  const path = trajectory(accounted(integrator), { steps: 40, every: 4, seed: "series" });
  test("are formulas in coordinates, momenta and accounts, or functions", () => {
    const { x, p, heat } = path.columns;
    expect([...path.series("p/1.7")]).toEqual([...p].map((value) => value / 1.7));
    expect([...path.series("x*p - heat")]).toEqual([...x].map((value, i) => value * p[i] - heat[i]));
    expect([...path.series((q, p) => q[0] * p[0])]).toEqual([...x].map((value, i) => value * p[i]));
    expect(path.spacing).toBeCloseTo(0.4, 15);
    expect(path.t[10]).toBeCloseTo(4, 12);
  });

  test("refuse names that nobody knows, and momenta where there are none", () => {
    expect(() => path.series("y")).toThrow(/"y" is not known.*heat/);
    const still = trajectory(brownian({ potential: well }, { kT, D: 0.7 }, 0.01), { steps: 10, seed: "s" });
    expect(() => still.series("p^2")).toThrow(/asks for p, and Brownian dynamics has no momenta/);
  });
});

test("velocity autocorrelation of an oscillator in a bath: C(t) = (kT/m) times the relaxation of v, within its error bars", () => {
  const path = trajectory(langevin({ potential: well, mass: [m] }, { kT, gamma }, 0.05), {
    steps: 400_000,
    every: 4,
    seed: "velocities",
  });
  const { t, mean, error } = estimate.correlation(path.series("p/1.7"), { lags: 30, spacing: path.spacing });
  let worst = 0;
  for (let i = 0; i < t.length; i++) {
    const exact = (kT / m) * oscillatorMean({ k, m, gamma, kT }, 0, 1, t[i]).p;
    // dt = 0.05 makes ⟨p²⟩ smaller by ω²dt²/4 = 0.08 %.
    worst = Math.max(worst, Math.abs(mean[i] - exact) / (error[i] + 1e-3 * (kT / m)));
  }
  expect(worst).toBeLessThan(4);
  expect(error[0] / mean[0]).toBeLessThan(0.02);
});

test("rules draw points of phase space, and starts without one are drawn in up to three dimensions", () => {
  const space = potentials.expression("a*x^2/2 + b*y^2/2 + c*z^2/2", { a: 2.3, b: 0.9, c: 1.4 });
  const verlet = velocityVerlet({ potential: space, mass: [1.7, 0.6, 2.2] }, 0.05, { kT });
  const { columns } = trajectory(verlet, { steps: 5, seed: "three" });
  expect([columns.x[0], columns.y[0], columns.p_z[0]].every((value) => value !== 0 && Number.isFinite(value))).toBe(
    true,
  );
  const rule = (rng: ReturnType<typeof stream>) => ({ q: [rng.uniform(), 2, 3], p: [4, rng.uniform(), 6] });
  const drawn = trajectory(verlet, { steps: 5, seed: "three", start: rule });
  const rng = stream("three");
  expect([drawn.columns.x[0], drawn.columns.p_y[0], drawn.columns.p_z[0]]).toEqual([rng.uniform(), rng.uniform(), 6]);
});
