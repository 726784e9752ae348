import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { estimate, grids, operators, potentials } from "../../src/index.js";
import { atTheCells } from "../../src/operators/phase-space/flight-cells.js";
import { flightGrid, flightStart } from "../../src/operators/phase-space/flight-field.js";
import { flown } from "../../src/operators/phase-space/flight-steps.js";
import { phaseSystem } from "../../src/operators/phase-space/phase-system.js";
import { slowEigenvalue } from "../oracles/klein-kramers.js";

const { kleinKramers, transitionStateRate } = operators;
const well = potentials.doubleWell({ h: 4 });
const square = grids.phase([-2.1, 2.1, 64], [-6, 6, 48]);

describe("against values found in other ways", () => {
  test.each([
    [1, 2.22907925e-2],
    [5, 1.73098168e-2],
  ])("the slow eigenvalue of the double well at γ = %d, to 1e-6", (gamma, value) => {
    const { rates, frequencies, errors } = kleinKramers(
      { potential: well, mass: [1] },
      { kT: 1, gamma },
      square,
    ).spectrum(2);
    expect(rates[0]).toBe(0);
    expect(Math.abs(rates[1] / value - 1)).toBeLessThan(1e-6);
    expect(errors[1]).toBeLessThan(1e-7 * value);
    expect(frequencies[1]).toBe(0);
  });

  test("strong and weak friction, by the continued fraction; errors say how far the weak one is off", () => {
    const strong = kleinKramers({ potential: well, mass: [1] }, { kT: 1, gamma: 50 }, square).spectrum(2);
    const exact = slowEigenvalue(4, 50, { size: 44, levels: 8 });
    expect(Math.abs(strong.rates[1] / exact - 1)).toBeLessThan(1e-6);
    // 96 waves and 1000 levels give 2.67666e-3 here.
    const weak = kleinKramers(
      { potential: well, mass: [1] },
      { kT: 1, gamma: 0.05 },
      grids.phase([-2, 2, 64], [-6, 6, 48]),
    ).spectrum(2);
    expect(Math.abs(weak.rates[1] - 2.67666e-3)).toBeLessThan(weak.errors[1]);
    expect(weak.errors[1]).toBeLessThan(0.05 * weak.rates[1]);
  }, 30_000);

  test("units: λ₁ is that of m = kT = 1 in the units of m, kT and a", () => {
    const [m, kT, a, gamma] = [2.3, 0.7, 1.4, 3.1];
    const scaled = potentials.doubleWell({ h: 4 * kT, a });
    const time = a * Math.sqrt(m / kT);
    const p = 6 * Math.sqrt(m * kT);
    const here = kleinKramers(
      { potential: scaled, mass: [m] },
      { kT, gamma },
      grids.phase([-2.1 * a, 2.1 * a, 64], [-p, p, 48]),
    );
    const there = kleinKramers({ potential: well, mass: [1] }, { kT: 1, gamma: gamma * time }, square);
    expect(Math.abs((here.spectrum(2).rates[1] * time) / there.spectrum(2).rates[1] - 1)).toBeLessThan(1e-9);
  });

  const oscillator = (gamma: number) =>
    kleinKramers(
      { potential: potentials.harmonic({ k: 1 }), mass: [1] },
      { kT: 1, gamma },
      grids.phase([-8, 8, 64], [-7, 7, 48]),
    );

  test("harmonic: n₁l₁ + n₂l₂ at γ = 3", () => {
    const listed = [
      0, 0.3819660113, 0.763932022501, 1.145898033751, 1.527864045, 1.90983005625, 2.2917960675, 2.6180339887,
      2.6737620787, 3,
    ];
    // The mode 7 l₁ reaches far out: on (−8, 8) it is 2.9e-6 off, on (−9, 9) 3.7e-9.
    const { rates, frequencies } = kleinKramers(
      { potential: potentials.harmonic({ k: 1 }), mass: [1] },
      { kT: 1, gamma: 3 },
      grids.phase([-10, 10, 96], [-8, 8, 56]),
    ).spectrum(10);
    listed.forEach((rate, k) => {
      expect(Math.abs(rates[k] - rate)).toBeLessThan(1e-9);
      expect(frequencies[k]).toBe(0);
    });
  });

  test("harmonic, underdamped: pairs γ/2 ± i√(ω² − γ²/4), next to 0 and next to a frequency", () => {
    const gamma = 0.6;
    const turn = Math.sqrt(1 - gamma ** 2 / 4);
    const { rates, frequencies } = oscillator(gamma).spectrum(4);
    expect(Array.from(rates, (rate) => Number(rate.toFixed(7)))).toEqual([0, 0.6, 0.3, 0.3]);
    expect(frequencies[2]).toBeCloseTo(turn, 7);
    expect(frequencies[3]).toBeCloseTo(-turn, 7);
    const near = oscillator(gamma).spectrum(2, { frequency: 2.1 });
    expect(Array.from(near.rates)).toEqual([expect.closeTo(gamma, 6), expect.closeTo(gamma, 6)]);
    expect(Math.abs(near.frequencies[0])).toBeCloseTo(2 * turn, 6);
  });

  test("two modes that fall together at γ = 2ω are found, and their condition says so", () => {
    const { rates, conditions } = oscillator(2).spectrum(3);
    expect(rates[1]).toBeCloseTo(1, 4);
    expect(rates[2]).toBeCloseTo(1, 4);
    expect(conditions[1]).toBeGreaterThan(100);
  });

  test("Ornstein–Uhlenbeck in phase space: means and covariances at x₀ = 1, v₀ = 0, γ = 2, t = 1, less what a broad start adds", () => {
    const [sx, sp] = [0.2, 0.8];
    const rho = oscillator(2).propagate((x, p) => Math.exp((-0.5 * (x - 1) ** 2) / sx - (0.5 * p * p) / sp), 1);
    const mean = (of: (x: number, p: number) => number) => rho.average(of);
    const [x, p] = [mean((a) => a), mean((_, b) => b)];
    expect(rho.error).toBeLessThan(1e-4);
    expect(x).toBeCloseTo(0.73575888, 6);
    expect(p).toBeCloseTo(-0.36787944, 6);
    // exp(At) = e^(−t) [[1 + t, t], [−t, 1 − t]] at critical damping.
    const e = Math.exp(-2);
    expect(mean((a) => (a - x) ** 2) - e * (4 * sx + sp)).toBeCloseTo(0.323323583817, 6);
    expect(mean((a, b) => (a - x) * (b - p)) + e * 2 * sx).toBeCloseTo(0.270670566473, 6);
    expect(mean((_, b) => (b - p) ** 2) - e * sx).toBeCloseTo(0.864664716763, 6);
  });

  test.each([
    [1.3, 0.9, [-0.7, 1.6], 0.8],
    [0.4, 1.7, [0.6, -0.8], 1.1],
  ] as const)("means of a narrow start are those of the equation of motion, γ = %d", (gamma, m, [x, p], t) => {
    const [k, kT] = [1.9, 0.8];
    const width = 6.5 * Math.sqrt(m * kT);
    const rho = kleinKramers(
      { potential: potentials.harmonic({ k }), mass: [m] },
      { kT, gamma },
      grids.phase([-4.4, 4.4, 72], [-width, width, 80]),
    ).propagate((a, b) => Math.exp(-18 * (a - x) ** 2 - 22 * (b - p) ** 2), t);
    const turn = Math.sqrt(k / m - gamma ** 2 / 4);
    const [cos, sin, fall] = [Math.cos(turn * t), Math.sin(turn * t) / turn, Math.exp(-0.5 * gamma * t)];
    const place = fall * (x * (cos + 0.5 * gamma * sin) + (p / m) * sin);
    const momentum = fall * (p * (cos - 0.5 * gamma * sin) - k * x * sin);
    expect(rho.error).toBeLessThan(2e-5);
    expect(Math.abs(rho.average((a) => a) - place)).toBeLessThan(4.4 * rho.error);
    expect(Math.abs(rho.average((_, b) => b) - momentum)).toBeLessThan(width * rho.error);
  });

  test("the stated error of a narrow start between wells bounds how far a run of many more steps is away", () => {
    const [m, kT, gamma] = [1.3, 0.8, 0.9];
    const width = 6 * Math.sqrt(m * kT);
    const system = { potential: potentials.doubleWell({ h: 2.6 }), mass: [m] };
    const on = kleinKramers(system, { kT, gamma }, grids.phase([-2.3, 2.3, 60], [-width, width, 60]));
    const start = (a: number, b: number) => Math.exp(-12 * (a + 0.9) ** 2 - 9 * (b - 1.4) ** 2);
    const whole = on.propagate(start, 0.6);
    const fields = flightGrid(phaseSystem(system, { kT, gamma }, whole.grid), 128, 128);
    const known = phaseSystem(system, { kT, gamma }, whole.grid);
    const [rough, fine] = [30, 60].map((steps) =>
      atTheCells(known, fields, flown(known, fields, flightStart(fields, start), 0.6, steps)),
    );
    const off = whole.values.reduce(
      (sum, value, i) => sum + Math.abs(value - (4 * fine[i] - rough[i]) / 3) * whole.grid.volumes[i],
      0,
    );
    expect(off).toBeLessThan(whole.error);
    expect(whole.error).toBeLessThan(2e-5);
  }, 20_000);

  test("a tilted well: the slow rate is that of both directions of transition-state theory times a factor below 1", () => {
    const tilted = potentials.expression("h*(x^2 - 1)^2 + tilt*x", { h: 4, tilt: 0.5 });
    const system = { potential: tilted, mass: [1.5] };
    const top = potentials.stationaryPoints(potentials.pull(tilted), -0.5, 0.5)[0].x;
    const limit =
      transitionStateRate(system, 1, { at: top }) + transitionStateRate(system, 1, { at: top, side: "right" });
    const { rates } = kleinKramers(
      system,
      { kT: 1, gamma: 1.8 },
      grids.phase([-2.1, 2.1, 64], [-7.4, 7.4, 48]),
    ).spectrum(2);
    expect(rates[1] / limit).toBeGreaterThan(0.5);
    expect(rates[1] / limit).toBeLessThan(0.9);
  });

  test("transition-state theory: 1.54180019e-2 a well, and √(kT/2πm) ρ(b) over the well", () => {
    expect(
      Math.abs(transitionStateRate({ potential: well, mass: [1] }, 1, { at: 0 }) / 1.54180019e-2 - 1),
    ).toBeLessThan(1e-8);
    const [m, kT] = [2.3, 0.7];
    const harmonic = transitionStateRate({ potential: potentials.harmonic({ k: 1.9 }), mass: [m] }, kT, { at: 1e-9 });
    expect(harmonic).toBeCloseTo(Math.sqrt(1.9 / m) / Math.PI, 6);
  });
});

