import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { potentials } from "../../src/index.js";
import { symmetricEigen } from "../../src/linalg/dense/symmetric-eigen.js";

const { criticalPoints, custom, expression, harmonic, muellerBrown, tripleWell } = potentials;

describe("eigenvalues of small symmetric matrices", () => {
  test("A v = λ v with orthonormal v, rising λ, and the trace kept", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 49, maxLength: 49 }),
        (n, list) => {
          const a = Float64Array.from({ length: n * n }, (_, at) => {
            const [i, j] = [Math.floor(at / n), at % n];
            return list[7 * Math.min(i, j) + Math.max(i, j)];
          });
          const { values, vectors } = symmetricEigen(a, n);
          const row = (i: number) => vectors.subarray(i * n, (i + 1) * n);
          const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, k) => sum + value * y[k], 0);
          for (let i = 0; i < n; i++) {
            for (let j = 0; j < n; j++) {
              expect(Math.abs(dot(row(i), row(j)) - Number(i === j))).toBeLessThan(1e-13);
              expect(Math.abs(dot(a.subarray(j * n, (j + 1) * n), row(i)) - values[i] * row(i)[j])).toBeLessThan(1e-12);
            }
            if (i > 0) expect(values[i]).toBeGreaterThanOrEqual(values[i - 1]);
          }
          const trace = values.reduce((sum, value) => sum + value, 0);
          expect(Math.abs(trace - a.reduce((sum, x, at) => (at % (n + 1) === 0 ? sum + x : sum), 0))).toBeLessThan(
            1e-12,
          );
        },
      ),
    );
  });
});

describe("critical points of a plane", () => {
  test("Müller–Brown: the three minima of the references to 1e-9, and two saddles", () => {
    const { all, minima, saddles, maxima } = criticalPoints(muellerBrown());
    expect([all.length, minima.length, saddles.length, maxima.length]).toEqual([5, 3, 2, 0]);
    const references = [
      [-0.5582236346, 1.4417258418],
      [0.6234994049, 0.0280377585],
      [-0.050010823, 0.4666941049],
    ];
    for (const [i, { q }] of minima.entries())
      expect(Math.hypot(q[0] - references[i][0], q[1] - references[i][1])).toBeLessThan(1e-9);
    for (const { q, energy, curvatures } of all) {
      expect(Math.hypot(...muellerBrown().force(q, new Float64Array(2)))).toBeLessThan(1e-10);
      expect(energy).toBe(muellerBrown().energy(q));
      expect(curvatures[0] <= curvatures[1]).toBe(true);
    }
    expect(saddles.map(({ energy }) => Number(energy.toFixed(3)))).toEqual([-72.249, -40.665]);
  });

  test("a product of cosines in a rectangle has what can be counted on paper", () => {
    const V = expression("cos(a*x)*cos(a*y)", { a: Math.PI });
    // Extrema where ax and ay are multiples of π, saddles halfway between: 3² and 4² of them.
    const { minima, saddles, maxima } = criticalPoints(V, { x: [-0.8, 2.7], y: [-0.8, 2.7] });
    expect([minima.length, maxima.length, saddles.length]).toEqual([4, 5, 16]);
    for (const { q } of saddles)
      for (const x of q) expect(Math.abs(Math.abs(x - Math.round(x)) - 0.5)).toBeLessThan(1e-12);
  });

  test("need no Hessian of the potential's own", () => {
    const { dim, energy, force } = tripleWell();
    const found = criticalPoints(custom({ dim, energy, force }));
    const exact = criticalPoints(tripleWell());
    expect(found.all.map(({ kind }) => kind)).toEqual(exact.all.map(({ kind }) => kind));
    // The third well of Metzner et al., of which there are three with three saddles between them and a hill in the middle.
    expect([found.minima.length, found.saddles.length, found.maxima.length]).toEqual([3, 3, 1]);
    for (const { q } of found.all)
      expect(Math.min(...exact.all.map((other) => Math.hypot(q[0] - other.q[0], q[1] - other.q[1])))).toBeLessThan(
        1e-9,
      );
  });

  test("one well has one minimum with the eigenvalues of its matrix, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -300, max: 300, noNaN: true }),
        fc.double({ min: 0.2, max: 9, noNaN: true }),
        (a, k) => {
          const { all } = criticalPoints(
            harmonic({
              k: [
                [2 * k, 0.3 * k],
                [0.3 * k, 0.7],
              ],
              a: [a, -a / 2],
            }),
          );
          expect(all.length).toBe(1);
          expect(Math.hypot(all[0].q[0] - a, all[0].q[1] + a / 2)).toBeLessThan(1e-9);
          expect(all[0].curvatures[0] * all[0].curvatures[1]).toBeCloseTo(1.4 * k - 0.09 * k * k, 8);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("show themselves as a table", () => {
    expect(criticalPoints(muellerBrown())[display]()["text/markdown"]).toContain(
      "| minimum | -0.5582236 | 1.441726 | -146.6995 | 410.53, 4068.2 |",
    );
  });
});
