import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PhysicsError } from "../../src/errors.js";
import { exponential } from "../../src/linalg/exponential/exponential.js";
import { gaussLegendre } from "../../src/linalg/quadrature/gauss-legendre.js";
import { integrate } from "../../src/linalg/quadrature/integrate.js";
import { smallestSingular } from "../../src/linalg/tridiagonal/bidiagonal.js";
import { multiply, resolvent, type Tridiagonal } from "../../src/linalg/tridiagonal/tridiagonal.js";
import { expm, type Matrix, symmetricEigenvalues, times, transpose } from "../oracles/dense.js";

const rates = (n: number) => fc.array(fc.double({ min: 0.05, max: 20, noNaN: true }), { minLength: n, maxLength: n });

/** A chain of n cells with the jump rates given, as a matrix with columns that sum to 0. */
const chain = (right: number[], left: number[]): Tridiagonal => {
  const n = right.length + 1;
  const diagonal = Float64Array.from({ length: n }, (_, i) => -(right[i] ?? 0) - (left[i - 1] ?? 0));
  return { lower: Float64Array.from(right), diagonal, upper: Float64Array.from(left) };
};

const dense = ({ lower, diagonal, upper }: Tridiagonal): Matrix =>
  Array.from(diagonal, (d, i) =>
    Array.from(diagonal, (_, j) => (i === j ? d : i === j + 1 ? lower[j] : j === i + 1 ? upper[i] : 0)),
  );

test("Gauss–Legendre rules integrate powers up to 2n − 1 exactly, and no further", () => {
  for (const n of [2, 5, 16]) {
    const { nodes, weights } = gaussLegendre(n);
    const of = (k: number) => nodes.reduce((sum, x, i) => sum + weights[i] * x ** k, 0);
    for (let k = 0; k < 2 * n; k++) expect(of(k)).toBeCloseTo(k % 2 === 0 ? 2 / (k + 1) : 0, 13);
  }
  const { nodes, weights } = gaussLegendre(3);
  expect(Math.abs(nodes.reduce((sum, x, i) => sum + weights[i] * x ** 6, 0) - 2 / 7)).toBeGreaterThan(1e-3);
});

describe("integrate", () => {
  test("finds smooth and kinked integrals to the error it states", () => {
    const cases: [(x: number) => number, number, number, number][] = [
      [Math.exp, -1.3, 2.1, Math.exp(2.1) - Math.exp(-1.3)],
      [(x) => Math.exp(-x * x), -9, 9, Math.sqrt(Math.PI)],
      [(x) => Math.cos(50 * x), 0, 1.7, Math.sin(85) / 50],
    ];
    for (const [f, from, to, exact] of cases) {
      const { value, error } = integrate(f, from, to);
      expect(Math.abs(value - exact)).toBeLessThan(1e-12 + 10 * error);
    }
    expect(integrate((x) => Math.abs(x - 0.3), 0, 1, 1e-8).value).toBeCloseTo(0.29, 7);
  });

  test("refuses what does not converge", () => {
    expect(() => integrate((x) => 1 / Math.abs(x - 0.3), 0, 1)).toThrow(PhysicsError);
    expect(() => integrate((x) => 1 / Math.abs(x - 0.3), 0, 1)).toThrow(/still moves near 0.3 /);
    expect(() => integrate((x) => Math.log(x - 0.5), 0, 1)).toThrow(/Between 0 and 0.25 the integrand is infinite/);
  });

  test("tells jumps, singular points and noise by the error it states", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (at) => {
        const jump = integrate((x) => (x > at ? 2.3 : 0.4), 0, 1);
        expect(Math.abs(jump.value - (2.3 - 1.9 * at))).toBeLessThan(1e-14 + 10 * jump.error);
        expect(jump.error).toBeLessThan(1e-12);
        const root = integrate((x) => 1 / Math.sqrt(Math.abs(x - at)), 0, 1);
        expect(Math.abs(root.value - 2 * (Math.sqrt(at) + Math.sqrt(1 - at)))).toBeLessThan(10 * root.error);
        expect(root.error).toBeLessThan(1e-5);
      }),
      { numRuns: 30 },
    );
    let turn = 0;
    const noisy = integrate((x) => Math.cos(x) + 1e-9 * Math.sin(1e5 * turn++), 0, 1.3);
    expect(Math.abs(noisy.value - Math.sin(1.3))).toBeLessThan(10 * noisy.error);
    expect(noisy.evaluations).toBeLessThan(5000);
  });

  test("sees a narrow peak at a place where it was asked to split", () => {
    const peak = (x: number) => Math.exp(-(((x - 1.2345) / 0.004) ** 2)) / (0.004 * Math.sqrt(Math.PI));
    expect(integrate(peak, -70, 90, 1e-13, [1.2345]).value).toBeCloseTo(1, 12);
  });
});

