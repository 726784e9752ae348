import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, estimate, grids, operators, potentials } from "../../src/index.js";
import { transformOf } from "../../src/linalg/fourier.js";
import { flown } from "../../src/operators/phase-space/liouville-flow.js";
import { liouvilleSystem } from "../../src/operators/phase-space/liouville-system.js";
import { spectralLines } from "../../src/operators/phase-space/spectral-lines.js";
import { stream } from "../../src/random/stream.js";

type Grid = ReturnType<typeof grids.phase>;
const methods = ["spectral", "conservative"] as const;
const apart = ({ volumes }: Grid, a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]) * volumes[i], 0);
const square = ({ volumes }: Grid, a: Float64Array) => a.reduce((sum, value, i) => sum + value * value * volumes[i], 0);

const [m, k] = [1.7, 2.3];
const omega = Math.sqrt(k / m);
const spring = { potential: potentials.harmonic({ k }), mass: [m] };
const plane = (cells: number) => grids.phase([-4.6, 4.6, cells], [-4.6 * m * omega, 4.6 * m * omega, cells]);
const drop = (x: number, p: number) =>
  Math.exp(-(((x - 0.6) / 0.55) ** 2) / 2 - ((p / (m * omega) + 0.3) / 0.65) ** 2 / 2);
const quarter = (x: number, p: number) => drop(-p / (m * omega), x * m * omega);

const quartic = { potential: potentials.expression("a*x^4 + b*x^2", { a: 0.35, b: 0.8 }), mass: [1.6] };
const cloud = (x: number, p: number) => Math.exp(-(((x - 0.5) / 0.35) ** 2) / 2 - ((p - 0.2) / 0.7) ** 2 / 2);
const field = grids.phase([-3.2, 3.2, 64], [-6.8, 6.8, 64]);

/** ρ₀ at the places where the motion came from, by trajectories with the momenta turned round. */
const carried = (system: typeof quartic, grid: Grid, t: number) => {
  const q = Float64Array.from({ length: grid.size }, (_, i) => grid.points[2 * i]);
  const p = Float64Array.from({ length: grid.size }, (_, i) => -grid.points[2 * i + 1]);
  const state = { q, p, force: system.potential.force(q, new Float64Array(grid.size)) };
  const verlet = dynamics.velocityVerlet(system, t / 90, { order: 4 });
  const still = stream("still");
  for (let step = 0; step < 90; step++) verlet.step(state, still);
  return q.map((x, i) => cloud(x, -p[i]) / (2 * Math.PI * 0.35 * 0.7));
};

test("the transform of any number of numbers is its sum, and goes back", () => {
  for (const n of [5, 12, 37]) {
    const [re, im] = [11, 7].map((f) => Float64Array.from({ length: n }, (_, j) => Math.sin(f * j + 0.3 * j * j)));
    const [x, y] = [re.slice(), im.slice()];
    transformOf(n)(x, y);
    for (let j = 0; j < n; j++) {
      const angle = (l: number) => (2 * Math.PI * j * l) / n;
      const sum = re.reduce((s, value, l) => s + value * Math.cos(angle(l)) + im[l] * Math.sin(angle(l)), 0);
      expect(x[j]).toBeCloseTo(sum, 11);
    }
    transformOf(n)(y, x);
    for (let j = 0; j < n; j++) expect(x[j] / n).toBeCloseTo(re[j], 12);
  }
});

describe("the harmonic oscillator turns its density", () => {
  const grid = plane(64);
  const spectral = operators.liouville(spring, grid);
  const start = spectral.propagate(drop, 0);
  const period = (2 * Math.PI) / omega;

  test("spectral: a period returns the start to 1e-8; the error bounds it, ∫ρ² and ⟨H⟩ stay", () => {
    const end = spectral.propagate(drop, period);
    expect(apart(grid, end.values, start.values)).toBeLessThan(1e-8);
    expect(end.error).toBeLessThan(1e-7);
    expect(apart(grid, end.values, start.values)).toBeLessThan(end.error);
    expect(square(grid, end.values) / square(grid, start.values)).toBeCloseTo(1, 12);
    expect(end.mass).toBeCloseTo(1, 12);
    expect(spectral.energy(end) / spectral.energy(start)).toBeCloseTo(1, 8);
  });

  test("a quarter turn exchanges x and p, and runs backwards, by numbers of cells that are no powers of 2", () => {
    const other = operators.liouville(spring, plane(56));
    const exact = other.propagate(quarter, 0).values;
    expect(apart(other.grid, other.propagate(drop, period / 4).values, exact)).toBeLessThan(1e-8);
    expect(apart(other.grid, other.propagate(exact, -period / 4).values, other.propagate(drop, 0).values)).toBeLessThan(
      1e-8,
    );
  });

  test("conservative: mass to rounding, ρ ≥ 0, errors of third order and more in the cells, ∫ρ² falls", () => {
    const errors = [32, 48, 72].map((cells) => {
      const L = operators.liouville(spring, plane(cells), { method: "conservative" });
      const [a, b] = [L.propagate(drop, 0), L.propagate(drop, period / 4)];
      const error = apart(L.grid, b.values, L.propagate(quarter, 0).values);
      expect(Math.abs(b.mass - 1)).toBeLessThan(1e-13);
      expect(Math.min(...b.values)).toBeGreaterThanOrEqual(0);
      expect(square(L.grid, b.values)).toBeLessThan(square(L.grid, a.values));
      expect(error).toBeLessThan(b.error);
      return { step: 1 / cells, error };
    });
    expect(errors[2].error).toBeLessThan(2e-3);
    expect(estimate.order(errors).mean).toBeGreaterThan(2.7);
  });

  test("all orbits have the frequency of the spring", () => {
    for (const E of [0.4, 3.7]) {
      const [only, ...others] = spectral.frequencies(E);
      expect(only).toBeCloseTo(omega, 9);
      expect(others).toEqual([]);
    }
  });
});

