import { describe, expect, test } from "vitest";
import { expm, identity, plus, stationaryCovariance, symmetricEigenvalues, times, transpose } from "./dense.js";
import { meanFirstPassage } from "./first-passage.js";
import { normalCdf } from "./normal.js";
import { oscillatorMean, relaxation } from "./ornstein-uhlenbeck.js";

/** Simpson's rule on 20 000 pieces. */
const simpson = (f: (x: number) => number, from: number, to: number): number => {
  const n = 20_000;
  const h = (to - from) / n;
  let sum = f(from) + f(to);
  for (let i = 1; i < n; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
};

describe("the oracles themselves", () => {
  test("normal distribution against quadrature", () => {
    for (const x of [-4.5, -1.3, 0, 0.7, 3.2])
      expect(normalCdf(x)).toBeCloseTo(
        simpson((z) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI), -12, x),
        12,
      );
  });

  test("oscillator: closed form at critical damping, 2/e and −1/e, and the equations of motion by difference quotients", () => {
    const at = oscillatorMean({ k: 1, m: 1, gamma: 2 + 1e-7, kT: 1 }, 1, 0, 1);
    expect(at.x).toBeCloseTo(0.73575888, 6);
    expect(at.p).toBeCloseTo(-0.36787944, 6);
    for (const gamma of [0.7, 5.3]) {
      const system = { k: 2.3, m: 1.7, gamma, kT: 0.6 };
      const [before, now, after] = [0.9 - 1e-5, 0.9, 0.9 + 1e-5].map((t) => oscillatorMean(system, -0.8, 1.9, t));
      expect((after.x - before.x) / 2e-5).toBeCloseTo(now.p / system.m, 8);
      expect((after.p - before.p) / 2e-5).toBeCloseTo(-system.k * now.x - gamma * now.p, 8);
    }
  });

  test("overdamped relaxation: variance from the integral over the noise", () => {
    const [k, kT, D, t] = [2.3, 0.7, 1.9, 0.4];
    const a = (D * k) / kT;
    expect(relaxation(k, kT, D, 1.1, t).variance).toBeCloseTo(
      simpson((s) => 2 * D * Math.exp(-2 * a * (t - s)), 0, t),
      12,
    );
  });

  test("first passage: values of an adaptive quadrature, and free diffusion, b² − a² over 2D above a wall at 0", () => {
    const V = (x: number) => 4 * (x * x - 1) ** 2;
    expect(meanFirstPassage(V, { kT: 1, D: 1, a: -1, b: 0, floor: -3 })).toBeCloseTo(8.48643607, 6);
    expect(meanFirstPassage(V, { kT: 1, D: 1, a: -1, b: 1, floor: -3 })).toBeCloseTo(17.31591119, 6);
    expect(meanFirstPassage(() => 0, { kT: 2, D: 0.7, a: 0.5, b: 2, floor: 0 })).toBeCloseTo((4 - 0.25) / 1.4, 5);
  });

  test("dense matrices", () => {
    const a = [
      [2, -1, 0.3],
      [-1, 3, 0.5],
      [0.3, 0.5, 1],
    ];
    const values = symmetricEigenvalues(a);
    expect(values.reduce((x, y) => x + y)).toBeCloseTo(6, 13);
    expect(values.reduce((x, y) => x * y)).toBeCloseTo(2 * (3 - 0.25) + (-1 - 0.15) + 0.3 * (-0.5 - 0.9), 12);
    const inverse = expm(a.map((row) => row.map((value) => -value)));
    times(expm(a), inverse).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(identity(3)[i][j], 12);
      });
    });
    const m = [
      [0.6, 0.3],
      [-0.2, 0.7],
    ];
    const noise = [
      [0.5, 0.1],
      [0.1, 0.9],
    ];
    const sigma = stationaryCovariance(m, noise);
    plus(times(times(m, sigma), transpose(m)), noise).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(sigma[i][j], 13);
      });
    });
  });
});
