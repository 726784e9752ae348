import { describe, expect, test } from "vitest";
import { dynamics, estimate, potentials } from "../../../src/index.js";
import { stream } from "../../../src/random/stream.js";

const { ehrenfest } = dynamics;
const { matrix, tully } = potentials;
const rng = stream("no step draws from it");

/** Ends of a trajectory from x = −10 to x = 10. */
const through = (model: 1 | 2, k: number, dt: number, order: 2 | 4 = 2) =>
  dynamics.scattering(ehrenfest({ field: tully(model), mass: [2000] }, dt, { order }), {
    start: { q: [-10], p: [k] },
    leaves: [-11, 10],
    within: 1e4,
    seed: "one trajectory",
  });

/** A smooth complex field of two coordinates, with sign −1 its conjugate, which is its mirror image in time. */
const twisted = (sign = 1) =>
  matrix(
    [
      ["0.5*k*(x^2 + y^2) + a*x", { re: "c*y", im: `${sign}*c*x*exp(-y^2)` }, "0"],
      [{ re: "c*y", im: `${-sign}*c*x*exp(-y^2)` }, "0.5*k*(x^2 + y^2) - a*x", { re: "0", im: `${sign}*0.2` }],
      ["0", { re: "0", im: `${-sign}*0.2` }, "g + 0.5*k*(x^2 + 2*y^2)"],
    ],
    { k: 0.9, a: 0.6, c: 0.35, g: 1.3 },
  );

const molecule = (sign = 1) => ({ field: twisted(sign), mass: [1.4, 2.3], hbar: 0.3 });

const started = (run: dynamics.Ehrenfest) => {
  const state = run.init(Float64Array.of(-0.8, 0.5), rng);
  state.p.set([1.1, -0.4]);
  return state;
};

const energy = ({ molecule: { mass } }: dynamics.Ehrenfest, { p, account }: dynamics.EhrenfestState): number =>
  p.reduce((sum, value, k) => sum + value ** 2 / (2 * mass[k]), account[0]);

describe("Tully's models by Ehrenfest dynamics", () => {
  test("1: momentum and population of the references at k = 10", async () => {
    const { p, transmission } = await through(1, 10, 0.125);
    expect(Math.abs(p[0] - 9.30445579)).toBeLessThan(1e-6);
    expect(Math.abs(transmission[1].mean - 0.1678388)).toBeLessThan(1e-6);
  });

  test("2: momentum and population of the references at k = 20", async () => {
    const { p, transmission } = await through(2, 20, 1, 4);
    expect(Math.abs(p[0] - 19.99160475)).toBeLessThan(1e-7);
    expect(Math.abs(transmission[1].mean - 0.0016787)).toBeLessThan(1e-7);
  });

  test.each([[1, 10, 0.5, 2] as const, [1, 10, 4, 4] as const, [2, 20, 0.1, 2] as const, [2, 20, 4, 4] as const])(
    "%i: the energy stays within 1e-8 of its first value all the way, k = %i, dt = %d, order %i",
    (model, k, dt, order) => {
      const run = ehrenfest({ field: tully(model), mass: [2000] }, dt, { order });
      const state = run.init(Float64Array.of(-10), rng);
      state.p[0] = k;
      const first = energy(run, state);
      let worst = 0;
      while (state.q[0] < 10) worst = Math.max(worst, Math.abs(energy(run, run.step(state, rng)) - first));
      expect(worst).toBeLessThan(1e-8);
      expect(worst).toBeGreaterThan(0);
    },
  );
});