test("resolvents solve (s − A) z = b", () => {
  fc.assert(
    fc.property(
      rates(7),
      rates(7),
      fc.double({ min: -8, max: 8, noNaN: true }),
      fc.double({ min: 0.5, max: 9, noNaN: true }),
      (r, l, re, im) => {
        const a = chain(r, l);
        const b = Float64Array.from({ length: 8 }, (_, i) => Math.sin(3 * i + 1));
        const z = resolvent(a, [re, im], b);
        const [ax, ay] = [z.re, z.im].map((part) => multiply(a, part, new Float64Array(8)));
        for (let i = 0; i < 8; i++) {
          expect(re * z.re[i] - im * z.im[i] - ax[i]).toBeCloseTo(b[i], 8);
          expect(re * z.im[i] + im * z.re[i] - ay[i]).toBeCloseTo(0, 8);
        }
      },
    ),
  );
});

test("exp(tA) b agrees with scaling and squaring, for short and long times", () => {
  fc.assert(
    fc.property(rates(6), rates(6), fc.constantFrom(1e-6, 0.03, 0.7, 5), (r, l, t) => {
      const a = chain(r, l);
      const b = Float64Array.of(0.1, 0.9, 0, 0.4, 0, 0.2, 0.3);
      const exact = times(
        expm(dense(a).map((row) => row.map((value) => t * value))),
        Array.from(b, (value) => [value]),
      );
      exponential(a, t, b).forEach((value, i) => {
        expect(Math.abs(value - exact[i][0])).toBeLessThan(2e-12);
      });
    }),
    { numRuns: 60 },
  );
});

describe("small singular values of a bidiagonal matrix", () => {
  const rows = (left: number[], right: number[]): Matrix =>
    left.map((a, i) => Array.from({ length: left.length + 1 }, (_, j) => (j === i ? a : j === i + 1 ? right[i] : 0)));

  test("are those of dense BBᵀ, with B right = σ left and unit vectors", () => {
    fc.assert(
      fc.property(rates(6), rates(6), (left, right) => {
        const b = rows(
          left,
          right.map((x) => -x),
        );
        const { squares, right: vectors } = smallestSingular(
          { left: Float64Array.from(left), right: Float64Array.from(right, (x) => -x) },
          6,
        );
        const exact = symmetricEigenvalues(times(b, transpose(b)));
        squares.forEach((square, k) => {
          // The dense oracle knows small eigenvalues to rounding of the largest only.
          expect(Math.abs(square - exact[k])).toBeLessThan(1e-13 * exact[5]);
          const v = Array.from(vectors[k], (value) => [value]);
          expect(times(transpose(v), v)[0][0]).toBeCloseTo(1, 7);
          const twice = times(transpose(b), times(b, v));
          const apart = twice.map(([value], i) => value - square * v[i][0]);
          expect(Math.hypot(...apart)).toBeLessThan(1e-6 * exact[5]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("keep their digits when they are 1e-30 of the largest", () => {
    // B = [[1, −e], [0, …]] with one row: σ² = 1 + e². Two rows that nearly annihilate the same vector: product of the σ² = det BBᵀ.
    const e = 1e-15;
    const { squares } = smallestSingular({ left: Float64Array.of(1, e), right: Float64Array.of(-1e-3, -e) }, 2);
    const determinant = (1 + 1e-6) * 2 * e * e - 1e-6 * e * e;
    expect(squares[0] * squares[1]).toBeCloseTo(determinant, 40);
    expect(Math.abs((squares[0] * squares[1]) / determinant - 1)).toBeLessThan(1e-14);
  });
});
