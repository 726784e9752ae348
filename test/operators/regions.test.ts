import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { estimate, grids, operators, potentials } from "../../src/index.js";
import { meanFirstPassage } from "../oracles/first-passage.js";

const { smoluchowski } = operators;
const onMuellerBrown = (h: number, scheme: operators.Scheme = "scharfetter-gummel") =>
  smoluchowski(
    potentials.muellerBrown(),
    { kT: 10, D: 10, scheme, ends: "reflecting" },
    grids.rectangle([-1.8, 1.3, Math.round(3.1 / h)], [-0.6, 2.3, Math.round(2.9 / h)]),
  );
const tilted = potentials.expression("h*(x^2-1)^2 + tilt*x", { h: 2.6, tilt: 0.3 });
const V = potentials.profile(tilted);
const bath = { kT: 0.8, D: 1.7 };
/** ∫ exp(sign V/kT) between two places, by the midpoint rule. */
const integral = (from: number, to: number, sign: 1 | -1): number => {
  const n = 200_000;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp((sign * V(from + ((i + 0.5) * (to - from)) / n)) / bath.kT);
  return (sum * (to - from)) / n;
};

describe("Müller and Brown's surface, kT = D = 10, in a box with walls", () => {
  test("square-root approximation on three grids to all digits given; λ₁ and λ₂ in the limit, with order 2", () => {
    const given = [
      [0.02, 0.200160207],
      [0.01, 0.199994354],
      [0.005, 0.19995288],
    ] as const;
    const rates = given.map(([h]) => onMuellerBrown(h, "square-root").spectrum(3).rates);
    for (const [i, [, rate]] of given.entries()) expect(Math.abs(rates[i][1] - rate)).toBeLessThan(6e-10);
    // Three grids take out the errors of order 2 and 4.
    const limit = (k: number) => (64 * rates[2][k] - 20 * rates[1][k] + rates[0][k]) / 45;
    expect(Math.abs(limit(1) - 0.199939)).toBeLessThan(6e-7);
    // The limit found here is 41.32177: one unit in the last of the digits given, 2e-6 of the whole.
    expect(Math.abs(limit(2) - 41.3217)).toBeLessThan(1e-4);
    const order = estimate.order(given.map(([h], i) => ({ step: h, error: rates[i][2] - limit(2) })));
    expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.02);
  });

  test("Scharfetter and Gummel's scheme has the same limit", () => {
    const [coarse, fine] = [0.04, 0.02].map((h) => onMuellerBrown(h).spectrum(3).rates);
    expect(Math.abs((4 * fine[1] - coarse[1]) / 3 / 0.199939 - 1)).toBeLessThan(2e-5);
    expect(Math.abs((4 * fine[2] - coarse[2]) / 3 / 41.3217 - 1)).toBeLessThan(2e-4);
  });

  test("rates from the spectrum and from transition paths agree, and the current flows from A to B", () => {
    const generator = onMuellerBrown(0.03);
    const [A, B] = ["(x + 0.558)^2 + (y - 1.442)^2 < 0.04", "(x - 0.623)^2 + (y - 0.028)^2 < 0.04"];
    const there = generator.reaction(A, B);
    const back = generator.reaction(B, A);
    const slow = generator.spectrum(2).rates[1];
    expect(Math.abs((there.rate + back.rate) / slow - 1)).toBeLessThan(0.02);
    expect(Math.abs(back.flux / there.flux - 1)).toBeLessThan(1e-9);
    expect(Math.abs(there.capacity / there.flux - 1)).toBeLessThan(1e-9);
    for (let i = 0; i < generator.grid.size; i++)
      expect(there.committor.values[i] + back.committor.values[i]).toBeCloseTo(1, 9);
    // Through a line between the wells the current carries the whole flux.
    const { cells, widths } = generator.grid.axes[0];
    const row = Math.round((0.75 + 0.6) / 0.03);
    const through = widths.reduce((sum, w, i) => sum + w * there.current.components[1][i + cells * row], 0);
    expect(Math.abs(-through / there.flux - 1)).toBeLessThan(1e-6);
    expect(there[display]()["text/plain"]).toMatch(/k\(A→B\) = /);
  });

  test("rates of 1e-12 keep their digits, and are those from transition paths", () => {
    const generator = smoluchowski(
      potentials.expression("h*(x^2-1)^2 + 3*y^2", { h: 36 }),
      { kT: 1.1, D: 0.7 },
      grids.rectangle([-1.7, 1.7, 80], [-3.1, 3.1, 24]),
    );
    const { rates } = generator.spectrum(4);
    const { rate } = generator.reaction("x < -0.9", "x > 0.9");
    expect(rates[1]).toBeLessThan(1e-10);
    expect(Math.abs((2 * rate) / rates[1] - 1)).toBeLessThan(1e-9);
    // The surface is a sum: the line along x gives the same λ₁ to all digits, by another method, the line along y the next one.
    const line = smoluchowski(potentials.doubleWell({ h: 36 }), { kT: 1.1, D: 0.7 }, grids.interval(-1.7, 1.7, 80));
    expect(Math.abs(rates[1] / line.spectrum(2).rates[1] - 1)).toBeLessThan(1e-10);
    const side = smoluchowski(potentials.harmonic({ k: 6 }), { kT: 1.1, D: 0.7 }, grids.interval(-3.1, 3.1, 24));
    expect(Math.abs(rates[2] / side.spectrum(2).rates[1] - 1)).toBeLessThan(1e-10);
  });
});

