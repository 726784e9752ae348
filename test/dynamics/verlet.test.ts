/** Newton's equations by words of A and B: symplectic, reversible, and of the order that they say. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Splitting } from "../../src/dynamics/splitting/splitting.js";
import { dynamics, estimate, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";
import { inverse, mass, plane } from "../oracles/coupled-plane.js";
import { type Matrix, times, transpose } from "../oracles/dense.js";

const verlet = (dt: number, options: dynamics.VerletOptions = {}) =>
  dynamics.velocityVerlet({ potential: plane, mass }, dt, options);

const run = (integrator: Splitting, start: readonly number[], steps: number): number[] => {
  const rng = stream("none is drawn");
  const state = integrator.init(Float64Array.from(start.slice(0, 2)), rng);
  state.p.set(start.slice(2));
  for (let i = 0; i < steps; i++) integrator.step(state, rng);
  return [...state.q, ...state.p];
};

const energy = ([x, y, p, r]: readonly number[]): number =>
  plane.energy(Float64Array.of(x, y)) +
  0.5 * (p * (inverse[0][0] * p + inverse[0][1] * r) + r * (inverse[1][0] * p + inverse[1][1] * r));

const words = [{ word: "BAB" }, { word: "ABA" }, { word: "BAB", order: 4 }, { word: "ABA", order: 4 }] as const;
const points = fc.tuple(...[1.2, 0.9, 0.7, 0.6].map((max) => fc.double({ min: -max, max, noNaN: true })));

describe.each(words)("%o", (options) => {
  const order = "order" in options ? options.order : 2;

  test("is reversible: with momenta turned it runs back to its start", () => {
    fc.assert(
      fc.property(points, (start) => {
        const [x, y, p, r] = run(verlet(0.13, options), start, 20);
        const back = run(verlet(0.13, options), [x, y, -p, -r], 20);
        expect(back[0]).toBeCloseTo(start[0], 10);
        expect(back[1]).toBeCloseTo(start[1], 10);
        expect(back[2]).toBeCloseTo(-start[2], 10);
        expect(back[3]).toBeCloseTo(-start[3], 10);
      }),
      { numRuns: 30 },
    );
  });

  test("is symplectic: its Jacobian S obeys SᵀJS = J", () => {
    const J: Matrix = [
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [-1, 0, 0, 0],
      [0, -1, 0, 0],
    ];
    fc.assert(
      fc.property(points, (start) => {
        const columns = start.map((_, i) => {
          const shifted = (by: number) =>
            run(
              verlet(0.2, options),
              start.map((value, j) => value + (i === j ? by : 0)),
              1,
            );
          const [ahead, behind] = [shifted(1e-4), shifted(-1e-4)];
          return ahead.map((value, j) => (value - behind[j]) / 2e-4);
        });
        const S = transpose(columns);
        times(times(transpose(S), J), S).forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(J[i][j], 6);
          });
        });
      }),
      { numRuns: 20 },
    );
  });

  test("has an energy error, and an error at a fixed time, of its order", () => {
    const start = [1.1, 0.4, -0.3, 0.5];
    const exact = run(verlet(2.4 / 4096, { order: 4 }), start, 4096);
    const at = [24, 34, 48, 68].map((steps) => ({
      step: 2.4 / steps,
      end: run(verlet(2.4 / steps, options), start, steps),
    }));
    const drift = estimate.order(at.map(({ step, end }) => ({ step, error: energy(end) - energy(start) })));
    const path = estimate.order(
      at.map(({ step, end }) => ({ step, error: Math.hypot(...end.map((value, i) => value - exact[i])) })),
    );
    expect(Math.abs(drift.mean - order)).toBeLessThan(4 * drift.error + 0.05);
    expect(Math.abs(path.mean - order)).toBeLessThan(4 * path.error + 0.05);
    expect(Math.max(drift.error, path.error)).toBeLessThan(0.12);
  });

  test("keeps its energy within the same bounds however long it runs", () => {
    const dt = order === 4 ? 0.3 : 0.08;
    const integrator = verlet(dt, options);
    const rng = stream("none");
    const state = integrator.init(Float64Array.of(1.1, 0.4), rng);
    state.p.set([-0.3, 0.5]);
    const largest = (steps: number) => {
      let most = 0;
      for (let i = 0; i < steps; i++) {
        integrator.step(state, rng);
        most = Math.max(most, Math.abs(energy([...state.q, ...state.p]) - energy([1.1, 0.4, -0.3, 0.5])));
      }
      return most;
    };
    const early = largest(2000);
    largest(40_000);
    expect(early).toBeLessThan(0.02);
    expect(largest(2000)).toBeLessThan(2 * early);
  });
});

test("starts at rest, with momenta of its own, or thermal", () => {
  const start = { q: [0.7, -0.2], p: [0.3, 1.9] };
  const path = dynamics.trajectory(verlet(0.05), { steps: 40, seed: "s", start });
  expect([path.columns.x[0], path.columns.p_x[0], path.columns.p_y[0]]).toEqual([0.7, 0.3, 1.9]);
  expect(path.columns.y[40]).toBe(run(verlet(0.05), [0.7, -0.2, 0.3, 1.9], 40)[1]);
  expect(dynamics.trajectory(verlet(0.05), { steps: 4, seed: "s", start: start.q }).columns.p_x[0]).toBe(0);
  const warm = dynamics.trajectory(verlet(0.05, { kT: 0.6 }), { steps: 4, seed: "s", start: start.q });
  expect(warm.columns.p_x[0]).not.toBe(0);
});

test("a word with its times stretched is bounded up to its limit and no further", () => {
  const soft = potentials.expression("a*x^2/2 + b*y^2/2", { a: 0.3, b: 5.2 });
  const masses = [
    [1.7, 0.4],
    [0.4, 0.8],
  ];
  // ω² are the roots of det(K − ω²M), K = diag(a, b).
  const [a, b, c] = [1.2, -(0.3 * 0.8 + 5.2 * 1.7), 0.3 * 5.2];
  const stiffest = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
  const { longest } = dynamics.velocityVerlet({ potential: soft, mass: masses }, 0.1);
  expect((longest?.(new Float64Array(2)) ?? 0) * Math.sqrt(stiffest)).toBeCloseTo(2, 4);
  for (const [word, gamma] of [
    ["BAOAB", 0.9],
    ["ABOBA", 7.3],
    ["OBABO", 0.4],
    ["BAOA", 2.1],
    ["BABO", 1.4],
  ] as const) {
    const at = (dt: number) => dynamics.langevin({ potential: soft, mass: masses }, { kT: 0.6, gamma }, dt, word);
    const limit = at(0.1).longest?.(new Float64Array(2)) ?? Number.NaN;
    const size = (dt: number) => Math.hypot(...run(at(dt), [0.2, 0.3, 0.1, 0.4], 1500));
    expect(size(0.98 * limit)).toBeLessThan(1e3);
    expect(size(1.02 * limit)).toBeGreaterThan(1e12);
  }
});
