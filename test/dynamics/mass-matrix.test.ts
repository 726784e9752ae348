/** A full mass matrix M: A moves with M⁻¹, thermal momenta have the covariance M kT. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Configuration } from "../../src/dynamics/integrator.js";
import { velocities } from "../../src/dynamics/splitting/mass.js";
import { dynamics, potentials } from "../../src/index.js";
import { cholesky, inverseFrom } from "../../src/linalg/dense/dense-cholesky.js";
import { stream } from "../../src/random/stream.js";
import { type Matrix, stationaryCovariance, times, transpose } from "../oracles/dense.js";
import { pulse } from "../oracles/pulse.js";

const mass = [
  [1.7, 0.4],
  [0.4, 0.8],
];
const K = [
  [2.3, -0.7],
  [-0.7, 1.1],
];
const well = potentials.expression("a*x^2/2 + b*y^2/2 + c*x*y", { a: 2.3, b: 1.1, c: -0.7 });
const [kT, gamma] = [0.6, 0.9];

test("L Lᵀ = M, and the inverse from L is M⁻¹, for random positive definite matrices", () => {
  const rows = fc.array(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(rows, (b) => {
      const m = times(b, transpose(b)).map((row, i) => row.map((value, j) => value + (i === j ? 0.3 : 0)));
      const l = cholesky(m.flat(), 4) ?? new Float64Array(16);
      const square = (flat: Float64Array): Matrix => [0, 4, 8, 12].map((r) => [...flat.subarray(r, r + 4)]);
      times(square(l), transpose(square(l))).forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(m[i][j], 11);
        });
      });
      times(square(inverseFrom(l, 4)), m).forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(Number(i === j), 9);
        });
      });
    }),
  );
  expect(cholesky([1.3, 2, 2, 1.7], 2)).toBeUndefined();
});

const linear = (word: string, dt: number): { map: Matrix; noise: Matrix } => {
  const integrator = dynamics.langevin({ potential: well, mass }, { kT, gamma }, dt, word);
  const end = (start: readonly number[], which: number) => {
    const state = integrator.init(Float64Array.from(start.slice(0, 2)), pulse(-1));
    state.p.set(start.slice(2));
    const rng = pulse(which);
    integrator.step(state, rng);
    return { numbers: [...state.q, ...state.p], drawn: rng.drawn() };
  };
  const zero = [0, 0, 0, 0];
  const columns = zero.map(
    (_, i) =>
      end(
        zero.map((_, j) => Number(i === j)),
        -1,
      ).numbers,
  );
  const { drawn } = end(zero, -1);
  expect(drawn).toBe(2 * integrator.draws);
  const noise = transpose(Array.from({ length: drawn }, (_, i) => end(zero, i).numbers));
  return { map: transpose(columns), noise: times(noise, transpose(noise)) };
};

describe("in a harmonic well V = qᵀKq/2, the stationary covariance by the discrete Lyapunov equation", () => {
  // K⁻¹ and M, corrected by dt² as in one dimension: ⟨ppᵀ⟩ = kT (M − dt² K/4), ⟨qqᵀ⟩ = kT (K − dt² K M⁻¹ K/4)⁻¹.
  const dt = 0.5;
  const minverse = [
    [0.8 / 1.2, -0.4 / 1.2],
    [-0.4 / 1.2, 1.7 / 1.2],
  ];
  const subtract = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((v, j) => v - (dt * dt * b[i][j]) / 4));
  const invert = ([[a, b], [c, d]]: Matrix): Matrix =>
    [
      [d, -b],
      [-c, a],
    ].map((row) => row.map((v) => v / (a * d - b * c)));
  const expected: Record<string, readonly [Matrix, Matrix]> = {
    BAOAB: [invert(K), subtract(mass, K)],
    ABOBA: [invert(K), times(times(mass, invert(subtract(mass, K))), mass)],
    OBABO: [invert(subtract(K, times(times(K, minverse), K))), mass],
  };
  test.each(Object.keys(expected))("%s", (word) => {
    const { map, noise } = linear(word, dt);
    const sigma = stationaryCovariance(map, noise);
    const [qq, pp] = expected[word];
    for (const i of [0, 1])
      for (const j of [0, 1]) {
        expect(Math.abs(sigma[i][j] - kT * qq[i][j])).toBeLessThan(1e-12);
        expect(Math.abs(sigma[2 + i][2 + j] - kT * pp[i][j])).toBeLessThan(1e-12);
        expect(Math.abs(sigma[i][2 + j])).toBeLessThan(1e-12);
      }
  });
});

test("thermal momenta have the covariance M kT, and a diagonal matrix does what a list does", () => {
  const { init } = dynamics.langevin({ potential: well, mass }, { kT, gamma }, 0.1);
  const n = 40_000;
  const { p } = init(new Float64Array(2 * n), stream("thermal"));
  for (const [i, j] of [
    [0, 0],
    [0, 1],
    [1, 1],
  ]) {
    let sum = 0;
    for (let r = 0; r < p.length; r += 2) sum += p[r + i] * p[r + j];
    const error = kT * Math.sqrt((mass[i][i] * mass[j][j] + mass[i][j] ** 2) / n);
    expect(Math.abs(sum / n - kT * mass[i][j])).toBeLessThan(4 * error);
  }
  const run = (m: dynamics.Masses) => {
    const integrator = dynamics.langevin({ potential: well, mass: m }, { kT, gamma }, 0.1, "BAOAB");
    const state: Configuration = integrator.init(Float64Array.of(0.4, -0.3), stream("same"));
    for (let i = 0; i < 50; i++) integrator.step(state as dynamics.PhaseState, stream(`step ${i}`));
    return [...state.q, ...(state.p ?? [])];
  };
  const full = run([
    [1.7, 0],
    [0, 0.8],
  ]);
  run([1.7, 0.8]).forEach((value, i) => {
    expect(full[i]).toBeCloseTo(value, 12);
  });
  expect([...velocities(Float64Array.of(2, 4), Float64Array.of(3, 2, 5, 6), new Float64Array(4))]).toEqual([
    1.5, 0.5, 2.5, 1.5,
  ]);
});