describe("by finite volumes", () => {
  const [k, m, kT] = [1.3, 1.7, 0.8];
  const cells = (n: number, method: "hermite" | "finite-volume" | "upwind", gamma = 2.4) =>
    kleinKramers(
      { potential: potentials.harmonic({ k }), mass: [m] },
      { kT, gamma },
      grids.phase([-4.6, 4.6, n], [-6.4, 6.4, n]),
      { method },
    );

  test.each([
    ["finite-volume", 2, [20, 40, 80]],
    ["upwind", 1, [18, 54, 162]],
  ] as const)("%s converges with order %d: ⟨x⟩ of an underdamped oscillator", (method, order, numbers) => {
    const [gamma, t, x, v] = [0.9, 0.7, 0.8, -0.3 / m];
    const turn = Math.sqrt(k / m - gamma ** 2 / 4);
    const [cos, sin] = [Math.cos(turn * t), Math.sin(turn * t) / turn];
    const mean = Math.exp((-gamma * t) / 2) * (x * (cos + 0.5 * gamma * sin) + v * sin);
    const steps = numbers.map((n) => {
      const rho = cells(n, method, gamma).propagate(
        (a, b) => Math.exp((-0.5 * (a - x) ** 2) / 0.35 - (0.5 * (b - m * v) ** 2) / 0.9),
        t,
      );
      return { step: 1 / n, error: rho.average((a) => a) - mean };
    });
    const found = estimate.order(steps);
    expect(found.error).toBeLessThan(0.05);
    expect(Math.abs(found.mean - order)).toBeLessThan(4 * found.error);
  });

  test.each([
    ["finite-volume", 48, 1.4, 3],
    ["finite-volume", 48, 5, 3],
    ["upwind", 80, 2.4, 2],
  ] as const)("errors by %s bound how far rates are off: %d² cells, γ = %d, %d modes", (method, n, gamma, count) => {
    const here = kleinKramers(
      { potential: potentials.doubleWell({ h: 2.6 }), mass: [1.2] },
      { kT: 0.9, gamma },
      grids.phase([-2.1, 2.1, n], [-5.6, 5.6, n]),
      { method },
    ).spectrum(count);
    const exact = kleinKramers(
      { potential: potentials.doubleWell({ h: 2.6 }), mass: [1.2] },
      { kT: 0.9, gamma },
      grids.phase([-2.1, 2.1, 64], [-5.6, 5.6, 48]),
    ).spectrum(count);
    for (let mode = 1; mode < count; mode++) {
      const size = Math.hypot(here.rates[mode], here.frequencies[mode]);
      const off = Math.hypot(here.rates[mode] - exact.rates[mode], here.frequencies[mode] - exact.frequencies[mode]);
      expect(off).toBeLessThan(here.errors[mode]);
      expect(off).toBeGreaterThan(1e-5 * size);
      expect(here.errors[mode]).toBeLessThan(0.05 * size);
    }
  });

  test("both methods move a density alike", () => {
    const start = (x: number, p: number) => Math.exp(-2.5 * (x - 0.8) ** 2 - 0.4 * (p + 0.3) ** 2);
    const fine = cells(64, "finite-volume").propagate(start, 0.9);
    const exact = kleinKramers(
      { potential: potentials.harmonic({ k: 1.3 }), mass: [1.7] },
      { kT: 0.8, gamma: 2.4 },
      grids.phase([-4.6, 4.6, 48], [-6.4, 6.4, 48]),
    ).propagate(start, 0.9);
    for (const of of [(x: number) => x, (_: number, p: number) => p, (x: number, p: number) => x * p])
      expect(Math.abs(fine.average(of) - exact.average(of))).toBeLessThan(0.01);
  });

  test("a reaction: q⁻ is q⁺ with the momenta turned round, flux and rate between those of the rate and of transition-state theory", () => {
    const generator = kleinKramers(
      { potential: well, mass: [1] },
      { kT: 1, gamma: 5 },
      grids.phase([-2, 2, 60], [-6, 6, 48]),
      { method: "upwind" },
    );
    const { committor, backward, flux, rate: k, passage } = generator.reaction("x < -1", "x > 1");
    const n = committor.values.length;
    for (let cell = 0; cell < n; cell++) {
      expect(committor.values[cell]).toBeGreaterThan(-1e-12);
      expect(committor.values[cell]).toBeLessThan(1 + 1e-12);
      const turned = (cell % 60) + 60 * (47 - Math.floor(cell / 60));
      expect(backward.values[cell]).toBeCloseTo(1 - committor.values[turned], 12);
    }
    // Away from the wells a particle that moves to the right is more likely to get there.
    expect(committor.at(0, 1.5)).toBeGreaterThan(committor.at(0, -1.5) + 0.2);
    expect(passage * k).toBeCloseTo(1, 13);
    // By symmetry half of all time was spent coming from A.
    expect(flux).toBeCloseTo(0.5 * k, 12);
    // λ₁ counts both ways.
    expect(Math.abs((2 * k) / 1.73098168e-2 - 1)).toBeLessThan(0.06);
    expect(generator.committor("x < -1", "x > 1").values).toEqual(committor.values);
  });

  test("passages: τ = ∑ of times to leave, 1/k from deep in the well, and what is in the target is there", () => {
    const generator = kleinKramers(
      { potential: well, mass: [1] },
      { kT: 1, gamma: 5 },
      grids.phase([-2, 2, 60], [-6, 6, 48]),
      { method: "finite-volume" },
    );
    const times = generator.passageTimes("x > 0.9");
    expect(times.at(1.2, 0.3)).toBe(0);
    expect(generator.firstPassage([-1, 0.2], "x > 0.9")).toBe(times.at(-1, 0.2));
    const mean = generator.firstPassage("x < -0.9", "x > 0.9");
    expect(generator.firstPassage(generator.equilibrium(), "x > 0.9")).toBeLessThan(mean);
    // 𝓛†τ = −1 wherever no neighbour is in the target.
    const { points } = generator.grid;
    const slope = generator.adjoint(times.values, new Float64Array(times.values.length));
    let free = 0;
    slope.forEach((value, cell) => {
      if (points[2 * cell] > 0.8) return;
      expect(Math.abs(value + 1)).toBeLessThan(1e-9);
      free++;
    });
    expect(free).toBeGreaterThan(1900);
  });

  test("the mean passage between regions whose borders lie between cells converges with order 2, to what the first-order scheme tends to", () => {
    const passage = (n: number, method: "finite-volume" | "upwind") =>
      kleinKramers({ potential: well, mass: [1] }, { kT: 1, gamma: 5 }, grids.phase([-2, 2, n], [-6, 6, n]), {
        method,
      }).firstPassage("x < -0.8", "x > 0.8");
    const [coarse, middle, fine] = [40, 60, 80].map((n) => passage(n, "finite-volume"));
    const [rough, near] = [60, 80].map((n) => passage(n, "upwind"));
    // What 80 and 60 cells tend to for an error of this order, and 60 and 40.
    const limit = fine + (fine - middle) / ((80 / 60) ** 2 - 1);
    expect(Math.abs((middle + (middle - coarse) / ((60 / 40) ** 2 - 1)) / limit - 1)).toBeLessThan(2e-4);
    expect(Math.abs((near + (near - rough) / (80 / 60 - 1)) / limit - 1)).toBeLessThan(5e-4);
    expect(Math.abs(coarse / limit - 1)).toBeGreaterThan(5e-3);
  });

  test("a committor on cells too coarse for it is refused, and is none by upwind", () => {
    const on = (method: "finite-volume" | "upwind") =>
      kleinKramers({ potential: well, mass: [1] }, { kT: 1, gamma: 0.2 }, grids.phase([-2, 2, 20], [-8, 8, 20]), {
        method,
      });
    const refused = /committor runs from -0\.\d+ to 1\.\d+.*within 0.01.*"upwind"/;
    expect(() => on("finite-volume").committor("x < -1", "x > 1")).toThrow(refused);
    expect(() => on("finite-volume").reaction("x < -1", "x > 1")).toThrow(refused);
    const { values } = on("upwind").committor("x < -1", "x > 1");
    expect(Math.min(...values)).toBeGreaterThan(-1e-12);
    expect(Math.max(...values)).toBeLessThan(1 + 1e-12);
  });
});