describe("the splitting of Ehrenfest dynamics", () => {
  test("keeps the norm to rounding and the energy without drift over 10⁴ steps", () => {
    const run = ehrenfest(molecule(), 0.02);
    const state = started(run);
    const first = energy(run, state);
    const largest = [0, 0];
    for (let step = 0; step < 20_000; step++) {
      const error = Math.abs(energy(run, run.step(state, rng)) - first);
      largest[Math.floor(step / 10_000)] = Math.max(largest[Math.floor(step / 10_000)], error);
    }
    expect(Math.abs(Math.hypot(...state.re, ...state.im) - 1)).toBeLessThan(1e-11);
    expect(largest[0]).toBeLessThan(1e-3);
    expect(largest[1]).toBeLessThan(1.5 * largest[0]);
  });

  test.each([2, 4] as const)("of order %i goes back the way it came", (order) => {
    const forth = ehrenfest(molecule(), 0.03, { order });
    const back = ehrenfest(molecule(-1), 0.03, { order });
    const state = started(forth);
    const first = structuredClone(state);
    for (let step = 0; step < 500; step++) forth.step(state, rng);
    expect(Math.abs(state.q[0] - first.q[0])).toBeGreaterThan(0.01);
    const mirror = back.init(state.q, rng);
    mirror.p.set(state.p.map((p) => -p));
    mirror.re.set(state.re);
    mirror.im.set(state.im.map((v) => -v));
    for (let step = 0; step < 500; step++) back.step(mirror, rng);
    for (let k = 0; k < 2; k++) expect(Math.abs(mirror.q[k] - first.q[k])).toBeLessThan(1e-10);
    for (let k = 0; k < 2; k++) expect(Math.abs(mirror.p[k] + first.p[k])).toBeLessThan(1e-10);
    for (let a = 0; a < 3; a++) {
      expect(Math.abs(mirror.re[a] - first.re[a])).toBeLessThan(1e-10);
      expect(Math.abs(mirror.im[a] + first.im[a])).toBeLessThan(1e-10);
    }
  });

  test.each([2, 4] as const)("has the order %i in all that moves", (order) => {
    const end = (pieces: number, stages: 2 | 4) => {
      const run = ehrenfest(molecule(), 1.2 / pieces, { order: stages, substeps: 1 });
      const state = started(run);
      for (let step = 0; step < pieces; step++) run.step(state, rng);
      return [...state.q, ...state.p, ...state.re, ...state.im];
    };
    const exact = end(1500, 4);
    const errors = [20, 28, 40, 56].map((pieces) => ({
      step: 1.2 / pieces,
      error: Math.hypot(...end(pieces, order).map((value, i) => value - exact[i])),
    }));
    const found = estimate.order(errors);
    expect(Math.abs(found.mean - order)).toBeLessThan(0.1);
    expect(found.error).toBeLessThan(0.05);
  });

  test("is symplectic in (q, p) and √(2ħ)(Re φ, Im φ)", () => {
    const run = ehrenfest(molecule(), 0.15, { substeps: 2 });
    const unit = Math.sqrt(2 * 0.3);
    const move = (z: Float64Array): Float64Array => {
      const state = run.init(z.slice(0, 2), rng);
      state.re.set(z.slice(2, 5).map((value) => value / unit));
      state.p.set(z.slice(5, 7));
      state.im.set(z.slice(7, 10).map((value) => value / unit));
      run.step(state, rng);
      const electrons = [state.re, state.im].map((part) => part.map((value) => value * unit));
      return Float64Array.of(...state.q, ...electrons[0], ...state.p, ...electrons[1]);
    };
    const start = Float64Array.of(-0.5, 0.3, 0.2, 0.4, -0.1, 0.7, -0.6, 0.3, 0.1, -0.5);
    const h = 1e-4;
    const columns = Array.from({ length: 10 }, (_, i) => {
      const at = (step: number) => move(start.map((value, k) => (k === i ? value + step : value)));
      const [a, b, c, d] = [at(h), at(-h), at(2 * h), at(-2 * h)];
      return a.map((value, k) => (8 * (value - b[k]) - (c[k] - d[k])) / (12 * h));
    });
    const form = (u: Float64Array, v: Float64Array) =>
      Array.from({ length: 5 }, (_, k) => u[k] * v[k + 5] - u[k + 5] * v[k]).reduce((a, b) => a + b);
    for (let i = 0; i < 10; i++)
      for (let j = 0; j < 10; j++) {
        const wanted = j === i + 5 ? 1 : i === j + 5 ? -1 : 0;
        expect(Math.abs(form(columns[i], columns[j]) - wanted)).toBeLessThan(1e-9);
      }
  });
});