describe("a quartic well mixes", () => {
  const t = 1.9;
  const exact = carried(quartic, field, t);

  test("spectral: along characteristics, by steps of fourth order", () => {
    const L = operators.liouville(quartic, field);
    const end = L.propagate(cloud, t);
    expect(apart(field, end.values, exact)).toBeLessThan(end.error + 1e-6);
    expect(end.error).toBeLessThan(2e-3);
    const lines = spectralLines(64);
    const run = flown(liouvilleSystem(quartic, field), lines, lines);
    const start = L.propagate(cloud, 0).values;
    const best = run(start, 0.9, 100).values;
    const steps = [4, 5, 6, 8].map((n) => ({ step: 0.9 / n, error: apart(field, run(start, 0.9, n).values, best) }));
    const { mean, error } = estimate.order(steps);
    expect(Math.abs(mean - 4)).toBeLessThan(0.3 + error);
  });

  test("conservative: near characteristics, positive, ∫ρ² falling all the time", () => {
    const L = operators.liouville(quartic, field, { method: "conservative" });
    let rho = L.propagate(cloud, 0);
    for (let part = 0; part < 3; part++) {
      const next = L.propagate(rho, t / 3);
      expect(square(field, next.values)).toBeLessThan(square(field, rho.values));
      expect(Math.min(...next.values)).toBeGreaterThanOrEqual(0);
      rho = next;
    }
    expect(Math.abs(rho.mass - 1)).toBeLessThan(1e-13);
    expect(apart(field, rho.values, exact)).toBeLessThan(0.02);
    expect(L.energy(rho) / L.energy(cloud)).toBeCloseTo(1, 2);
  });

  test("momenta turned round, it comes back", () => {
    const L = operators.liouville(quartic, field);
    const turn = (rho: Float64Array) => rho.map((_, i) => rho[(i % 64) + 64 * (63 - Math.floor(i / 64))]);
    const there = L.propagate(cloud, 1.1);
    const back = L.propagate(turn(there.values), 1.1);
    const start = L.propagate(cloud, 0).values;
    expect(apart(field, turn(back.values), start)).toBeLessThan(1e-5);
    expect(apart(field, there.values, start)).toBeGreaterThan(0.5);
  });
});

