import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { potentials } from "../../src/index.js";

const { criticalPoints, custom, expression, muellerBrown, path, tripleWell } = potentials;

/** A round valley of radius 1: the force across it vanishes on the circle alone, which leads over a pass of height h at (0, ±1). */
const valley = (k: number, h: number) => expression("k*(sqrt(x^2 + y^2) - 1)^2/2 + h*(y/sqrt(x^2 + y^2))^2", { k, h });

/** The largest distance of the images from the circle. */
const off = ({ columns: { x, y } }: potentials.EnergyPath): number =>
  Math.max(...x.map((at, i) => Math.abs(Math.hypot(at, y[i]) - 1)));

describe("paths of minimal energy", () => {
  const bent = (images: number) => path(valley(30, 2.3), [0.9, 0.1], [-1.1, 0.05], { images, via: [[0, 0.7]] });

  test("follow a valley that is known, to the fourth power of the spacing", () => {
    const errors = [11, 21, 41].map((images) => off(bent(images)));
    expect(errors[0]).toBeLessThan(1e-4);
    expect(errors[1] / errors[0]).toBeLessThan(1 / 12);
    expect(off(bent(81))).toBeLessThan(1e-6);
  });

  test("are evenly spaced half circles of length π over a pass of height h", () => {
    const found = bent(161);
    expect(found.barrier).toBeCloseTo(2.3, 12);
    expect(Math.abs(found.s[160] - Math.PI)).toBeLessThan(1e-4);
    const steps = found.s.subarray(1).map((s, i) => s - found.s[i]);
    expect(Math.max(...steps) / Math.min(...steps) - 1).toBeLessThan(1e-5);
    for (const [i, V] of found.energy.entries())
      expect(Math.abs(V - 2.3 * Math.sin((Math.PI * i) / 160) ** 2)).toBeLessThan(1e-5);
  });

  test("Müller–Brown: through the third minimum and both saddles", () => {
    const V = muellerBrown();
    const { minima, saddles } = criticalPoints(V);
    const found = path(V, [-0.5, 1.5], [0.6, 0.1], { images: 161 });
    const near = (a: readonly potentials.CriticalPoint[], b: readonly potentials.CriticalPoint[]) => {
      expect(a.length).toBe(b.length);
      for (const [i, { q }] of a.entries()) expect(Math.hypot(q[0] - b[i].q[0], q[1] - b[i].q[1])).toBeLessThan(1e-9);
    };
    near(found.minima, [minima[0], minima[2], minima[1]]);
    near(found.saddles, [saddles[1], saddles[0]]);
    expect(found.barrier).toBeCloseTo(saddles[1].energy - minima[0].energy, 9);
    // The curve through the images passes the saddles, which were found without it.
    for (const { q } of found.saddles) {
      const { x, y } = found.columns;
      expect(Math.min(...x.map((at, i) => Math.hypot(at - q[0], y[i] - q[1])))).toBeLessThan(found.s[160] / 160 / 1.9);
    }
  });

  test("the triple well has two channels, and `via` chooses", () => {
    const below = path(tripleWell(), [-1, 0], [1, 0]);
    const above = path(tripleWell(), [-1, 0], [1, 0], { via: [[0, 1.5]] });
    expect([below.minima.length, above.minima.length]).toEqual([2, 3]);
    expect(above.minima[1].q[1]).toBeGreaterThan(1.5);
    const passes = criticalPoints(tripleWell()).saddles.map(({ energy }) => energy);
    expect(above.saddles[0].energy).toBeCloseTo(passes[0], 11);
    expect(below.saddles[0].energy).toBeCloseTo(passes[2], 11);
  });

  test("in one and three dimensions, and of functions without a Hessian", () => {
    expect(path(potentials.doubleWell({ h: 2.7 }), [-0.8], [1.3]).barrier).toBeCloseTo(2.7, 12);
    const { dim, variables, energy, force } = expression("h*(x^2 - 1)^2 + k*(y - x^2)^2 + k*(z + x)^2", {
      h: 1.7,
      k: 6,
    });
    const found = path(custom({ dim, variables, energy, force }), [-1, 0.9, 0.9], [0.9, 1, -1]);
    expect(found.barrier).toBeCloseTo(1.7, 9);
    expect(Math.hypot(...found.saddles[0].q)).toBeLessThan(1e-9);
    expect([...found.saddles[0].curvatures].map((value) => value < 0)).toEqual([true, false, false]);
  });

  test("of particles: a third one goes round a pair, with the shifts of all together left out", () => {
    const V = potentials.pairwise(potentials.morse({ depth: 1.8, a: 2.1, r0: 1.2 }), { particles: 3, dim: 2 });
    // Left of, and right of, the pair on the x-axis; over the top of the triangle it passes a minimum and two saddles.
    const height = 1.2 * Math.sqrt(0.75);
    const found = path(V, [0, 0, 1.2, 0, 0.6, height], [0, 0, 1.2, 0, 0.6, -height], {
      via: [
        [0, 0, 1.2, 0, 1.9, 0.6],
        [0, 0, 1.2, 0, 2.4, 0],
        [0, 0, 1.2, 0, 1.9, -0.6],
      ],
    });
    expect(found.minima[0].energy).toBeCloseTo(3 * -1.8, 10);
    expect(found.saddles.length).toBe(1);
    // At the saddle the three lie on a line.
    const [x1, y1, x2, y2, x3, y3] = found.saddles[0].q;
    expect(Math.abs((x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1))).toBeLessThan(1e-8);
  });

  test("show V along them", () => {
    const bundle = path(muellerBrown(), [-0.5, 1.5], [0.6, 0.1])[display]();
    expect(bundle["text/plain"]).toMatch(
      /^Path of minimal energy: V = -146.7 → -40.6648 → -80.7678 → -72.2489 → -108.167, barrier 106.035, length 2.698/,
    );
    expect(bundle["text/markdown"]).toContain("data:image/svg+xml");
  });

  test.each([
    [
      "ends in one well",
      () => path(muellerBrown(), [0.6, 0], [0.65, 0.1]),
      "parameter",
      /Both ends lie in the well of \(0.623499, 0.0280378\)/,
    ],
    ["the same end twice", () => path(muellerBrown(), [0.6, 0], [0.6, 0]), "parameter", /Both ends lie in the well/],
    [
      "an end of another dimension",
      () => path(muellerBrown(), [0.6], [1, 2]),
      "dimension",
      /point a has 1 coordinate. Expected 2/,
    ],
    [
      "a station of another dimension",
      () => path(muellerBrown(), [0.6, 0], [1, 2], { via: [[3]] }),
      "dimension",
      /point via\[0\] has 1/,
    ],
    ["an end that is no number", () => path(muellerBrown(), [0.6, Number.NaN], [1, 2]), "parameter", /a\[1\] is NaN/],
    ["too few images", () => path(muellerBrown(), [0.6, 0], [1, 2], { images: 3 }), "parameter", /images is 3/],
    [
      "a singular point on the way",
      () => path(valley(30, 2), [1, 0], [-1, 0]),
      "non-finite",
      /V is NaN at x = 0, y = 0/,
    ],
    [
      "no well at an end",
      () => path(expression("x^2 - y^2"), [1, 1], [-1, 2]),
      "not-converged",
      /No minimum was found from the end a/,
    ],
  ])("refuse %s", (_, call, fault, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ fault }));
  });
});