describe("units and substeps", () => {
  test("the mass ratio M stands for ħ = M^(−1/2), and for masses of M at times √M as long", () => {
    const M = 36;
    const field = twisted();
    const scaled = ehrenfest({ field, M }, 0.02, { substeps: 1 });
    const plain = ehrenfest({ field, mass: [M, M] }, 0.02 * 6, { substeps: 1 });
    const [one, other] = [scaled, plain].map((run) => run.init(Float64Array.of(-0.8, 0.5), rng));
    one.p.set([1.1, -0.4]);
    other.p.set([6.6, -2.4]);
    for (let step = 0; step < 200; step++) {
      scaled.step(one, rng);
      plain.step(other, rng);
    }
    for (let k = 0; k < 2; k++) expect(one.q[k]).toBeCloseTo(other.q[k], 10);
    for (let k = 0; k < 2; k++) expect(6 * one.p[k]).toBeCloseTo(other.p[k], 9);
    for (let j = 0; j < 4; j++) expect(one.account[j]).toBeCloseTo(other.account[j], 10);
  });

  test.each([1e2, 1e4, 1e6])("steps are cut as the electrons' frequency demands, M = %d", (M) => {
    const field = twisted();
    const q = Float64Array.of(-0.8, 0.5);
    const spread = potentials.surface(field, 2).energy(q) - potentials.surface(field, 0).energy(q);
    const { substeps } = ehrenfest({ field, M }, 0.05).init(q, rng);
    expect(substeps[0]).toBe(Math.ceil((Math.sqrt(M) * spread * 0.05) / 0.5));
  });

  test("a beat that has become too fast for the pieces is refused with the number that would do", () => {
    const field = matrix([
      ["2*x^3", "0.1"],
      ["0.1", "-2*x^3"],
    ]);
    const run = ehrenfest({ field, mass: [1] }, 0.05);
    const state = run.init(Float64Array.of(0.1), rng);
    state.p[0] = 40;
    expect(() => {
      for (let step = 0; step < 10; step++) run.step(state, rng);
    }).toThrow(/fastest beat turns by .* Write substeps: \d+/);
  });
});

describe("in ensembles and trajectories", () => {
  test("populations and the mean potential are observed by name", async () => {
    const run = ehrenfest({ field: tully(1), mass: [2000] }, 8);
    const { P_1: up, energy: total } = await dynamics.ensemble(run, {
      trajectories: 64,
      steps: 400,
      seed: "spread in momentum",
      start: (noise) => ({ q: [-6], p: [14 + noise.normal()] }),
      observe: { P_1: "P_1", energy: "p^2/4000 + potential" },
    });
    expect(up.course.mean[0]).toBe(0);
    expect(up.course.mean[up.course.mean.length - 1]).toBeGreaterThan(0.2);
    const spread = (course: dynamics.Course) => Math.max(...course.mean) - Math.min(...course.mean);
    expect(spread(total.course)).toBeLessThan(1e-5);
    const path = dynamics.trajectory(run, { steps: 400, seed: "one", start: { q: [-6], p: [14] } });
    const { P_0, P_1 } = path.columns;
    for (let i = 0; i < P_0.length; i++) expect(P_0[i] + P_1[i]).toBeCloseTo(1, 12);
  });
});

describe("wrong calls", () => {
  const field = tully(1);
  test.each<[string, () => unknown, string]>([
    ["a level that is not there", () => ehrenfest({ field, mass: [2000] }, 1, { electrons: 2 }), "The level is 2"],
    ["a mass too many", () => ehrenfest({ field, mass: [2000, 1] }, 1), "mass has 2 numbers"],
    ["a negative mass ratio", () => ehrenfest({ field, M: -4 }, 1), "M is -4"],
    ["a third order", () => ehrenfest({ field, mass: [2000] }, 1, { order: 3 as 2 }), 'There is no order "3"'],
    ["half a substep", () => ehrenfest({ field, mass: [2000] }, 1, { substeps: 0.5 }), "substeps is 0.5"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });

  test("a trajectory that stays, a start outside", async () => {
    const run = ehrenfest({ field, mass: [2000] }, 5);
    const call = (q: number, p: number) =>
      dynamics.scattering(run, { start: { q: [q], p: [p] }, leaves: [-10, 10], within: 500, seed: "stays" });
    await expect(call(-5, 10)).rejects.toThrow("Trajectory 0 is still at");
    await expect(call(-12, 10)).rejects.toThrow("The start is -12");
  });
});