describe("wrong calls say what to do", () => {
  const system = { potential: well, mass: [1] };
  const bath = { kT: 1, gamma: 2 };
  test.each([
    [() => kleinKramers({ potential: well, mass: [1, 2] }, bath, square), "dimension", /2 numbers/],
    [() => kleinKramers({ potential: well, mass: [-1] }, bath, square), "parameter", /mass\[0\] is -1/],
    [() => kleinKramers(system, { kT: 0, gamma: 2 }, square), "parameter", /kT is 0/],
    [() => kleinKramers(system, { kT: 1, gamma: -2 }, square), "parameter", /gamma is -2/],
    [() => kleinKramers(system, bath, grids.interval(-2, 2, 40)), "grid", /axes x.*grids.phase/],
    [() => kleinKramers(system, bath, grids.rectangle([-2, 2, 40], [-6, 6, 40])), "grid", /axes x, y/],
    [() => kleinKramers(system, bath, grids.phase([-2, 2, 40], [-6, 5, 40])), "grid", /-6 to 5.*p and −p/],
    [
      () => kleinKramers(system, bath, grids.phase([-2, 2, 40], [-3, 3, 40])),
      "grid",
      /momenta end at 3.*-6\.0 to 6\.0/,
    ],
    [() => kleinKramers(system, bath, grids.phase([-1.1, 2, 40], [-6, 6, 40])), "grid", /At -1.1.*reflecting/],
    [() => kleinKramers(system, bath, grids.phase([-9, 9, 40], [-6, 6, 40])), "grid", /600 kT/],
    [
      () => kleinKramers(system, bath, grids.phase([-2, 2, 40], [-6, 6, 40], { ends: "periodic" })),
      "grid",
      /periodic.*finite-volume/,
    ],
    [
      () =>
        kleinKramers(system, bath, grids.phase([-2, 2, 40], [-6, 6, 40], { ends: "absorbing" }), { method: "upwind" }),
      "grid",
      /absorbing/,
    ],
    [
      () =>
        kleinKramers(
          { potential: potentials.expression("x^2 + x"), mass: [1] },
          bath,
          grids.phase([-5, 5, 40], [-6, 6, 40], { ends: "periodic" }),
          { method: "upwind" },
        ),
      "grid",
      /same at both ends/,
    ],
    [
      () => kleinKramers({ potential: potentials.expression("x^2+y^2"), mass: [1] }, bath, square),
      "dimension",
      /2 coordinates/,
    ],
    [() => kleinKramers(system, bath, square, { method: "spectral" as "hermite" }), "parameter", /method "spectral"/],
    [() => kleinKramers(system, bath, square).firstPassage([-1, 0], "x > 1"), "undefined-quantity", /finite-volume/],
    [() => kleinKramers(system, bath, square).committor("x < -1", "x > 1"), "undefined-quantity", /finite-volume/],
    [
      () => kleinKramers(system, bath, square).propagate((x, p) => Math.exp(-x * x - p * p), -1),
      "parameter",
      /time is -1/,
    ],
    [() => kleinKramers(system, bath, square).propagate(() => Number.NaN, 1), "non-finite", /not finite/],
    [() => kleinKramers(system, bath, square).spectrum(0), "parameter", /count is 0/],
    [
      () => kleinKramers(system, bath, grids.phase([-2.1, 2.1, 10], [-6, 6, 40])).spectrum(3),
      "not-converged",
      /does not resolve mode/,
    ],
    [
      () => kleinKramers(system, bath, square).propagate((x, p) => Math.exp(-900 * (x - 0.2) ** 2 - 90 * p * p), 0.05),
      "not-converged",
      /may be off.*broader/,
    ],
    [
      () =>
        kleinKramers(system, bath, grids.phase([-2, 2, 20], [-6, 6, 20]), { method: "upwind" }).reaction(
          "x < 0.5",
          "x > 0",
        ),
      "grid",
      /share a cell/,
    ],
    [
      () =>
        kleinKramers(system, bath, grids.phase([-2, 2, 20], [-6, 6, 20]), { method: "upwind" }).passageTimes("x > 5"),
      "grid",
      /No cell/,
    ],
  ] as const)("%#", (call, fault, message) => {
    let failure: unknown;
    try {
      call();
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(PhysicsError);
    expect((failure as PhysicsError).message).toMatch(message);
    expect((failure as PhysicsError).fault).toBe(fault);
  });
});

test("everything shows itself", () => {
  const generator = kleinKramers(
    { potential: well, mass: [1.5] },
    { kT: 1, gamma: 2 },
    grids.phase([-2.1, 2.1, 48], [-7, 7, 40]),
  );
  expect(generator[display]()["text/latex"]).toContain("\\gamma\\frac{\\partial}{\\partial p}");
  expect(generator[display]()["text/plain"]).toMatch(/γ = 2, m = 1.5, 48 × 40 cells/);
  expect(generator.spectrum(2)[display]()["text/plain"]).toMatch(/^λ0 = 0\.0+\nλ1 = 0\.0\d+$/);
  expect(generator.detailedBalance()[display]()["text/plain"]).toContain("p → −p");
});
