import { describe, expect, it } from "vitest";
import { PhysicsError } from "../../../src/errors.js";
import { dynamics, estimate, grids, potentials, symbolic } from "../../../src/index.js";
import { smallExponential } from "../../../src/linalg/exponential/small-exponential.js";
import type { Filled, Problem } from "../../../src/symbolic/reduce/index.js";

const harmonic = potentials.expression("k*x^2/2", { k: 2 });
const well = potentials.expression("4*(x^2 - 1)^2");
const [epsilon, mhat, kT] = [0.1, 2, 1.5];
const constants = { m̂: mhat };

const smoluchowski = symbolic.reduce({ slow: ["R"] });
const scaled = symbolic.reduce({ slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", force: "1/2" } });
const pair = symbolic.reduce({ slow: ["R_1", "R_2"] });
const rotor = {
  motion: { φ: "ℓ/I", ℓ: "τ" },
  fast: ["τ"],
  constants: ["I"],
  odd: ["ℓ"],
  order: { I: -1 },
};

describe("Smoluchowski's equation, filled", () => {
  const D = (epsilon ** 2 * 0.8) / mhat ** 2;
  const filled = smoluchowski.fill({ gamma: 0.8, potential: harmonic, kT, epsilon, constants });

  it("relaxes in a harmonic well at the rates n D k/kT", () => {
    const { rates } = filled.generator(grids.interval(-7, 7, 1500)).spectrum(4);
    for (const n of [1, 2, 3]) expect(rates[n]! / ((n * D * 2) / kT) - 1).toBeCloseTo(0, 3);
  });

  it("escapes from a double well at the rate of the quadrature", () => {
    const limit = smoluchowski.fill({ gamma: 0.8, potential: well, kT: 1, epsilon, constants });
    const V = (x: number) => 4 * (x * x - 1) ** 2;
    const h = 1e-3;
    let [below, time] = [0, 0];
    for (let x = -2.5; x < 1; x += h) {
      below += h * Math.exp(-V(x + h / 2));
      if (x >= -1) time += (h * Math.exp(V(x + h / 2)) * (below - (h / 2) * Math.exp(-V(x + h / 2)))) / D;
    }
    const generator = limit.generator(grids.interval(-2.2, 2.2, 880));
    if (!("passageTimes" in generator)) throw new Error("no generator of positions");
    expect(generator.firstPassage(-1, "x > 1") / time - 1).toBeCloseTo(0, 2);
  });

  it("carries the error of γ into the prediction", () => {
    const gamma = estimate.estimate(0.8, 0.04, 100, 1);
    const uncertain = smoluchowski.fill({ gamma, potential: harmonic, kT, epsilon, constants });
    const rate = uncertain.predict((generator) => generator.spectrum(2).rates[1]!, grids.interval(-7, 7, 400));
    expect(rate.error / rate.mean).toBeCloseTo(0.05, 4);
  });

  it("has trajectories with ⟨x²⟩ = kT/k (1 − exp(−2Dkt/kT))", async () => {
    const dt = (0.02 * kT) / (D * 2);
    const t = 25 * dt;
    const run = await dynamics.ensemble(filled.trajectories(dt), {
      trajectories: 20000,
      steps: 25,
      every: 25,
      seed: "fill",
      start: [0],
      observe: { xx: "x^2" },
    });
    const [last] = [run.xx].map(({ course }) => course);
    const exact = (kT / 2) * (1 - Math.exp((-2 * D * 2 * t) / kT));
    expect(Math.abs(last!.mean.at(-1)! - exact) / last!.error.at(-1)!).toBeLessThan(4);
    expect(last!.error.at(-1)! / exact).toBeLessThan(0.02);
  });
});

describe("Fokker and Planck's equation, filled", () => {
  const theta = 60;
  const filled = scaled.fill({ theta, potential: harmonic, kT, epsilon, constants });
  const gamma = (epsilon * theta) / (kT * mhat);

  it("has the spectrum of a damped oscillator in the slow time, γ/2 ± √(γ²/4 − k/m̂)", () => {
    const { rates } = filled.generator(grids.phase([-7, 7, 80], [-9, 9, 72])).spectrum(2);
    const slow = gamma / 2 - Math.sqrt(gamma ** 2 / 4 - 2 / mhat);
    expect(gamma / 2).toBeGreaterThan(Math.sqrt(2 / mhat) * 0.99);
    expect(rates[1]! / slow - 1).toBeCloseTo(0, 6);
  });

  it("has trajectories that keep ⟨p²⟩ = m̂ kT and ⟨x²⟩ = kT/k", async () => {
    const run = await dynamics.ensemble(filled.trajectories(0.02), {
      trajectories: 4000,
      steps: 400,
      every: 20,
      seed: "planck",
      observe: { pp: "p^2", xx: "x^2" },
    });
    expect(Math.abs(run.pp.mean - mhat * kT) / run.pp.error).toBeLessThan(4);
    expect(Math.abs(run.xx.mean - kT / 2) / run.xx.error).toBeLessThan(4);
  });
});

describe("two components on a line", () => {
  const potential = potentials.expression("(x^2 + y^2)/2");
  const gamma = [
    [2, 0.2],
    [0.2, 1.5],
  ];

  /** Rates on cells of two sizes, with the error of second order taken out. */
  const extrapolated = (filled: Filled, count: number): number[] => {
    const [coarse, fine] = [40, 80].map((cells) =>
      Array.from(filled.generator(grids.rectangle([-5, 5, cells], [-5, 5, cells])).spectrum(count).rates),
    );
    return fine!.map((rate, n) => (4 * rate - coarse![n]!) / 3);
  };

  it("relax at the eigenvalues of D k/kT", () => {
    const filled = pair.fill({ gamma, potential, kT: 1, epsilon });
    const rates = extrapolated(filled, 3);
    const [mean, split] = [1.75, Math.sqrt(0.0625 + 0.04)];
    expect(rates[1]! / (epsilon ** 2 * (mean - split)) - 1).toBeCloseTo(0, 3);
    expect(rates[2]! / (epsilon ** 2 * (mean + split)) - 1).toBeCloseTo(0, 3);
  });

  it("takes the prefactor of each pair, for particles of different mass", () => {
    const two = symbolic.reduce({
      slow: ["x", "y"],
      motion: { x: "u/a", y: "v/b", u: "K", v: "G" },
      fast: ["K", "G"],
      constants: ["a", "b"],
      odd: ["u", "v"],
      order: { a: -1, b: -1 },
    });
    const D = [
      [2, 0],
      [0, 1],
    ];
    const filled = two.fill({ D, potential, kT: 1, epsilon, constants: { a: 1, b: 4 } });
    const rates = extrapolated(filled, 2);
    expect(rates[1]! / (epsilon ** 2 / 16) - 1).toBeCloseTo(0, 3);
  });
});

const magnet: Problem = {
  slow: ["x", "y"],
  motion: { x: "u/m", y: "v/m", u: "K + w v", v: "G − w u" },
  fast: ["K", "G"],
  constants: ["w"],
  odd: ["u", "v"],
};

describe("a coefficient that is a matrix", () => {
  const [kT, k] = [1.3, 1.7];
  const trap = potentials.expression("k*(x^2 + y^2)/2", { k });
  const start = [1.2, -0.8];
  const observe = { x: "x", y: "y" };

  /** The last means of x and y against those of dr/dt = −D k r/kT. */
  const relaxes = async (filled: Filled, D: readonly (readonly number[])[], dt: number, steps: number) => {
    const run = await dynamics.ensemble(filled.trajectories(dt), {
      ...{ trajectories: 20000, steps, every: steps, seed: "matrix", start, observe },
    });
    const decay = smallExponential(
      Float64Array.from(D.flat(), (value) => (-value * k * dt * steps) / kT),
      2,
    );
    for (const [i, { course }] of [run.x, run.y].entries()) {
      const exact = decay[2 * i]! * start[0]! + decay[2 * i + 1]! * start[1]!;
      const error = course.error.at(-1)!;
      expect(Math.abs(course.mean.at(-1)! - exact) / error).toBeLessThan(4);
      expect(error).toBeLessThan(0.02);
    }
  };

  it("gives trajectories of two components that move together", async () => {
    const gamma = [
      [2, 0.7],
      [0.7, 1.5],
    ];
    const D = gamma.map((row) => row.map((value) => (epsilon ** 2 * value) / mhat ** 2));
    await relaxes(pair.fill({ gamma, potential: trap, kT, epsilon, constants }), D, 4, 30);
  });

  it("may have an antisymmetric part where a magnetic force is among the motions", async () => {
    const D = [
      [2, 1.4],
      [-1.4, 2],
    ];
    const filled = symbolic.reduce(magnet).fill({ D, potential: trap, kT, epsilon, constants: { m: mhat } });
    const whole = D.map((row) => row.map((value) => (epsilon ** 2 * value) / mhat ** 2));
    await relaxes(filled, whole, 4, 30);
    expect(() => filled.generator(grids.rectangle([-5, 5, 20], [-5, 5, 20]))).toThrow("Ask for the trajectories");
  });

  it("may be a tensor of friction", async () => {
    const theta = [
      [30, 9],
      [9, 20],
    ];
    const filled = scaled.fill({ theta, potential: trap, kT, epsilon, constants });
    const run = await dynamics.ensemble(filled.trajectories(0.05), {
      ...{ trajectories: 4000, steps: 300, every: 10, seed: "tensor" },
      observe: { pp: "p_x^2", pq: "p_x*p_y", xx: "x^2", xy: "x*y" },
    });
    const expected = { pp: mhat * kT, pq: 0, xx: kT / k, xy: 0 };
    for (const name of ["pp", "pq", "xx", "xy"] as const)
      expect(Math.abs(run[name].mean - expected[name]) / run[name].error).toBeLessThan(4);
    expect(() => filled.generator(grids.phase([-5, 5, 20], [-5, 5, 20]))).toThrow("θ is a matrix");
  });
});

describe("errors of coefficients in predictions", () => {
  const cells = grids.phase([-7, 7, 48], [-9, 9, 40]);

  it("come through a friction as the slope says", () => {
    const slowest = (theta: number | ReturnType<typeof estimate.estimate>) =>
      scaled
        .fill({ theta, potential: harmonic, kT, epsilon, constants })
        .predict((solved) => solved.spectrum(2).rates[1]!, cells);
    const [below, above] = [89, 91].map((theta) => slowest(theta).mean);
    const uncertain = slowest(estimate.estimate(90, 1.5, 100, 1));
    expect(uncertain.error / (1.5 * Math.abs((above! - below!) / 2))).toBeCloseTo(1, 2);
    expect(slowest(90).error).toBe(0);
  });

  it("come through every entry of a matrix, added as independent ones are", () => {
    const plane = potentials.expression("(x^2 + 2*y^2)/2");
    const gamma = (errors: readonly [number, number]) =>
      pair.fill({
        gamma: [
          [estimate.estimate(2, errors[0], 100, 1), 0],
          [0, estimate.estimate(1.5, errors[1], 100, 1)],
        ],
        ...{ potential: plane, kT: 1, epsilon },
      });
    const sum = (errors: readonly [number, number]) =>
      gamma(errors).predict(
        (solved) => Array.from(solved.spectrum(3).rates).reduce((total, rate) => total + rate, 0),
        grids.rectangle([-5, 5, 30], [-4, 4, 30]),
      ).error;
    const [first, second, both] = [sum([0.1, 0]), sum([0, 0.06]), sum([0.1, 0.06])];
    expect(first / (epsilon ** 2 * 0.1)).toBeCloseTo(1, 1);
    expect(second / (epsilon ** 2 * 2 * 0.06)).toBeCloseTo(1, 1);
    expect(both / Math.hypot(first, second)).toBeCloseTo(1, 6);
  });
});

describe("what a filling refuses", () => {
  const plane = potentials.expression("x^2 + y^2");
  const all = { potential: plane, kT: 1, epsilon };
  const rotation = symbolic.reduce({ ...rotor, slow: ["φ"] });
  it.each<[string, () => unknown, string]>([
    [
      "an asymmetric matrix",
      () =>
        pair.fill({
          ...all,
          gamma: [
            [1, 0.2],
            [-0.2, 1],
          ],
        }),
      "differs from its transpose at (0, 1)",
    ],
    ["a matrix of another size", () => pair.fill({ ...all, gamma: [[1]] }), "rows of 1 numbers"],
    ["one number for two variables", () => pair.fill({ ...all, gamma: 1 }), "one number for 2 variables"],
    ["another coefficient", () => smoluchowski.fill({ theta: 1, potential: harmonic, kT, epsilon }), "gives theta"],
    ["no coefficient", () => smoluchowski.fill({ potential: harmonic, kT, epsilon }), "gives no coefficient"],
    ["a negative coefficient", () => smoluchowski.fill({ gamma: -1, potential: harmonic, kT, epsilon }), "γ is -1"],
    ["no temperature", () => smoluchowski.fill({ gamma: 1, potential: harmonic, kT: 0, epsilon }), "kT is 0"],
    ["a constant without a value", () => rotation.fill({ D: 1, potential: harmonic, kT, epsilon }), "Î is undefined"],
    [
      "an equation that is neither",
      () =>
        symbolic
          .reduce({ ...rotor, slow: ["φ", "ℓ"], motion: { φ: "ℓ/I", ℓ: "ε τ" } })
          .fill({ D: 1, potential: harmonic, kT, epsilon }),
      "neither Smoluchowski's nor Fokker and Planck's",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message.normalize("NFD"));
  });
});