describe("on a line, against quadrature", () => {
  const Z = integral(-3, 3, -1);
  const [a, b] = [-0.9137, 0.8721];
  const resistance = integral(a, b, 1);
  const flux = bath.D / (Z * resistance);

  test("committor, flux, rate and capacity of two places between the cells: order 2", () => {
    const errors = [75, 150, 300, 600].map((cells) => {
      const generator = smoluchowski(tilted, bath, grids.interval(-2.4, 2.4, cells));
      return { step: 4.8 / cells, error: generator.reaction(a, b).flux / flux - 1 };
    });
    expect(Math.abs(errors[3].error)).toBeLessThan(1e-4);
    const order = estimate.order(errors);
    expect(Math.abs(order.mean - 2)).toBeLessThan(4 * order.error + 0.1);
    const fine = smoluchowski(tilted, bath, grids.interval(-2.4, 2.4, 400));
    const q = fine.committor(a, b);
    expect(q.at(0.1)).toBeCloseTo(integral(a, 0.1, 1) / resistance, 4);
    expect(fine.committor(`x < ${a}`, `x > ${b}`).values).toEqual(q.values);
  });

  test("passage times from a place, a region and a density, on uneven cells as well", () => {
    const finer = (x: number) => 1 + 2 * Math.exp(-4 * x * x);
    for (const grid of [grids.interval(-2.4, 2.4, 600), grids.box([{ from: -2.4, to: 2.4, cells: 500, finer }])]) {
      const generator = smoluchowski(tilted, bath, grid);
      const exact = meanFirstPassage(V, { ...bath, a, b, floor: -3 });
      expect(Math.abs(generator.firstPassage(a, b) / exact - 1)).toBeLessThan(1e-4);
      expect(Math.abs(generator.firstPassage([a], `x > ${b}`) / exact - 1)).toBeLessThan(2e-4);
      const times = generator.passageTimes(`x > ${b}`);
      const start = generator.propagate((x) => Math.exp(-40 * (x - a) ** 2), 0);
      const mean = generator.firstPassage(start, `x > ${b}`);
      expect(Math.abs(mean / start.average((x) => times.at(x)) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(generator.firstPassage("x < -0.8", `x > ${b}`) / exact - 1)).toBeLessThan(0.05);
    }
  });

  test("D that depends on the place: rates by quadrature of exp(V/kT)/D, for every scheme; equilibrium does not feel D", () => {
    const D = (x: number) => 1.2 + 0.5 * Math.sin(2 * x);
    let resist = 0;
    const n = 100_000;
    for (let i = 0; i < n; i++) {
      const x = a + ((i + 0.5) * (b - a)) / n;
      resist += (Math.exp(V(x) / bath.kT) / D(x)) * ((b - a) / n);
    }
    for (const scheme of ["scharfetter-gummel", "chang-cooper", "square-root"] as const) {
      const grid = grids.interval(-2.4, 2.4, 500);
      const generator = smoluchowski(tilted, { kT: bath.kT, D: "1.2 + 0.5*sin(2*x)", scheme }, grid);
      expect(Math.abs(generator.reaction(a, b).flux * Z * resist - 1)).toBeLessThan(2e-4);
      const same = smoluchowski(tilted, { kT: bath.kT, D, scheme }, grid);
      expect(same.equilibrium().values).toEqual(smoluchowski(tilted, bath, grid).equilibrium().values);
      expect(same.spectrum(3).rates).toEqual(generator.spectrum(3).rates);
      expect(generator.equation).toContain("D(x)");
      expect(generator[display]()["text/latex"]).toMatch(/D = 1\.2\s?\+.*\\sin.*Hänggi–Klimontovich/);
    }
  });

  test("absorbing ends: λ₀ behind a barrier is 1/(mean time to leave), to 10 digits; mass decays by it", () => {
    const steep = potentials.expression("h*(x^2-1)^2", { h: 29 });
    const left = smoluchowski(steep, bath, grids.interval(-1.8, 0, 300, { ends: ["natural", "absorbing"] }));
    const right = smoluchowski(steep, bath, grids.interval(0, 1.8, 300, { ends: ["absorbing", "natural"] }));
    const [slow] = left.spectrum(3).rates;
    expect(slow).toBeLessThan(1e-10);
    for (const [k, rate] of left.spectrum(3).rates.entries())
      expect(Math.abs(right.spectrum(3).rates[k] / rate - 1)).toBeLessThan(1e-10);
    expect(Math.abs(slow * left.firstPassage([-1]) - 1)).toBeLessThan(1e-9);
    const flat = smoluchowski(potentials.expression("0*x"), bath, grids.interval(0, 1.3, 200, { ends: "absorbing" }));
    const { rates, modes } = flat.spectrum(4);
    for (const [k, rate] of rates.entries())
      expect(Math.abs(rate / (bath.D * (((k + 1) * Math.PI) / 1.3) ** 2) - 1)).toBeLessThan(4e-4);
    const start = flat.propagate((x) => Math.sin((Math.PI * x) / 1.3), 0);
    expect(flat.propagate(start, 0.21).mass).toBeCloseTo(Math.exp(-0.21 * rates[0]), 10);
    expect(modes[0].every((value) => value > 0)).toBe(true);
    expect(flat.firstPassage([0.65])).toBeCloseTo((0.65 * 0.65) / (2 * bath.D), 4);
  });

  test("a ring: λ = (4D/Δx²) sin²(mπ/n), twice each, and the current of a propagated wave", () => {
    const ring = smoluchowski(potentials.expression("0*x"), bath, grids.interval(0, 2.1, 64, { ends: "periodic" }));
    const exact = (m: number) => 4 * bath.D * ((64 / 2.1) * Math.sin((m * Math.PI) / 64)) ** 2;
    const { rates } = ring.spectrum(5);
    for (const [k, m] of [0, 1, 1, 2, 2].entries()) expect(Math.abs(rates[k] - exact(m))).toBeLessThan(1e-9 * exact(2));
    const wave = ring.propagate((x) => 1 + 0.5 * Math.cos((2 * Math.PI * x) / 2.1), 0.05);
    const at = ring.grid.points;
    const height = (0.5 / 2.1) * Math.exp(-0.05 * exact(1));
    for (const [i, value] of wave.values.entries())
      expect(value).toBeCloseTo(1 / 2.1 + height * Math.cos((2 * Math.PI * at[i]) / 2.1), 9);
    const [J] = ring.current(wave).components;
    for (const [i, value] of J.entries())
      expect(
        Math.abs(value - bath.D * height * ((2 * Math.PI) / 2.1) * Math.sin((2 * Math.PI * at[i]) / 2.1)),
      ).toBeLessThan(2e-3);
  });
});

test("cells beyond the reach of exp are left out, and get the values of what lies below them", () => {
  const [k, kT, D] = [260, 0.7, 1.3];
  const steep = potentials.expression("k*(x^2 + 1.7*y^2)/2", { k });
  const generator = smoluchowski(steep, { kT, D }, grids.rectangle([-1.2, 1.2, 131], [-1.2, 1.2, 133]));
  const { rates, modes } = generator.spectrum(4);
  for (const [n, exact] of [0, 1, 1.7, 2].entries())
    expect(Math.abs((rates[n] * kT) / (D * k) - exact)).toBeLessThan(0.06 * exact + 1e-12);
  for (const mode of modes) expect(mode.every(Number.isFinite)).toBe(true);
  const q = generator.committor("x < -0.1", "x > 0.1");
  expect([q.at(1.15, 1.16), q.at(-1.15, 1.16), q.at(1.15, -1.16)]).toEqual([1, 0, 1]);
  const ring = smoluchowski(
    potentials.expression("1200*cos(x)"),
    { kT: 0.9, D },
    grids.interval(0, 2 * Math.PI, 700, { ends: "periodic" }),
  );
  expect(Math.abs((ring.spectrum(2).rates[1] * 0.9) / (1200 * D) - 1)).toBeLessThan(0.03);
});

describe("wrong calls say what to do", () => {
  const plane = grids.rectangle([-2.4, 2.4, 30], [-3, 3, 30]);
  const well = potentials.expression("2.2*(x^2-1)^2 + 1.9*y^2");
  const generator = smoluchowski(well, { kT: 0.7, D: 1.3 }, plane);
  const high = potentials.expression("90*(x^2 + y^2)");
  const line = smoluchowski(tilted, bath, grids.interval(-2.4, 2.4, 100));
  const leaky = smoluchowski(tilted, { ...bath, ends: ["natural", "absorbing"] }, grids.interval(-2.4, 1.2, 100));
  test.each([
    [
      () => smoluchowski(well, { kT: 0.7, D: 1.3 }, grids.rectangle([-2.4, 0.4, 30], [-3, 3, 30])),
      /At \(0.4, .*the grid ends/,
    ],
    [
      () =>
        smoluchowski(well, { kT: 0.7, D: 1.3, ends: { x: "periodic" } }, grids.rectangle([-2.4, 2.1, 30], [-3, 3, 30])),
      /axis x is periodic/,
    ],
    [() => smoluchowski(well, { kT: 0.7, D: 1.3 }, grids.interval(-2, 2, 30)), /2 coordinates \(x, y\).*one axis/],
    [
      () =>
        smoluchowski(
          well,
          {
            kT: 0.7,
            D: [
              [1, 2],
              [2, 1],
            ],
          },
          plane,
        ),
      /matrix D at .* is 1, 2, 2, 1/,
    ],
    [
      () =>
        smoluchowski(
          well,
          {
            kT: 0.7,
            D: [
              [1, 0.2],
              [0.1, 1],
            ],
          },
          plane,
        ),
      /not symmetric/,
    ],
    [() => smoluchowski(well, { kT: 0.7, D: [[1, 0.2]] }, plane), /2 rows of 2/],
    [() => smoluchowski(well, { kT: 0.7, D: "x" }, plane), /D at \(-2.32, .*\) is -2.32/],
    [() => smoluchowski(well, { kT: 0.7, D: "r" }, plane), /"r" is not known/],
    [() => generator.committor("x < -1", "x >"), /cannot be read/],
    [
      () =>
        smoluchowski(
          well,
          {
            kT: 0.7,
            D: [
              [1, 99.9],
              [99.9, 1e4],
            ],
          },
          plane,
        ),
      /a step reaches over \d+ cells/,
    ],
    [() => smoluchowski(high, { kT: 0.7, D: 1.3 }, plane).propagate(() => 1, 0.3), /650 kT above the lowest well/],
    [() => generator.committor("x < -1", "x > 5"), /No cell lies in region 2/],
    [() => generator.committor("x < 0 and y < 1", "x >= 0 and y < 1"), /regions touch/],
    [() => generator.committor(-1, 1), /more than one dimension/],
    [() => generator.firstPassage([-1, 0]), /no target is given/],
    [() => generator.firstPassage([-3, 0], "x > 1"), /x = -3 lies outside/],
    [() => generator.firstPassage("x > 7", "x > 1"), /No cell lies in the region of the start/],
    [() => line.passageTimes(0.9), /does not say from which side/],
    [() => leaky.firstPassage(1, -1), /lost through an absorbing end/],
    [() => leaky.reaction("x < -1", "x > 1"), /no steady number of paths/],
    [() => leaky.firstPassage([-1], "x > 1"), /lost through an absorbing end/],
    [() => leaky.equilibrium(), /no equilibrium/],
  ])("%#", (call, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
  });
});