describe.each(methods)("laws of %s", (method) => {
  const L = operators.liouville(quartic, field, { method });
  const out = () => new Float64Array(field.size);

  test("f(H) is stationary to the order of the cells", () => {
    const rest = L.stationary((H) => Math.exp(-H / 0.9));
    expect(rest.mass).toBeCloseTo(1, 12);
    const rate = apart(field, L.apply(rest.values, out()), out());
    expect(rate).toBeLessThan(method === "spectral" ? 1e-6 : 2e-2);
    const later = L.propagate(rest, 0.7);
    expect(apart(field, later.values, rest.values)).toBeLessThan(method === "spectral" ? 1e-6 : 5e-3);
  });

  test("Σ a 𝓛ρ = Σ ρ 𝓛†a, and 𝓛 loses no mass", () => {
    const a = Float64Array.from({ length: field.size }, (_, i) => Math.sin(0.37 * i));
    const rho = Float64Array.from({ length: field.size }, (_, i) => Math.cos(0.23 * i * i));
    const dot = (u: Float64Array, v: Float64Array) => u.reduce((sum, value, i) => sum + value * v[i], 0);
    const there = dot(a, L.apply(rho, out()));
    expect(Math.abs(there - dot(rho, L.adjoint(a, out())))).toBeLessThan(1e-10 * Math.abs(there));
    expect(Math.abs(L.apply(rho, out()).reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-8);
  });

  test("shows its equation", () => {
    const { "text/latex": latex, "text/plain": plain } = L[display]() as Record<string, string>;
    expect(latex).toContain("\\{\\rho, H\\}");
    expect(plain).toContain("64 × 64 cells");
  });
});

test.each(methods)("on a ring, free rotation takes each momentum round at its own pace, by %s", (method) => {
  const free = { potential: potentials.expression("c + 0*x", { c: 0.4 }), mass: [m] };
  const ring = grids.phase([-1.3, 2.1, 48], [-5.2, 5.2, 40], { ends: "periodic" });
  const L = operators.liouville(free, ring, { method });
  const start = (x: number, p: number) => Math.exp(1.3 * Math.cos((2 * Math.PI * x) / 3.4) - (p * p) / 1.4);
  const end = L.propagate(start, 2.3);
  const exact = L.propagate((x, p) => start(x - (2.3 * p) / m, p), 0);
  expect(apart(ring, end.values, exact.values)).toBeLessThan(method === "spectral" ? 1e-8 : 2e-3);
  expect(apart(ring, end.values, exact.values)).toBeLessThan(end.error + 1e-12);
  expect(apart(ring, end.values, L.propagate(start, 0).values)).toBeGreaterThan(0.3);
});

test("small swings of a pendulum, and the pace of larger ones by the arithmetic-geometric mean", () => {
  const pendulum = { potential: potentials.expression("-g*cos(x)", { g: 2.6 }), mass: [m] };
  const L = operators.liouville(pendulum, grids.phase([-Math.PI, Math.PI, 64], [-9, 9, 32], { ends: "periodic" }));
  const top = 1.9;
  // T = T₀ / agm(1, cos(½ top)).
  let [a, b] = [1, Math.cos(top / 2)];
  for (let step = 0; step < 6; step++) [a, b] = [0.5 * (a + b), Math.sqrt(a * b)];
  expect(L.frequencies(-2.6 * Math.cos(top))[0] / (Math.sqrt(2.6 / m) * a)).toBeCloseTo(1, 10);
  expect(() => L.frequencies(2.9)).toThrow("Begin the ring");
});

test("below a barrier each well has its frequency, the small one that of its spring", () => {
  const [h, a] = [1.3, 1.2];
  const well = { potential: potentials.doubleWell({ h, a }), mass: [m] };
  const L = operators.liouville(well, grids.phase([-2.7, 2.7, 90], [-6, 6, 32]));
  const [left, right, ...others] = L.frequencies(1e-4 * h);
  expect(others).toEqual([]);
  const bottom = L.frequencies(3e-3 * h)[0];
  expect(left).toBeCloseTo(right, 9);
  expect(left).toBeGreaterThan(bottom);
  // V″ at the bottom of h((x/a)² − 1)² is 8h/a².
  expect(left / Math.sqrt((8 * h) / (a * a * m))).toBeCloseTo(1, 3);
  expect(L.frequencies(2 * h)).toHaveLength(1);
});

describe("wrong calls", () => {
  const L = operators.liouville(spring, plane(32));
  const uneven = grids.phase({ from: -3, to: 3, cells: 24, finer: (x) => 1.5 + x * x }, [-5, 5, 24]);
  test.each<[string, () => unknown, string, string]>([
    ["method", () => operators.liouville(spring, plane(32), { method: "upwind" as "spectral" }), "parameter", "method"],
    ["dimension", () => operators.liouville(spring, grids.interval(-3, 3, 20)), "grid", "momentum"],
    ["uneven cells", () => operators.liouville(spring, uneven), "grid", "equal cells"],
    [
      "walls",
      () => operators.liouville(spring, grids.phase([-3, 3, 24], [-5, 5, 24], { ends: "reflecting" })),
      "grid",
      "steep",
    ],
    [
      "open ring",
      () => operators.liouville(quartic, grids.phase([-3, 2, 24], [-5, 5, 24], { ends: "periodic" })),
      "grid",
      "closes",
    ],
    ["mass", () => operators.liouville({ ...spring, mass: [-1.2] }, plane(32)), "parameter", "mass"],
    ["time", () => L.propagate(drop, Number.NaN), "parameter", "time"],
    ["start", () => L.propagate(() => Number.NaN, 0.3), "non-finite", "finite"],
    ["edge", () => L.propagate((x, p) => Math.exp(-((x - 4) ** 2) - 0.4 * p * p), 1.3), "grid", "Widen"],
    [
      "negative",
      () => operators.liouville(spring, plane(32), { method: "conservative" }).propagate((x) => x, 0.2),
      "parameter",
      "spectral",
    ],
    ["cut f(H)", () => L.stationary((H) => 1.5 + H), "grid", "fall off"],
    ["energy", () => L.frequencies(-0.4), "parameter", "below V"],
    [
      "fine",
      () => operators.liouville(quartic, grids.phase([-3.2, 3.2, 32], [-6.8, 6.8, 32])).propagate(cloud, 9),
      "not-converged",
      "conservative",
    ],
  ])("%s", (_, call, fault, words) => {
    let caught: unknown;
    try {
      call();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(PhysicsError);
    expect((caught as PhysicsError).fault).toBe(fault);
    expect((caught as PhysicsError).message).toContain(words);
  });
});
